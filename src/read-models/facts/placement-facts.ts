import type { Day } from '../../kernel/days.js';
import type { Shown } from '../projection.js';
import type { HeardAs } from './gather.js';
import { employerOf, endedBefore, endedBy, isMeant, isTold, withFact, type Gathered } from './held.js';

/** Matches, and the placements that come of them. */
export const placementFacts = {
  MatchProposed: (held, event) => {
    const { matchId: aboutId, employerId, because: code } = event.data;
    return withFact(held, event, { fact: 'match-proposed', code, aboutId, employerId });
  },
  MatchMade: (held, event) => withFact(held, event, { fact: 'match-made', ...ofMatch(held, event) }),
  MatchFellThrough: (held, event) =>
    withFact(held, event, { fact: 'match-fell', ...ofMatch(held, event), code: event.data.reason }),
  TripartiteTalkHeld: (held, event) => withFact(held, event, { fact: 'talk-held', ...ofMatch(held, event) }),
  PlacementStarted: (held, event) => {
    const { placementId: aboutId, employerId, kind: code } = event.data;
    if (isTold(held, { fact: 'placement', aboutId })) return held;
    return withFact(held, event, { fact: 'placement', code, aboutId, employerId });
  },
  PlacementConverted: converted,
  PlacementEnded: (held, { occurredOn, data }) => endedBy(held, { fact: 'placement', aboutId: data.placementId }, occurredOn),
  ContractSigned: (held, event) => {
    const { placementId: aboutId, contract: code } = event.data;
    const employerId = employerOf(held, { fact: 'placement', aboutId });
    return withFact(held, event, { fact: 'contract-signed', code, aboutId, employerId });
  },
} as const satisfies Partial<HeardAs>;

type OfMatch = Shown<'MatchMade' | 'MatchFellThrough' | 'TripartiteTalkHeld'>;

function ofMatch(held: Gathered, { data: { matchId: aboutId } }: OfMatch) {
  return { aboutId, employerId: employerOf(held, { fact: 'match-proposed', aboutId }) };
}

/** From that day on the same placement is of another kind, for as long as it lasts. */
function converted(held: Gathered, event: Shown<'PlacementConverted'>): Gathered {
  const { placementId: aboutId, kind: code } = event.data;
  const which = { fact: 'placement', aboutId } as const;
  const going = held.find((fact) => isMeant(fact, which) && lastsOn(fact.validTo, event.occurredOn));
  if (!going) return held;

  const { employerId, validTo } = going;
  return withFact(endedBefore(held, which, event.occurredOn), event, { fact: 'placement', code, aboutId, employerId, validTo });
}

const lastsOn = (validTo: Day | null, day: Day): boolean => validTo === null || validTo >= day;
