import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command, Seal } from '../kernel/messages.js';
import type { Candidate } from './candidate.js';
import type { IdentityLinked } from './candidate.events.js';
import { judgeNotMerged, type Merged } from './merged.js';
import { judgeSince, type BeforeRegistration, type NotRegistered } from './registered.js';

/** The BSN of somebody who walked in without one; the seal holds it, and it is claimed before the event is appended. */
export type LinkIdentity = Command<'LinkIdentity', IdentityLinked['data']> & { seal: Seal };

export type CannotLinkIdentity = NotRegistered | BeforeRegistration | Merged | { code: 'identity-already-linked' };

/** Proposes exactly one `IdentityLinked`. */
export function linkIdentity({ on, data, seal }: LinkIdentity & { on: Day }): [IdentityLinked] {
  return [{ type: 'IdentityLinked', occurredOn: on, data, seal }];
}

/** What `next-steps` may try: to link whoever is not linked yet. */
export function offerLink(candidate: Candidate): Offers<LinkIdentity, CannotLinkIdentity> {
  if (candidate.registeredOn === null) return { subjects: [], none: 'candidate-not-registered' };
  return { subjects: candidate.identity === 'unlinked' ? [{}] : [], none: 'identity-already-linked' };
}

/**
 * An identity is linked once; a wrong BSN is corrected on the event that brought it.
 *
 * Errors: `candidate-not-registered`; `before-registration`; `merged`; `identity-already-linked`.
 * Source, docs/rules.md.
 */
export function judgeLink({ occurredOn }: IdentityLinked, candidate: Candidate): CannotLinkIdentity | undefined {
  return judgeSince(occurredOn, candidate) ?? judgeFirstLink(candidate);
}

/** Errors: `merged`; `identity-already-linked`. */
export function judgeFirstLink(candidate: Candidate): Merged | { code: 'identity-already-linked' } | undefined {
  const merged = judgeNotMerged(candidate);
  if (merged) return merged;

  if (candidate.identity === 'linked') return { code: 'identity-already-linked' };
}
