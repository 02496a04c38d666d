import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import { judgeBeginning, offerBenefits, type BenefitRuns } from './benefits.js';
import type { Candidate } from './candidate.js';
import type { BenefitStarted } from './candidate.events.js';
import type { NotRegistered } from './registered.js';

/** The first day of a benefit, as somebody told it; a fact from outside, welcome late and before the registration. */
export type RecordBenefitStart = Command<'RecordBenefitStart', BenefitStarted['data']>;

export type CannotRecordBenefitStart = NotRegistered | BenefitRuns;

/** Proposes exactly one `BenefitStarted`. */
export function recordBenefitStart({ on, data }: RecordBenefitStart & { on: Day }): [BenefitStarted] {
  return [{ type: 'BenefitStarted', occurredOn: on, data }];
}

/** What `next-steps` may try: each kind of benefit. */
export const offerBenefitStarts: (now: Candidate) => Offers<RecordBenefitStart, CannotRecordBenefitStart> = offerBenefits;

/** A benefit starts where it does not run. Errors: `candidate-not-registered`; `benefit-runs`. Source: R-104, docs/rules.md. */
export function judgeBenefitStart(
  { occurredOn, data }: BenefitStarted,
  candidate: Candidate,
): CannotRecordBenefitStart | undefined {
  return judgeBeginning(data.kind, occurredOn, candidate);
}
