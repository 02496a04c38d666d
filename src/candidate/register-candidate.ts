import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command, Seal } from '../kernel/messages.js';
import type { Candidate } from './candidate.js';
import type { CandidateEvent, CandidateRegistered } from './candidate.events.js';

/**
 * The first command of a candidate's stream; the seal holds name, birth date and contact details.
 * With `identity: 'linked'` it holds the BSN too, which is claimed before the event is appended; a walk-in without one is welcome.
 */
export type RegisterCandidate = Command<'RegisterCandidate', CandidateRegistered['data']> & { seal: Seal };

export type CannotRegisterCandidate = { code: 'candidate-already-registered'; registeredOn: Day };

/** Proposes exactly one `CandidateRegistered`. */
export function registerCandidate({ on, data, seal }: RegisterCandidate & { on: Day }): [CandidateEvent] {
  return [{ type: 'CandidateRegistered', occurredOn: on, data, seal }];
}

/** What `next-steps` may try: a registration, as long as there is none. */
export function offerRegistration({ registeredOn }: Candidate): Offers<RegisterCandidate, CannotRegisterCandidate> {
  const unknown = { walkIn: false, identity: 'unlinked', postcode4: null, birthYearBand: null } as const;
  return { subjects: registeredOn === null ? [unknown] : [], none: 'candidate-already-registered' };
}

/**
 * A candidate is registered once.
 *
 * Errors: `candidate-already-registered`.
 * Source: R-101, docs/rules.md.
 */
export function judgeRegistration(_: CandidateRegistered, { registeredOn }: Candidate): CannotRegisterCandidate | undefined {
  return registeredOn === null ? undefined : { code: 'candidate-already-registered', registeredOn };
}
