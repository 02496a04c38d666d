import { z } from 'zod';
import { placementId } from '../../kernel/fields.events.js';
import type { Vocabulary } from '../../kernel/vocabulary.js';
import { SIDES } from '../../programme/terms.js';

/** What somebody is worried about; never a diagnosis. */
export const CONCERNS = [
  'hours',
  'tasks',
  'guidance',
  'colleagues',
  'travel',
  'money',
  'housing',
  'language',
  'care-for-others',
  'absence',
  'other',
] as const;

/** Why a check-in did not come about. */
export const MISS_REASONS = ['no-answer', 'put-off', 'not-attempted'] as const;

/** How it goes at work, as each side says. */
export const supportVocabulary = {
  /** `rating`: 1 (badly) to 5 (well). */
  CheckInRecorded: {
    schemaVersion: 1,
    data: z.strictObject({
      placementId,
      with: z.enum(SIDES),
      rating: z.int().min(1).max(5),
      concerns: z.array(z.enum(CONCERNS)).max(CONCERNS.length).readonly(),
    }),
    upcasts: {},
  },
  CheckInMissed: {
    schemaVersion: 1,
    data: z.strictObject({ placementId, with: z.enum(SIDES), reason: z.enum(MISS_REASONS) }),
    upcasts: {},
  },
} as const satisfies Vocabulary;
