import { z } from 'zod';
import { day, employerId, matchId, placementId } from '../../kernel/fields.events.js';
import type { Vocabulary } from '../../kernel/vocabulary.js';
import { PARTIES, PLACEMENT_KINDS } from '../../programme/terms.js';

/** Under what contract somebody works; `none` where there is no employment, as in a trial. */
export const CONTRACTS = ['permanent', 'fixed-term', 'agency', 'none'] as const;

/** Why a placement ended. */
export const END_REASONS = [
  'term-expired',
  'other-job',
  'work-does-not-suit',
  'no-work-left',
  'mutual-consent',
  'dropped-out',
  'moved',
  'other',
] as const;

/** Where somebody works. */
export const placementVocabulary = {
  /** `location` internal: at the organisation that guides. `until`: the last day as agreed, null when none was; the placement lasts until it is ended. */
  PlacementStarted: {
    schemaVersion: 1,
    data: z.strictObject({
      placementId,
      matchId,
      employerId,
      kind: z.enum(PLACEMENT_KINDS),
      location: z.enum(['internal', 'external']),
      contract: z.enum(CONTRACTS),
      hoursPerWeek: z.number().min(0.5).max(60).multipleOf(0.5),
      until: day.nullable(),
    }),
    upcasts: {},
  },
  /** Occurred on the last day of the placement. */
  PlacementEnded: {
    schemaVersion: 1,
    data: z.strictObject({ placementId, reason: z.enum(END_REASONS), by: z.enum(PARTIES) }),
    upcasts: {},
  },
} as const satisfies Vocabulary;
