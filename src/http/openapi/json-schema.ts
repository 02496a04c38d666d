import { z } from 'zod';
import { fieldKindOf, type FieldKind } from '../../kernel/fields.events.js';

type JsonSchema = Record<string, unknown>;

/** How the fields that an event may hold are told; plainer than the patterns that check them. */
const FIELDS: Readonly<Record<FieldKind, JsonSchema>> = {
  id: { type: 'string', format: 'uuid' },
  subject: { type: 'string', maxLength: 64, pattern: '^[A-Za-z0-9][A-Za-z0-9._~:|-]*$' },
  day: { type: 'string', format: 'date' },
  instant: { type: 'string', format: 'date-time' },
  code: { type: 'string', maxLength: 60, pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' },
  period: { type: 'string', pattern: '^P(0|[1-9][0-9]{0,3})[DW]$' },
  'public-text': { type: 'string', minLength: 1, maxLength: 200, description: 'About no natural person.' },
  digest: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  'concept-uri': { type: 'string', format: 'uri' },
};

/** A zod schema as JSON Schema 2020-12; schemas with an id become components, referred to from everywhere else. */
export function jsonSchemaOf(
  schema: unknown,
  { schemaType }: Readonly<{ schemaType: 'input' | 'output' }>,
): Readonly<{ schema: JsonSchema; components: Record<string, JsonSchema> }> | undefined {
  if (!(schema instanceof z.ZodType)) return undefined;

  const made = z.toJSONSchema(schema, {
    io: schemaType,
    override: ({ zodSchema, jsonSchema }) => tellPlainly(zodSchema, jsonSchema as JsonSchema),
  });
  const { $schema: _, $defs = {}, ...own } = made as JsonSchema & { $defs?: Record<string, JsonSchema> };
  return {
    schema: own,
    components: Object.fromEntries(Object.entries($defs).map(([id, { id: __, ...component }]) => [id, component])),
  };
}

function tellPlainly(schema: z.core.$ZodType, told: JsonSchema): void {
  // Zod leaves them out where something inside is transformed; ours are of what is sent.
  const examples = z.globalRegistry.get(schema)?.examples;
  if (examples) told.examples = examples;

  const kind = fieldKindOf(schema);
  if (kind) {
    delete told.pattern;
    Object.assign(told, { ...FIELDS[kind], ...(told.description !== undefined && { description: told.description }) });
  }
  // Zod says so of what is read-only in code; in OpenAPI it would mean that it may not be sent.
  delete told.readOnly;
  if (told.format === 'date' || told.format === 'date-time' || told.type === 'integer') delete told.pattern;
  if (told.maximum === Number.MAX_SAFE_INTEGER) delete told.maximum;
}
