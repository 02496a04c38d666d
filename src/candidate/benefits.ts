import { subtractPeriod, type Day, type Period } from '../kernel/days.js';
import { BENEFIT_KINDS, type BenefitKind } from '../programme/terms.js';
import type { Benefit, Candidate } from './candidate.js';
import type { FactSource } from './candidate.events.js';
import type { NotRegistered } from './registered.js';

export type BenefitRuns = { code: 'benefit-runs'; kind: BenefitKind; since: Day | null; until: Day | null };
export type BenefitHadEnded = { code: 'benefit-had-ended'; kind: BenefitKind; until: Day };

/** Whether a benefit still ran on a day; its last day counts as a day on which it ran. */
export const ranOn = ({ until }: Benefit, on: Day): boolean => until === null || until >= on;

/** Whether somebody has a benefit on a day, and by then for so many months without a break; where its beginning is not known, nobody can say. */
export function hasHadBenefit(
  { benefits }: Candidate,
  kind: BenefitKind,
  { months, asOf }: Readonly<{ months: number; asOf: Day }>,
): boolean {
  const benefit = benefits.get(kind);
  if (!benefit || benefit.since === null || !ranOn(benefit, asOf)) return false;
  return benefit.since <= subtractPeriod(asOf, `P${months}M` as Period);
}

/** What `next-steps` may try: a sample of each kind, for whoever is registered. */
export function offerBenefits({ registeredOn }: Candidate): {
  subjects: { kind: BenefitKind; source: FactSource }[];
  none: NotRegistered['code'];
} {
  const kinds = registeredOn === null ? [] : BENEFIT_KINDS;
  return { subjects: kinds.map((kind) => ({ kind, source: 'municipality' })), none: 'candidate-not-registered' };
}

/**
 * A benefit begins, or begins again, only where it does not run. That nobody told of its end or of an earlier one is no hindrance.
 *
 * Units: days, both ends inclusive: one that ended on a day may begin again the day after.
 * Errors: `candidate-not-registered`; `benefit-runs`.
 * Source: R-104, docs/rules.md.
 */
export function judgeBeginning(kind: BenefitKind, on: Day, candidate: Candidate): NotRegistered | BenefitRuns | undefined {
  if (candidate.registeredOn === null) return { code: 'candidate-not-registered' };

  const known = candidate.benefits.get(kind);
  if (known && ranOn(known, on)) return { code: 'benefit-runs', kind, ...known };
}

/**
 * A benefit ends once. Its beginning need not be known: often the end is the first that we hear of it.
 *
 * Errors: `candidate-not-registered`; `benefit-had-ended`.
 * Source: R-105, docs/rules.md.
 */
export function judgeEnding(kind: BenefitKind, candidate: Candidate): NotRegistered | BenefitHadEnded | undefined {
  if (candidate.registeredOn === null) return { code: 'candidate-not-registered' };

  const until = candidate.benefits.get(kind)?.until ?? null;
  if (until !== null) return { code: 'benefit-had-ended', kind, until };
}
