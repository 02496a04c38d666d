import { z } from 'zod';
import { code, day, eventId, positive } from '../../kernel/fields.events.js';
import type { Vocabulary } from '../../kernel/vocabulary.js';

/** Why it no longer holds that a milestone was reached. */
export const MILESTONE_WITHDRAWALS = ['facts-corrected', 'policy-changed', 'told-in-error'] as const;

/** That people were told of a milestone; figures count the facts and never these. */
export const milestonesVocabulary = {
  /** `reachedOn`: the day on which it was so, at the latest the one on which it is told. `because`: the facts that the policy of that version went by. */
  MilestoneReached: {
    schemaVersion: 1,
    data: z.strictObject({
      milestone: code<'milestone'>(),
      reachedOn: day,
      policyVersion: positive,
      because: z.array(eventId).min(1).max(20).readonly(),
    }),
    upcasts: {},
  },
  MilestoneWithdrawn: {
    schemaVersion: 1,
    data: z.strictObject({ milestone: code<'milestone'>(), reason: z.enum(MILESTONE_WITHDRAWALS) }),
    upcasts: {},
  },
} as const satisfies Vocabulary;
