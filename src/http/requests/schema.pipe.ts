import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { refuseRequest } from '../problem.js';
import { faultsOf, type Place } from './input-faults.js';

const PLACES: Readonly<Partial<Record<ArgumentMetadata['type'], Place>>> = { body: 'body', query: 'query', param: 'path' };

/** Holds `@Body`, `@Query` and `@Param` against the schema that stands with them; what does not fit is refused with every fault at once. */
export class SchemaPipe implements PipeTransform {
  transform(value: unknown, { schema, type, data }: ArgumentMetadata): unknown {
    const place = PLACES[type];
    if (!place || !(schema instanceof z.ZodType)) return value;

    const named = data === undefined ? { value, schema } : { value: { [data]: value }, schema: z.object({ [data]: schema }) };
    const result = named.schema.safeParse(named.value);
    if (!result.success)
      return refuseRequest({ code: 'invalid-input', errors: faultsOf(result.error.issues, { ...named, place }) });
    return data === undefined ? result.data : (result.data as Record<string, unknown>)[data];
  }
}
