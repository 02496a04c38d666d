import { z } from 'zod';
import { placementId, positive, riskId } from '../../kernel/fields.events.js';
import type { Vocabulary } from '../../kernel/vocabulary.js';

/** What points at it that somebody may drop out or come back; never a diagnosis. */
export const RISK_SIGNALS = [
  'low-rating',
  'check-in-missed',
  'concern',
  'support-asked-again',
  'hours-reduced',
  'absence',
  'contract-ends',
  'instrument-ends',
  'countability-ends',
  'other',
] as const;

/** What is done about it. */
export const RISK_ANSWERS = ['talked', 'support', 'plan-revised', 'other-work', 'no-risk', 'nothing-helps', 'other'] as const;

/** Who may drop out of work or come back. Source: Werkwinkel, "zodat uitval zoveel mogelijk wordt voorkomen". */
export const risksVocabulary = {
  /** `placementId`: of which work, null where it is about none. `policyVersion`: that of the policy that the signals were seen under. */
  RiskFlagged: {
    schemaVersion: 1,
    data: z.strictObject({
      riskId,
      placementId: placementId.nullable(),
      signals: z.array(z.enum(RISK_SIGNALS)).min(1).max(RISK_SIGNALS.length).readonly(),
      policyVersion: positive,
    }),
    upcasts: {},
  },
  RiskAnswered: { schemaVersion: 1, data: z.strictObject({ riskId, answer: z.enum(RISK_ANSWERS) }), upcasts: {} },
} as const satisfies Vocabulary;
