import type { z } from 'zod';
import type { FieldKind } from '../../src/kernel/fields.events.js';
import { shapeOf, type Shape } from './schema-shape.js';

const TEXTS: Readonly<Record<FieldKind, string>> = {
  id: '4f9f1d5e-6c1b-5a52-9d0e-0c6d5a7b1c2d',
  subject: 'worker-7',
  day: '2019-10-03',
  instant: '2019-10-03T12:00:00.000000Z',
  code: 'a-code',
  digest: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  period: 'P14D',
  'public-text': 'Meedoenplein',
  'concept-uri': 'http://data.europa.eu/esco/isco/C9112',
};

/**
 * Data that fit a schema, such that every code, every branch, every bound and every absence occurs in at least one of them.
 * The same schema gives the same samples; where two schemas accept different data, a sample of one will not do for the other.
 */
export function samplesOf(schema: z.ZodType): readonly unknown[] {
  const shape = shapeOf(schema);
  if (shape.kind === 'object') return objects(shape.fields, schema);

  const samples = SAMPLES[shape.kind] as (shape: Shape) => readonly unknown[];
  return samples(shape);
}

type Parts = Exclude<Shape, { kind: 'object' }>;

const SAMPLES: { [K in Parts['kind']]: (shape: Extract<Parts, { kind: K }>) => readonly unknown[] } = {
  list: (shape) => lists(samplesOf(shape.of), shape),
  maybe: ({ of, absent }) => [...samplesOf(of), absent],
  'one-of': ({ options }) => options.flatMap((option) => samplesOf(option)),
  codes: ({ codes }) => codes,
  number: ({ min, max }) => [min, max].filter((bound) => Number.isFinite(bound)),
  boolean: () => [true, false],
  text: ({ field }) => [field ? TEXTS[field] : 'Text'],
  record: () => [{}],
  other: ({ type }) => {
    throw new Error(`no sample of ${type}`);
  },
};

function lists(items: readonly unknown[], { min, max }: { min: number; max: number }): readonly unknown[] {
  const full = items.slice(0, Math.max(min, Math.min(max, items.length)));
  const rest = items.slice(full.length).map((item) => [item]);
  return [...(min === 0 ? [[]] : []), full, ...rest].filter((list) => list.length >= min);
}

/** As many as the field with most samples has; where a rule between fields refuses one, its fields try their other samples in turn. */
function objects(fields: readonly (readonly [string, z.ZodType])[], schema: z.ZodType): readonly unknown[] {
  const samples = fields.map(([name, field]) => [name, samplesOf(field)] as const);
  const count = Math.max(1, ...samples.map(([, of]) => of.length));
  return Array.from({ length: count }, (_, at) => mended(objectAt(samples, at), samples, schema));
}

type Samples = readonly (readonly [string, readonly unknown[]])[];

const objectAt = (samples: Samples, at: number): Record<string, unknown> =>
  Object.fromEntries(samples.map(([name, of]) => [name, sampleAt(of, at)] as const).filter(([, value]) => value !== undefined));

/** A list longer than this stands whole in one object; the others have its first item, or a file would grow by its square. */
const LONG_LIST = 40;

function sampleAt(of: readonly unknown[], at: number): unknown {
  const sample = of[at % of.length];
  return at >= of.length && Array.isArray(sample) && sample.length > LONG_LIST ? sample.slice(0, 1) : sample;
}

function mended(object: Record<string, unknown>, samples: Samples, schema: z.ZodType): unknown {
  const others = samples.flatMap(([name, of]) => of.map((value) => ({ ...object, [name]: value })));
  const fitting = [object, ...others].find((candidate) => schema.safeParse(candidate).success);
  if (!fitting) throw new Error(`no sample fits: ${JSON.stringify(object)}: ${schema.safeParse(object).error?.message}`);
  return fitting;
}
