import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import { judgeEnding, offerBenefits, type BenefitHadEnded } from './benefits.js';
import type { Candidate } from './candidate.js';
import type { BenefitEnded } from './candidate.events.js';
import type { NotRegistered } from './registered.js';

/** The last day of a benefit, as somebody told it; the end of a benefit is not a placement. */
export type RecordBenefitEnd = Command<'RecordBenefitEnd', BenefitEnded['data']>;

export type CannotRecordBenefitEnd = NotRegistered | BenefitHadEnded;

/** Proposes exactly one `BenefitEnded`. */
export function recordBenefitEnd({ on, data }: RecordBenefitEnd & { on: Day }): [BenefitEnded] {
  return [{ type: 'BenefitEnded', occurredOn: on, data }];
}

/** What `next-steps` may try: each kind of benefit. */
export const offerBenefitEnds: (now: Candidate) => Offers<RecordBenefitEnd, CannotRecordBenefitEnd> = offerBenefits;

/** A benefit ends once. Errors: `candidate-not-registered`; `benefit-had-ended`. Source: R-105, docs/rules.md. */
export function judgeBenefitEnd({ data }: BenefitEnded, candidate: Candidate): CannotRecordBenefitEnd | undefined {
  return judgeEnding(data.kind, candidate);
}
