import { z } from 'zod';
import { employerId, matchId, meetingId } from '../../kernel/fields.events.js';
import type { Vocabulary } from '../../kernel/vocabulary.js';
import { PARTIES, SIDES } from '../../programme/terms.js';

/** Why somebody thought that these two might suit each other. */
export const MATCH_GROUNDS = ['met-at-meeting', 'vacancy', 'candidate-asked', 'employer-asked', 'caseworker-saw'] as const;

/** Why somebody is not interested; a no always has a reason, a yes may have none. */
export const INTEREST_REASONS = [
  'work-does-not-suit',
  'hours-do-not-suit',
  'travel-too-far',
  'other-candidate',
  'other-job',
  'other',
] as const;

/** Why a match came to nothing. */
export const FALL_REASONS = ['changed-mind', 'other-candidate', 'other-job', 'vacancy-gone', 'no-agreement', 'other'] as const;

/** How candidate and employer find each other. */
export const matchVocabulary = {
  MatchProposed: {
    schemaVersion: 1,
    data: z.strictObject({ matchId, employerId, meetingId: meetingId.nullable(), because: z.enum(MATCH_GROUNDS) }),
    upcasts: {},
  },
  /** The last word of a side counts. */
  InterestExpressed: {
    schemaVersion: 1,
    data: z.strictObject({
      matchId,
      by: z.enum(SIDES),
      interested: z.boolean(),
      reason: z.enum(INTEREST_REASONS).nullable(),
    }),
    upcasts: {},
  },
  MatchMade: { schemaVersion: 1, data: z.strictObject({ matchId }), upcasts: {} },
  MatchFellThrough: {
    schemaVersion: 1,
    data: z.strictObject({ matchId, by: z.enum(PARTIES), reason: z.enum(FALL_REASONS) }),
    upcasts: {},
  },
  TripartiteTalkHeld: {
    schemaVersion: 1,
    data: z.strictObject({ matchId, participants: z.array(z.enum(PARTIES)).max(PARTIES.length).readonly() }),
    upcasts: {},
  },
} as const satisfies Vocabulary;
