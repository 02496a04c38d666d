import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = Readonly<{ responses: Record<string, unknown>; requestBody?: { content: Record<string, { schema: unknown }> } }>;
type Schema = Readonly<{
  $ref?: string;
  example?: unknown;
  properties?: Record<string, Schema>;
  enum?: string[];
  format?: string;
}>;
type Parameter = Readonly<{ name: string; in: string; schema: Schema }>;

/** A command as the description has it: an address with something in each place, its example, whether it creates something, and whether it is one for many streams. */
export type DescribedCommand = Readonly<{ path: string; example: unknown; creates: boolean; many: boolean }>;

const SOME_ID = '0b4a1c52-5f0e-5d36-9d0b-6f1f5f2f8a11';

/** Every POST of the description that appends, and so has a key; one for many streams expects no version of any. */
export function commandsOf(document: OpenAPIObject): readonly DescribedCommand[] {
  return Object.entries(document.paths).flatMap(([path, { post }]) => {
    const operation = post as unknown as (Operation & { parameters: Parameter[] }) | undefined;
    if (!operation?.parameters.some(({ name }) => name === 'Idempotency-Key')) return [];
    const schema = operation.requestBody?.content['application/json'].schema as Schema;
    const example = resolved(document, schema).example;
    const many = !operation.parameters.some(({ name }) => name === 'If-Match');
    return [{ path: `/v1${filled(path, operation.parameters)}`, example, creates: '201' in operation.responses, many }];
  });
}

/** The address of an operation with an id, or the first of its codes, in each place. */
export function filled(path: string, parameters: readonly Parameter[]): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name) => {
    const parameter = parameters.find((one) => one.in === 'path' && one.name === name);
    return parameter?.schema.enum?.[0] ?? SOME_ID;
  });
}

const resolved = (document: OpenAPIObject, schema: Schema): Schema =>
  schema.$ref ? (document.components?.schemas?.[schema.$ref.split('/').at(-1) ?? ''] as Schema) : schema;
