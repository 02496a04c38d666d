import { z } from 'zod';
import { organisationId, retrainingId } from '../../kernel/fields.events.js';
import type { Vocabulary } from '../../kernel/vocabulary.js';

/** To become better at the same work (*bijscholing*), or able to do other work (*omscholing*). */
export const RETRAINING_KINDS = ['upskilling', 'reskilling'] as const;

/** Why somebody dropped out of it. */
export const DROP_REASONS = ['too-difficult', 'found-work', 'circumstances', 'motivation', 'does-not-suit', 'other'] as const;

/** Learning other or better work. Source: Van Werk naar Werk, "bij- of om te scholen". */
export const retrainingVocabulary = {
  /** `organisationId`: who teaches, null where that is not known here. */
  RetrainingStarted: {
    schemaVersion: 1,
    data: z.strictObject({ retrainingId, kind: z.enum(RETRAINING_KINDS), organisationId: organisationId.nullable() }),
    upcasts: {},
  },
  /** `qualified`: with the certificate that it leads to. */
  RetrainingCompleted: { schemaVersion: 1, data: z.strictObject({ retrainingId, qualified: z.boolean() }), upcasts: {} },
  RetrainingDropped: { schemaVersion: 1, data: z.strictObject({ retrainingId, reason: z.enum(DROP_REASONS) }), upcasts: {} },
} as const satisfies Vocabulary;
