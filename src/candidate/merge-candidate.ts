import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { CandidateId } from '../kernel/ids.js';
import type { Command } from '../kernel/messages.js';
import type { Candidate } from './candidate.js';
import type { CandidateMergedInto } from './candidate.events.js';
import { judgeNotMerged, type Merged } from './merged.js';
import { judgeSince, type BeforeRegistration, type NotRegistered } from './registered.js';

/** Says that somebody is the same person as another candidate, the survivor, with whom everything goes on. */
export type MergeCandidate = Command<'MergeCandidate', CandidateMergedInto['data']>;

export type CannotMergeCandidate = NotRegistered | BeforeRegistration | Merged | { code: 'linked-survives' };

/** The candidate of the sample: somebody else. */
const SOMEBODY = '00000000-0000-5000-8000-000000000000' as CandidateId;

/** Proposes exactly one `CandidateMergedInto`. */
export function mergeCandidate({ on, data }: MergeCandidate & { on: Day }): [CandidateMergedInto] {
  return [{ type: 'CandidateMergedInto', occurredOn: on, data }];
}

/** What `next-steps` may try: a merge of whoever is registered. */
export function offerMerge({ registeredOn }: Candidate): Offers<MergeCandidate, CannotMergeCandidate> {
  return { subjects: registeredOn === null ? [] : [{ survivorId: SOMEBODY }], none: 'candidate-not-registered' };
}

/**
 * Somebody is merged once at a time, and only without a BSN: who has one survives, so that the BSN stays claimed for whom it is of (ours).
 * Of two with a BSN one link is wrong, and is corrected first.
 *
 * Errors: `candidate-not-registered`; `before-registration`; `merged`; `linked-survives`.
 * Source: R-318, docs/rules.md.
 */
export function judgeMerge({ occurredOn }: CandidateMergedInto, candidate: Candidate): CannotMergeCandidate | undefined {
  return judgeSince(occurredOn, candidate) ?? judgeMayGo(candidate);
}

/** Errors: `merged`; `linked-survives`. */
export function judgeMayGo(candidate: Candidate): Merged | { code: 'linked-survives' } | undefined {
  const merged = judgeNotMerged(candidate);
  if (merged) return merged;

  if (candidate.identity === 'linked') return { code: 'linked-survives' };
}
