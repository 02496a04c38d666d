import { z } from 'zod';
import { candidateId, day, positive, programmeId, trajectoryId } from '../../kernel/fields.events.js';
import type { Vocabulary } from '../../kernel/vocabulary.js';

/** Who sent somebody here; special education (vso, praktijkonderwijs) apart from other schools. Source: R-25, docs/rules.md. */
export const REFERRALS = [
  'meeting',
  'municipality',
  'uwv',
  'school',
  'special-education',
  'employer',
  'provider',
  'own-initiative',
  'return',
] as const;

/** Why an offer was answered as it was; a refusal always has one. */
export const OFFER_REASONS = ['found-work', 'other-programme', 'not-now', 'not-wanted', 'moved', 'other'] as const;

/** Whose life this is: the same in the offer and in the start. `round` is that of the previous trajectory plus one; 1 without. */
const subject = {
  candidateId,
  programmeId,
  programmeVersion: positive,
  round: positive,
  previousTrajectoryId: trajectoryId.nullable(),
};

/** How a trajectory begins. */
export const startVocabulary = {
  TrajectoryOffered: { schemaVersion: 1, data: z.strictObject(subject), upcasts: {} },
  OfferAnswered: {
    schemaVersion: 1,
    data: z.strictObject({ accepted: z.boolean(), reason: z.enum(OFFER_REASONS).nullable() }),
    upcasts: {},
  },
  /** `enrolledOn`: the day from which terms of the programme are counted, where that is not the day of the start. */
  TrajectoryStarted: {
    schemaVersion: 2,
    data: z.strictObject({ ...subject, enrolledOn: day.nullable(), referral: z.enum(REFERRALS) }),
    // There is one more who may have sent somebody, and the others are still there.
    upcasts: { 1: (data) => data },
  },
} as const satisfies Vocabulary;
