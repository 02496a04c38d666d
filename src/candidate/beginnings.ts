import type { Day } from '../kernel/days.js';
import type { Effective } from '../kernel/history.js';
import type { EventId } from '../kernel/ids.js';
import type { BenefitKind } from '../programme/terms.js';
import { ranOn } from './benefits.js';
import { evolve, nobody, type Candidate } from './candidate.js';
import type { CandidateEvent } from './candidate.events.js';

/** A day from which somebody had a benefit, and the fact that says so. */
export type Beginning = Readonly<{ eventId: EventId; kind: BenefitKind; on: Day }>;

/**
 * When benefits began, or began again; after corrections a start may tell of what ran already, which begins nothing.
 *
 * Shape: in the order of the facts, by day.
 */
export function beginningsOf(facts: readonly Effective<CandidateEvent>[]): readonly Beginning[] {
  const found: Beginning[] = [];
  let candidate: Candidate = nobody;
  for (const fact of facts) {
    const beginning = beginningIn(fact, candidate);
    if (beginning) found.push(beginning);
    candidate = evolve(candidate, fact);
  }
  return found;
}

function beginningIn(fact: Effective<CandidateEvent>, { benefits }: Candidate): Beginning | undefined {
  if (fact.type !== 'BenefitStarted' && fact.type !== 'BenefitResumed') return undefined;

  const { eventId, occurredOn: on, data } = fact;
  const known = benefits.get(data.kind);
  return known && ranOn(known, on) ? undefined : { eventId, kind: data.kind, on };
}
