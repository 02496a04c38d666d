import { z } from 'zod';

/** A whole number in a query, where everything is text; told as an integer in the description of the API. Units: both bounds inclusive. */
export const wholeNumber = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'is no whole number')
    .transform(Number)
    .refine((number) => minimum <= number && number <= maximum, `is not from ${minimum} to ${maximum}`)
    .meta({ type: 'integer', minimum, maximum });
