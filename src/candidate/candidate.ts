import type { Day } from '../kernel/days.js';
import { assertNever } from '../kernel/decider.js';
import type { Code } from '../kernel/fields.events.js';
import type { CandidateId } from '../kernel/ids.js';
import type { BenefitKind } from '../programme/terms.js';
import type { CandidateEvent, Identity, TargetGroup } from './candidate.events.js';

/** The last that is known of one kind of benefit. `since` null: it ended, and nobody told when it began; `until` null: it runs. */
export type Benefit = Readonly<{ since: Day | null; until: Day | null }>;

/** First and last day of belonging to a target group, both included; `until` null: no end is known. */
export type Membership = Readonly<{ from: Day; until: Day | null }>;

/** Who a candidate is, as far as codes say: the words about this person are in the vault. */
export type Candidate = Readonly<{
  /** Null as long as there is no such candidate. */
  registeredOn: Day | null;
  walkIn: boolean;
  identity: Identity;
  postcode4: number | null;
  birthYearBand: number | null;
  benefits: ReadonlyMap<BenefitKind, Benefit>;
  targetGroups: ReadonlyMap<TargetGroup, Membership>;
  /** By scheme: from when to when this person counts for it. */
  countability: ReadonlyMap<Code<'scheme'>, Membership>;
  /** With whom this person goes on, since when; null: as oneself. */
  merged: Readonly<{ on: Day; survivorId: CandidateId }> | null;
  /** Null as long as it can be known who this is. */
  erasedOn: Day | null;
}>;

export const nobody: Candidate = {
  registeredOn: null,
  walkIn: false,
  identity: 'unlinked',
  postcode4: null,
  birthYearBand: null,
  benefits: new Map(),
  targetGroups: new Map(),
  countability: new Map(),
  merged: null,
  erasedOn: null,
};

/** Folds one event into the candidate. Total: facts from outside may come in any order, also before the registration. */
export function evolve(state: Candidate, event: CandidateEvent): Candidate {
  switch (event.type) {
    case 'CandidateRegistered':
      return { ...state, registeredOn: event.occurredOn, ...event.data };
    case 'IdentityLinked':
      return { ...state, identity: 'linked' };
    case 'ContactDetailsChanged':
      return { ...state, postcode4: event.data.postcode4 };
    case 'BenefitStarted':
    case 'BenefitResumed':
      return { ...state, benefits: started(state.benefits, event.data.kind, event.occurredOn) };
    case 'BenefitEnded':
      return { ...state, benefits: ended(state.benefits, event.data.kind, event.occurredOn) };
    case 'TargetGroupChanged': {
      const { group, from, until } = event.data;
      return { ...state, targetGroups: new Map(state.targetGroups).set(group, { from, until }) };
    }
    case 'CountabilityOpened':
    case 'CountabilityExtended':
    case 'CountabilityExpired': {
      const { scheme, from, until } = event.data;
      return { ...state, countability: new Map(state.countability).set(scheme, { from, until }) };
    }
    case 'CandidateMergedInto':
      return { ...state, merged: { on: event.occurredOn, ...event.data } };
    case 'MergeUndone':
      return { ...state, merged: null };
    case 'CandidateErased':
      return { ...state, erasedOn: event.occurredOn };
    default:
      return assertNever(event);
  }
}

/** A second start of what runs already changes nothing: the first says since when. */
function started(benefits: Candidate['benefits'], kind: BenefitKind, since: Day): Candidate['benefits'] {
  if (benefits.get(kind)?.until === null) return benefits;
  return new Map(benefits).set(kind, { since, until: null });
}

function ended(benefits: Candidate['benefits'], kind: BenefitKind, until: Day): Candidate['benefits'] {
  return new Map(benefits).set(kind, { since: benefits.get(kind)?.since ?? null, until });
}
