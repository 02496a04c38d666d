import { z } from 'zod';
import { candidateId, code, day, publicText } from '../../src/kernel/fields.events.js';
import { vocabularies } from '../../src/read-models/vocabularies.js';
import { everyEventType } from '../harness/every-vocabulary.js';
import { shapeOf } from '../harness/schema-shape.js';
import { faultsOf, HELD_BY_ANOTHER_SCHEMA, PUBLIC_TEXTS } from './schemas.js';

const types = everyEventType();

describe('the schemas of all events (P10)', () => {
  it.each(types.map(({ name, type }) => [name, type.data] as const))(
    '%s has no place for words about a person',
    (name, schema) => {
      expect(faultsOf(name, schema)).toEqual([]);
    },
  );

  it('are those of all vocabularies, and no two kinds of stream share a name', () => {
    const names = Object.values(vocabularies).flatMap((vocabulary) => Object.keys(vocabulary));

    expect([...names, 'EventCorrected'].sort()).toEqual(types.map(({ name }) => name));
    expect(new Set(names).size).toBe(names.length);
  });

  it('need every exception that is listed', () => {
    const paths = new Set(types.flatMap(({ name, type }) => pathsIn(name, type.data)));

    expect([...PUBLIC_TEXTS, ...HELD_BY_ANOTHER_SCHEMA].filter((path) => !paths.has(path))).toEqual([]);
  });
});

describe('a walk over a schema (P10)', () => {
  const planted: readonly (readonly [string, z.ZodType, string])[] = [
    ['a text', z.string(), 'Planted.it: free text'],
    ['a text with a pattern', z.string().regex(/^[a-z]+$/), 'Planted.it: free text'],
    ['an e-mail address', z.email(), 'Planted.it: free text'],
    ['a URL', z.url(), 'Planted.it: free text'],
    ['a UUID that is no field', z.uuid(), 'Planted.it: free text'],
    ['a text that may be absent', z.string().nullable(), 'Planted.it: free text'],
    ['a text in a list', z.array(z.string()).readonly(), 'Planted.it: free text'],
    ['a text in one branch of several', z.union([day, z.strictObject({ note: z.string() })]), 'Planted.it.note: free text'],
    ['a public text where none is listed', publicText, 'Planted.it: public text in a field that is not listed'],
    ['an object that takes more', z.looseObject({ day }), 'Planted.it: takes members that it does not name'],
    ['an object that drops more', z.object({ day }), 'Planted.it: takes members that it does not name'],
    ['a sentence among codes', z.enum(['yes', 'No, thank you']), "Planted.it: 'No, thank you' is no code"],
    ['anything', z.unknown(), 'Planted.it: unknown has no place in an event'],
    ['a record', z.record(z.string(), day), 'Planted.it: a record has no place in an event'],
    ['a text on its way to something else', z.string().transform(Number), 'Planted.it: pipe has no place in an event'],
    ['a text with a default', z.string().default(''), 'Planted.it: default has no place in an event'],
    ['a date', z.date(), 'Planted.it: date has no place in an event'],
  ];

  it.each(planted)('finds %s', (_, schema, fault) => {
    expect(faultsOf('Planted', z.strictObject({ candidateId, it: schema }))).toEqual([fault]);
  });

  it('lets ids, days, codes and numbers pass', () => {
    const schema = z.strictObject({ candidateId, on: day.nullable(), code: code(), n: z.int().optional(), is: z.boolean() });
    expect(faultsOf('Planted', schema)).toEqual([]);
  });
});

function pathsIn(path: string, schema: z.ZodType): string[] {
  const shape = shapeOf(schema);
  if (shape.kind === 'object') return [path, ...shape.fields.flatMap(([name, field]) => pathsIn(`${path}.${name}`, field))];
  if (shape.kind === 'list' || shape.kind === 'maybe') return pathsIn(path, shape.of);
  if (shape.kind === 'one-of') return shape.options.flatMap((option) => pathsIn(path, option));
  return [path];
}
