import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command, Seal } from '../kernel/messages.js';
import type { Candidate } from './candidate.js';
import type { BenefitStarted, CandidateEvent, CandidateRegistered } from './candidate.events.js';

/**
 * The first command of a candidate's stream; the seal holds name, birth date and contact details.
 * With `identity: 'linked'` it holds the BSN too, which is claimed before the event is appended; a walk-in without one is welcome.
 */
export type RegisterCandidate = Command<'RegisterCandidate', CandidateRegistered['data'] & { benefit?: BenefitNow }> & {
  seal: Seal;
};

/** The benefit that somebody has already when registered; `startedOn` is its first day. */
export type BenefitNow = BenefitStarted['data'] & Readonly<{ startedOn: Day }>;

export type CannotRegisterCandidate = { code: 'candidate-already-registered'; registeredOn: Day };

/**
 * Proposes one `CandidateRegistered`, and with a benefit one `BenefitStarted` on the first day of that, which mostly lies before.
 *
 * Source: R-300, docs/rules.md.
 */
export function registerCandidate({ on, data, seal }: RegisterCandidate & { on: Day }): CandidateEvent[] {
  const { benefit, ...person } = data;
  const registered: CandidateRegistered = { type: 'CandidateRegistered', occurredOn: on, data: person, seal };
  if (!benefit) return [registered];

  const { startedOn, ...told } = benefit;
  return [registered, { type: 'BenefitStarted', occurredOn: startedOn, data: told }];
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
