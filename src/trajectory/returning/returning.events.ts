import { z } from 'zod';
import { code, day, eventId, positive } from '../../kernel/fields.events.js';
import type { Vocabulary } from '../../kernel/vocabulary.js';

/** Why a return that was told no longer holds. */
export const RETURN_WITHDRAWALS = ['facts-corrected', 'policy-changed', 'told-in-error'] as const;

/** That people were told of a return (*draaideur*), on the trajectory before it; figures count the facts and never these. */
export const returningVocabulary = {
  /**
   * `benefitEventId`: the candidate's fact by which somebody came back, on `returnedOn`, at the latest the day on which it is told.
   * `daysSinceExit`: counted as the policy says, whose window it fell within.
   */
  CandidateReturned: {
    schemaVersion: 1,
    data: z.strictObject({
      benefitEventId: eventId,
      returnedOn: day,
      daysSinceExit: z.int().min(0).max(36_525),
      policy: z.strictObject({ id: code<'return-policy'>(), version: positive }),
    }),
    upcasts: {},
  },
  ReturnWithdrawn: {
    schemaVersion: 1,
    data: z.strictObject({ benefitEventId: eventId, returnedOn: day, reason: z.enum(RETURN_WITHDRAWALS) }),
    upcasts: {},
  },
} as const satisfies Vocabulary;
