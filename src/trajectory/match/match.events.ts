import { z } from 'zod';
import { employerId, matchId, meetingId, workplaceId } from '../../kernel/fields.events.js';
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
export const FALL_REASONS = [
  'changed-mind',
  'other-candidate',
  'other-job',
  'vacancy-gone',
  'no-agreement',
  'place-taken',
  'reservation-lapsed',
  'other',
] as const;

/** Those that are about the place itself, and so need one. */
export const PLACE_REASONS: readonly (typeof FALL_REASONS)[number][] = ['place-taken', 'reservation-lapsed'];

/** How candidate and employer find each other. */
export const matchVocabulary = {
  /** `workplaceId`: the place that the match is for, null for none in particular. */
  MatchProposed: {
    schemaVersion: 2,
    data: z.strictObject({
      matchId,
      employerId,
      meetingId: meetingId.nullable(),
      workplaceId: workplaceId.nullable(),
      because: z.enum(MATCH_GROUNDS),
    }),
    upcasts: { 1: (data) => ({ ...(data as object), workplaceId: null }) },
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
    schemaVersion: 2,
    data: z.strictObject({ matchId, by: z.enum(PARTIES), reason: z.enum(FALL_REASONS) }),
    // There are more reasons than before, and the old ones are still there.
    upcasts: { 1: (data) => data },
  },
  TripartiteTalkHeld: {
    schemaVersion: 1,
    data: z.strictObject({ matchId, participants: z.array(z.enum(PARTIES)).max(PARTIES.length).readonly() }),
    upcasts: {},
  },
} as const satisfies Vocabulary;
