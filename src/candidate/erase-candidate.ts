import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import type { Candidate } from './candidate.js';
import type { CandidateErased } from './candidate.events.js';
import { judgeSince, type BeforeRegistration, type NotRegistered } from './registered.js';

/**
 * Destroys for ever all that says who a candidate is, in every stream: names, contact details, BSN and whatever was written about them.
 * What remains is codes and days of somebody whom nobody can name.
 */
export type EraseCandidate = Command<'EraseCandidate', CandidateErased['data']>;

export type CannotEraseCandidate = NotRegistered | BeforeRegistration;

/** Proposes exactly one `CandidateErased`; the vault follows the event. */
export function eraseCandidate({ on, data }: EraseCandidate & { on: Day }): [CandidateErased] {
  return [{ type: 'CandidateErased', occurredOn: on, data }];
}

/** What `next-steps` may try: to erase whoever is registered. */
export function offerErasure({ registeredOn }: Candidate): Offers<EraseCandidate, CannotEraseCandidate> {
  return { subjects: registeredOn === null ? [] : [{ ground: 'retention-ended' }], none: 'candidate-not-registered' };
}

/** Errors: `candidate-not-registered`; `before-registration`. Source: R-340, docs/rules.md. */
export function judgeErasure({ occurredOn }: CandidateErased, candidate: Candidate): CannotEraseCandidate | undefined {
  return judgeSince(occurredOn, candidate);
}
