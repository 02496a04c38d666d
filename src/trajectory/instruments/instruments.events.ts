import { z } from 'zod';
import { code, day, instrumentId, placementId, positive } from '../../kernel/fields.events.js';
import type { Vocabulary } from '../../kernel/vocabulary.js';

/** What the law or the municipality may grant so that somebody can work. */
export const INSTRUMENT_KINDS = [
  'wage-cost-subsidy',
  'trial-placement',
  'no-risk-policy',
  'wage-cost-benefit',
  'job-coach',
  'workplace-adaptation',
  'travel',
  'other',
] as const;

/** Why an instrument ended before, or at, its last day. */
export const INSTRUMENT_END_REASONS = [
  'term-expired',
  'placement-ended',
  'conditions-not-met',
  'renounced',
  'granted-in-error',
  'other',
] as const;

/** What somebody is rewarded with. */
export const INCENTIVE_KINDS = ['bonus', 'gift', 'travel', 'training', 'certificate', 'other'] as const;

/** What was imposed; how much it was is sealed with it. */
export const SANCTION_KINDS = ['warning', 'benefit-lowered', 'benefit-suspended', 'other'] as const;

/** For what it was imposed. */
export const SANCTION_REASONS = ['appointment-missed', 'work-refused', 'information-withheld', 'plan-not-kept', 'other'] as const;

/** What was granted, given and imposed. Amounts are sealed words. */
export const instrumentsVocabulary = {
  /** `rules`: the version of the ruleset under which it was granted. `placementId` null: it is not bound to one. `until`: the last day, null when open. */
  InstrumentGranted: {
    schemaVersion: 1,
    data: z.strictObject({
      instrumentId,
      placementId: placementId.nullable(),
      kind: z.enum(INSTRUMENT_KINDS),
      rules: z.strictObject({ id: code<'ruleset'>(), version: positive }),
      from: day,
      until: day.nullable(),
    }),
    upcasts: {},
  },
  /** Occurred on the last day of the instrument. */
  InstrumentEnded: {
    schemaVersion: 1,
    data: z.strictObject({ instrumentId, reason: z.enum(INSTRUMENT_END_REASONS) }),
    upcasts: {},
  },
  IncentiveGranted: { schemaVersion: 1, data: z.strictObject({ kind: z.enum(INCENTIVE_KINDS) }), upcasts: {} },
  /** Recorded by a person, never by the engine. */
  SanctionRecorded: {
    schemaVersion: 1,
    data: z.strictObject({ kind: z.enum(SANCTION_KINDS), reason: z.enum(SANCTION_REASONS) }),
    upcasts: {},
  },
} as const satisfies Vocabulary;
