import type { CandidateEvent } from './candidate.events.js';

/** Whether an event brings a BSN among its sealed words; the application claims it before the event is appended. */
export const claimsIdentity = (event: CandidateEvent): boolean =>
  event.type === 'IdentityLinked' || (event.type === 'CandidateRegistered' && event.data.identity === 'linked');

/** Where the words that count now are found: the last event, in the order of the history, that brought each. */
export type SealedWords<E> = Readonly<{ names: E | null; identity: E | null; contact: E | null }>;

/**
 * Which events of a candidate's facts hold the name, the BSN and the contact details that count.
 *
 * Shape: events as they came in, so that their ids and digests are at hand; null where nobody told.
 */
export function wordsThatCount<E extends CandidateEvent>(facts: readonly E[]): SealedWords<E> {
  const last = (brings: (event: E) => boolean): E | null => facts.findLast(brings) ?? null;

  return {
    names: last(({ type }) => type === 'CandidateRegistered'),
    identity: last(claimsIdentity),
    contact: last(({ type }) => type === 'CandidateRegistered' || type === 'ContactDetailsChanged'),
  };
}
