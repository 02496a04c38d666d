import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command, Seal } from '../kernel/messages.js';
import type { Candidate } from './candidate.js';
import type { ContactDetailsChanged } from './candidate.events.js';
import { judgeNotMerged, type Merged } from './merged.js';
import { judgeSince, type BeforeRegistration, type NotRegistered } from './registered.js';

/** Where somebody can be reached from now on; the seal holds all contact details, also those that stayed the same. */
export type ChangeContactDetails = Command<'ChangeContactDetails', ContactDetailsChanged['data']> & { seal: Seal };

export type CannotChangeContactDetails = NotRegistered | BeforeRegistration | Merged;

/** Proposes exactly one `ContactDetailsChanged`. */
export function changeContactDetails({ on, data, seal }: ChangeContactDetails & { on: Day }): [ContactDetailsChanged] {
  return [{ type: 'ContactDetailsChanged', occurredOn: on, data, seal }];
}

/** What `next-steps` may try: one change, of whoever is registered. */
export function offerContactDetails({ registeredOn }: Candidate): Offers<ChangeContactDetails, CannotChangeContactDetails> {
  return { subjects: registeredOn === null ? [] : [{ postcode4: null }], none: 'candidate-not-registered' };
}

/**
 * Contact details may change any number of times, since the registration.
 *
 * Errors: `candidate-not-registered`; `before-registration`; `merged`.
 * Source, docs/rules.md.
 */
export function judgeContactDetails(
  { occurredOn }: ContactDetailsChanged,
  candidate: Candidate,
): CannotChangeContactDetails | undefined {
  return judgeSince(occurredOn, candidate) ?? judgeNotMerged(candidate);
}
