import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import { judgeBeginning, offerBenefits, type BenefitRuns } from './benefits.js';
import type { Candidate } from './candidate.js';
import type { BenefitResumed } from './candidate.events.js';
import type { NotRegistered } from './registered.js';

/** The first day on which somebody has a benefit again; whether that is a return, a named policy says, not this fact. */
export type RecordBenefitResumption = Command<'RecordBenefitResumption', BenefitResumed['data']>;

export type CannotRecordBenefitResumption = NotRegistered | BenefitRuns;

/** Proposes exactly one `BenefitResumed`. */
export function recordBenefitResumption({ on, data }: RecordBenefitResumption & { on: Day }): [BenefitResumed] {
  return [{ type: 'BenefitResumed', occurredOn: on, data }];
}

/** What `next-steps` may try: each kind of benefit. */
export const offerBenefitResumptions: (now: Candidate) => Offers<RecordBenefitResumption, CannotRecordBenefitResumption> =
  offerBenefits;

/** A benefit is resumed where it does not run. Errors: `candidate-not-registered`; `benefit-runs`. Source: R-104, docs/rules.md. */
export function judgeBenefitResumption(
  { occurredOn, data }: BenefitResumed,
  candidate: Candidate,
): CannotRecordBenefitResumption | undefined {
  return judgeBeginning(data.kind, occurredOn, candidate);
}
