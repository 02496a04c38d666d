import { z } from 'zod';
import { day, placementId, supportRequestId } from '../../kernel/fields.events.js';
import type { Vocabulary } from '../../kernel/vocabulary.js';
import { SIDES } from '../../programme/terms.js';

/** How somebody asks. */
export const CHANNELS = ['visit', 'telephone', 'e-mail', 'letter', 'website', 'other'] as const;

/** What support is asked for; never a diagnosis. */
export const SUPPORT_TOPICS = [
  'hours',
  'tasks',
  'guidance',
  'colleagues',
  'travel',
  'money',
  'language',
  'workplace',
  'absence',
  'other',
] as const;

/** What was done for who asked. */
export const SUPPORT_KINDS = ['advice', 'talk', 'guidance', 'job-coaching', 'training', 'workplace-adapted', 'other'] as const;

/** Why nothing is done for who asked. */
export const DECLINE_REASONS = ['no-longer-needed', 'not-necessary', 'other-provision', 'not-our-task', 'other'] as const;

/** What candidate and employer ask once somebody works. Source: Meedoen Werkt, "een beroep blijven doen op ondersteuning". */
export const supportRequestsVocabulary = {
  SupportRequested: {
    schemaVersion: 1,
    data: z.strictObject({
      supportRequestId,
      placementId,
      by: z.enum(SIDES),
      channel: z.enum(CHANNELS),
      topic: z.enum(SUPPORT_TOPICS),
    }),
    upcasts: {},
  },
  SupportGiven: { schemaVersion: 1, data: z.strictObject({ supportRequestId, kind: z.enum(SUPPORT_KINDS) }), upcasts: {} },
  /** `decisionOn`: the day of the decision, of which who asked may have heard later. */
  SupportDeclined: {
    schemaVersion: 1,
    data: z.strictObject({ supportRequestId, reason: z.enum(DECLINE_REASONS), decisionOn: day }),
    upcasts: {},
  },
} as const satisfies Vocabulary;
