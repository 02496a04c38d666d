import type { Day } from '../kernel/days.js';
import type { Candidate } from './candidate.js';

export type NotRegistered = { code: 'candidate-not-registered' };
export type BeforeRegistration = { code: 'before-registration'; happenedOn: Day; registeredOn: Day };

/** Nothing is known of somebody who was never registered. Source: R-101, docs/rules.md. */
export function judgeKnown({ registeredOn }: Candidate): NotRegistered | undefined {
  return registeredOn === null ? { code: 'candidate-not-registered' } : undefined;
}

/**
 * What we do for a candidate lies on or after the day of registration; facts from outside may lie before it.
 *
 * Errors: `candidate-not-registered`; `before-registration`.
 * Source: R-102, docs/rules.md.
 */
export function judgeSince(happenedOn: Day, { registeredOn }: Candidate): NotRegistered | BeforeRegistration | undefined {
  if (registeredOn === null) return { code: 'candidate-not-registered' };
  if (happenedOn < registeredOn) return { code: 'before-registration', happenedOn, registeredOn };
}
