import { z } from 'zod';
import { code, day, measurementId, placementId } from '../../kernel/fields.events.js';
import type { Vocabulary } from '../../kernel/vocabulary.js';
import { SIDES } from '../../programme/terms.js';

/** How an objection was decided. */
export const OBJECTION_OUTCOMES = ['well-founded', 'unfounded', 'inadmissible', 'withdrawn'] as const;

/** How much of a normal day's work somebody does (*loonwaarde*), as it was measured, and who objected. */
export const loonwaardeVocabulary = {
  /** Occurred on the day of the measurement. `percent` of the norm function, whose code says which work was compared; `validUntil` null: until a later one. */
  LoonwaardeMeasured: {
    schemaVersion: 1,
    data: z.strictObject({
      measurementId,
      placementId,
      percent: z.number().min(0).max(100).multipleOf(0.01),
      method: code<'loonwaarde-method'>(),
      normFunction: code<'norm-function'>(),
      validFrom: day,
      validUntil: day.nullable(),
    }),
    upcasts: {},
  },
  LoonwaardeObjectionFiled: { schemaVersion: 1, data: z.strictObject({ measurementId, by: z.enum(SIDES) }), upcasts: {} },
  LoonwaardeObjectionDecided: {
    schemaVersion: 1,
    data: z.strictObject({ measurementId, by: z.enum(SIDES), outcome: z.enum(OBJECTION_OUTCOMES) }),
    upcasts: {},
  },
} as const satisfies Vocabulary;
