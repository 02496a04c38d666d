import { z } from 'zod';
import { agreementId, day, planId } from '../../kernel/fields.events.js';
import type { Vocabulary } from '../../kernel/vocabulary.js';
import { AGREEMENT_SUBJECTS, GOALS, PARTIES } from '../../programme/terms.js';
import { withAgreementIds } from './agreement-ids.js';

/** What became clear when a plan was talked about. */
export const EVALUATION_OUTCOMES = ['goes-well', 'to-be-revised', 'completed'] as const;

/** Why the agreements of a plan changed. */
export const REVISION_REASONS = ['evaluation', 'circumstances', 'goal-changed', 'agreement-broken', 'other'] as const;

/** Why an agreement was not kept. */
export const BREACH_REASONS = ['not-done', 'no-longer-possible', 'circumstances', 'other'] as const;

/** Why somebody else does it. */
export const REASSIGNMENT_REASONS = ['can-do-it-alone', 'needs-help', 'absence', 'other'] as const;

/** Who does what, at the latest on which day. */
const agreement = z.strictObject({ agreementId, subject: z.enum(AGREEMENT_SUBJECTS), owner: z.enum(PARTIES), dueOn: day });

/** What was agreed (*trajectplan*). */
export const planVocabulary = {
  /** The last plan agreed on is the one that holds. */
  PlanAgreed: {
    schemaVersion: 2,
    data: z.strictObject({
      planId,
      goal: z.enum(GOALS),
      agreements: z.array(agreement).min(1).max(50).readonly(),
      signatories: z.array(z.enum(PARTIES)).max(PARTIES.length).readonly(),
    }),
    upcasts: { 1: withAgreementIds },
  },
  /** Talked about together. Source: Participatiewet, art. 44a (2026-07-01): evaluated *in samenspraak*. */
  PlanEvaluated: {
    schemaVersion: 1,
    data: z.strictObject({
      planId,
      participants: z.array(z.enum(PARTIES)).max(PARTIES.length).readonly(),
      outcome: z.enum(EVALUATION_OUTCOMES),
    }),
    upcasts: {},
  },
  /** What no longer holds, and what was agreed instead; all others stay. */
  PlanRevised: {
    schemaVersion: 1,
    data: z.strictObject({
      planId,
      reason: z.enum(REVISION_REASONS),
      drops: z.array(agreementId).max(50).readonly(),
      adds: z.array(agreement).max(50).readonly(),
      signatories: z.array(z.enum(PARTIES)).max(PARTIES.length).readonly(),
    }),
    upcasts: {},
  },
  AgreementKept: { schemaVersion: 1, data: z.strictObject({ agreementId }), upcasts: {} },
  AgreementBroken: { schemaVersion: 1, data: z.strictObject({ agreementId, reason: z.enum(BREACH_REASONS) }), upcasts: {} },
  /** `owner`: who does it from now on. */
  AgreementReassigned: {
    schemaVersion: 1,
    data: z.strictObject({ agreementId, owner: z.enum(PARTIES), reason: z.enum(REASSIGNMENT_REASONS) }),
    upcasts: {},
  },
} as const satisfies Vocabulary;
