import { jsonSchemaOf } from '../../src/http/openapi/json-schema.js';
import { definition } from '../../src/programme/programme.events.js';

/** The JSON Schema of a programme definition, as `docs/programme.schema.json` publishes it for editors. */
export function programmeSchema(): string {
  const made = jsonSchemaOf(definition, { schemaType: 'input' });
  if (!made || Object.keys(made.components).length > 0) throw new Error('the schema of a definition does not stand alone');

  const head = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Programme definition',
    description: 'What a programme prescribes, as data. Beyond this schema, docs/rules.md R-60 to R-68 hold.',
  };
  return `${JSON.stringify({ ...head, ...made.schema }, null, 2)}\n`;
}
