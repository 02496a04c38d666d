import { z } from 'zod';
import { day, planId } from '../../kernel/fields.events.js';
import type { Vocabulary } from '../../kernel/vocabulary.js';
import { AGREEMENT_SUBJECTS, GOALS, PARTIES } from '../../programme/terms.js';

/** Who does what, at the latest on which day. */
const agreement = z.strictObject({ subject: z.enum(AGREEMENT_SUBJECTS), owner: z.enum(PARTIES), dueOn: day });

/** What was agreed (*trajectplan*). */
export const planVocabulary = {
  /** The last plan agreed on is the one that holds. */
  PlanAgreed: {
    schemaVersion: 1,
    data: z.strictObject({
      planId,
      goal: z.enum(GOALS),
      agreements: z.array(agreement).min(1).max(50).readonly(),
      signatories: z.array(z.enum(PARTIES)).max(PARTIES.length).readonly(),
    }),
    upcasts: {},
  },
} as const satisfies Vocabulary;
