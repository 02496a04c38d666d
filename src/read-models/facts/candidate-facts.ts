import { laterOf, type Day } from '../../kernel/days.js';
import type { Shown } from '../projection.js';
import type { FactName } from './fact.js';
import type { HeardAs } from './gather.js';
import { endedBefore, endedBy, runs, withFact, type Gathered } from './held.js';

/** What is known of a candidate from outside. */
export const candidateFacts = {
  BenefitStarted: withBenefit,
  BenefitResumed: withBenefit,
  /** An end whose beginning nobody told says that the benefit was there on that last day. */
  BenefitEnded: (held, event) => {
    const which = { fact: 'benefit', code: event.data.kind } as const;
    const begun = runs(held, which) ? held : withFact(held, event, { ...which });
    return endedBy(begun, which, event.occurredOn);
  },
  TargetGroupChanged: (held, event) => lastWord(held, event, { fact: 'target-group', code: event.data.group }),
  /** The last word on who goes on counts. */
  CandidateMergedInto: (held, event) => {
    const before = endedBefore(held, MERGED, event.occurredOn);
    return withFact(before, event, { ...MERGED, aboutId: event.data.survivorId });
  },
  MergeUndone: (held, { occurredOn }) => endedBefore(held, MERGED, occurredOn),
  CountabilityOpened: withCountability,
  CountabilityExtended: withCountability,
  CountabilityExpired: withCountability,
} as const satisfies Partial<HeardAs>;

const MERGED = { fact: 'merged' } as const;

function withBenefit(held: Gathered, event: Shown<'BenefitStarted' | 'BenefitResumed'>): Gathered {
  const { kind: code } = event.data;
  return runs(held, { fact: 'benefit', code }) ? held : withFact(held, event, { fact: 'benefit', code });
}

function withCountability(
  held: Gathered,
  event: Shown<'CountabilityOpened' | 'CountabilityExtended' | 'CountabilityExpired'>,
): Gathered {
  return lastWord(held, event, { fact: 'countability', code: event.data.scheme });
}

type Between = Readonly<{ from: Day; until: Day | null }>;

/** The last word on a group or a scheme counts from the day on which it is told, within the days that it names. */
function lastWord(
  held: Gathered,
  event: Shown<'TargetGroupChanged' | 'CountabilityOpened' | 'CountabilityExtended' | 'CountabilityExpired'>,
  which: Readonly<{ fact: FactName; code: string }>,
): Gathered {
  const { from, until }: Between = event.data;
  const before = endedBefore(held, which, event.occurredOn);
  const validFrom = laterOf(from, event.occurredOn);
  if (until !== null && until < validFrom) return before;
  return withFact(before, event, { ...which, validFrom, validTo: until });
}
