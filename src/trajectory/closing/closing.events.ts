import { z } from 'zod';
import { code } from '../../kernel/fields.events.js';
import type { Vocabulary } from '../../kernel/vocabulary.js';

/** How a trajectory ends. */
export const closingVocabulary = {
  TrajectoryClosed: { schemaVersion: 1, data: z.strictObject({ result: code<'result'>() }), upcasts: {} },
  /** Only for what was closed by mistake; a return is a trajectory of its own. */
  TrajectoryReopened: { schemaVersion: 1, data: z.strictObject({ reason: z.enum(['closed-by-mistake']) }), upcasts: {} },
} as const satisfies Vocabulary;
