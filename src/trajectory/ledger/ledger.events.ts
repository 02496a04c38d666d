import { z } from 'zod';
import { code, day, eventId, followUpId, instant, positive, rulesetId } from '../../kernel/fields.events.js';
import type { Vocabulary } from '../../kernel/vocabulary.js';
import { SIDES } from '../../programme/terms.js';

/** When a follow-up is due, and by which version of whose calendar; `dueAt` is 23:59:59.000000 of `dueOn`, Europe/Amsterdam. */
const due = {
  dueOn: day,
  dueAt: instant,
  calendar: z.strictObject({ rulesetId, id: code<'calendar'>(), version: positive }),
};

/** Why a follow-up was called off; `rule-removed`: by a migration, after which no rule goes on for it. */
export const CANCEL_REASONS = ['released', 'cause-gone', 'moved-after-due', 'rule-gone', 'rule-removed'] as const;

/**
 * The follow-ups: always in the order of recording, and never corrected, because they follow from the facts.
 * `version` counts a follow-up's own planning and moves from 1; a step that was armed for an older version no longer counts.
 */
export const ledgerVocabulary = {
  /** `cause`: the event that promised it, under rule `ruleId` of `programmeVersion`. */
  FollowUpPlanned: {
    schemaVersion: 1,
    data: z.strictObject({
      followUpId,
      version: positive,
      ruleId: code<'rule'>(),
      programmeVersion: positive,
      cause: eventId,
      with: z.enum(SIDES),
      ...due,
    }),
    upcasts: {},
  },
  FollowUpMoved: { schemaVersion: 1, data: z.strictObject({ followUpId, version: positive, ...due }), upcasts: {} },
  /** `step` 0: due; 1 and 2: the escalations after it. */
  FollowUpFellDue: {
    schemaVersion: 1,
    data: z.strictObject({ followUpId, version: positive, step: z.int().min(0).max(2) }),
    upcasts: {},
  },
  /** `by`: the event that settled it. */
  FollowUpDone: { schemaVersion: 1, data: z.strictObject({ followUpId, by: eventId }), upcasts: {} },
  /** `by`: the event that released it, the cause that is gone or moved, or the migration that removed its rule. */
  FollowUpCancelled: {
    schemaVersion: 2,
    data: z.strictObject({ followUpId, by: eventId, reason: z.enum(CANCEL_REASONS) }),
    // There is one more reason, and the others are still there.
    upcasts: { 1: (data) => data },
  },
} as const satisfies Vocabulary;
