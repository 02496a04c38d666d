import { z } from 'zod';
import { fieldKindOf, type FieldKind } from '../../src/kernel/fields.events.js';

/** A zod schema as a walk over all schemas sees it; `other` is whatever an event has no use for. */
export type Shape =
  | { kind: 'object'; strict: boolean; fields: readonly (readonly [string, z.ZodType])[] }
  | { kind: 'list'; of: z.ZodType; min: number; max: number }
  | { kind: 'one-of'; options: readonly z.ZodType[] }
  | { kind: 'maybe'; of: z.ZodType; absent: null | undefined }
  | { kind: 'codes'; codes: readonly unknown[] }
  | { kind: 'number'; min: number; max: number }
  | { kind: 'boolean' }
  | { kind: 'text'; field: FieldKind | undefined }
  | { kind: 'record' }
  | { kind: 'other'; type: string };

/** One level of a schema. */
export function shapeOf(schema: z.ZodType): Shape {
  const field = fieldKindOf(schema);
  if (field) return { kind: 'text', field };

  return readers.map((read) => read(schema)).find((shape) => shape !== undefined) ?? { kind: 'other', type: schema.def.type };
}

/** Each knows one kind of zod schema, and answers nothing to any other. */
const readers: readonly ((schema: z.ZodType) => Shape | undefined)[] = [
  on(z.ZodReadonly, (schema) => shapeOf(schema.unwrap() as z.ZodType)),
  on(z.ZodNullable, (schema) => ({ kind: 'maybe', of: schema.unwrap() as z.ZodType, absent: null })),
  on(z.ZodOptional, (schema) => ({ kind: 'maybe', of: schema.unwrap() as z.ZodType, absent: undefined })),
  on(z.ZodUnion, ({ options }) => ({ kind: 'one-of', options: options as z.ZodType[] })),
  on(z.ZodEnum, ({ options }) => ({ kind: 'codes', codes: options })),
  on(z.ZodLiteral, ({ values }) => ({ kind: 'codes', codes: [...values] })),
  on(z.ZodObject, ({ shape, def }) => ({
    kind: 'object',
    strict: def.catchall?._zod.def.type === 'never',
    fields: Object.entries(shape as Record<string, z.ZodType>),
  })),
  on(z.ZodArray, (schema) => {
    const { minItems = 0, maxItems = Infinity } = z.toJSONSchema(schema, { unrepresentable: 'any' });
    return { kind: 'list', of: schema.element as z.ZodType, min: minItems, max: maxItems };
  }),
  on(z.ZodNumber, (schema) => {
    const { minimum = -Infinity, maximum = Infinity } = z.toJSONSchema(schema);
    return { kind: 'number', min: minimum, max: maximum };
  }),
  on(z.ZodBoolean, () => ({ kind: 'boolean' })),
  on(z.ZodString, () => ({ kind: 'text', field: undefined })),
  on(z.ZodStringFormat, () => ({ kind: 'text', field: undefined })),
  on(z.ZodRecord, () => ({ kind: 'record' })),
];

/** What a class of zod is asked with: `instanceof` only. */
type SchemaClass<S> = abstract new (...args: never[]) => S;

function on<S extends z.ZodType>(type: SchemaClass<S>, read: (schema: S) => Shape): (schema: z.ZodType) => Shape | undefined {
  return (schema) => (schema instanceof type ? read(schema) : undefined);
}
