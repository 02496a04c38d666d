import type { Day } from '../kernel/days.js';
import { assertNever } from '../kernel/decider.js';
import type { MatchId } from '../kernel/ids.js';
import type { WorkplaceEvent, WorkplaceOffered, WorkplaceReserved, Withdrawal } from './workplace.events.js';

/** For which match a place is held, and how. */
export type Held = Readonly<{ matchId: MatchId; as: 'reserved' | 'filled'; since: Day; lapsesOn: Day | null }>;

/** A place to work: what it asks, and for whom it is held. */
export type Workplace = Readonly<{
  offered: (WorkplaceOffered['data'] & Readonly<{ on: Day }>) | null;
  held: Held | null;
  /** Every match for which it was ever reserved. */
  matches: ReadonlySet<MatchId>;
  withdrawn: Readonly<{ on: Day; reason: Withdrawal }> | null;
}>;

export const noWorkplace: Workplace = { offered: null, held: null, matches: new Set(), withdrawn: null };

/** Folds one event into the workplace. Total: what is held stays with its match, whatever is told of another one. */
export function evolve(state: Workplace, event: WorkplaceEvent): Workplace {
  switch (event.type) {
    case 'WorkplaceOffered':
      return { ...state, offered: { on: event.occurredOn, ...event.data } };
    case 'FunctionAdapted':
      return adapted(state, event.data.tasks, event.data.requirements);
    case 'WorkplaceReserved':
      return reserved(state, event);
    case 'WorkplaceFilled':
      return filled(state, event.data.matchId, event.occurredOn);
    case 'WorkplaceReleased':
      return state.held?.matchId === event.data.matchId ? { ...state, held: null } : state;
    case 'WorkplaceWithdrawn':
      return { ...state, withdrawn: { on: event.occurredOn, reason: event.data.reason } };
    default:
      return assertNever(event);
  }
}

type Offer = WorkplaceOffered['data'];

function adapted(state: Workplace, tasks: Offer['tasks'], requirements: Offer['requirements']): Workplace {
  return state.offered ? { ...state, offered: { ...state.offered, tasks, requirements } } : state;
}

function reserved(state: Workplace, { occurredOn, data: { matchId, lapsesOn } }: WorkplaceReserved): Workplace {
  const matches = new Set(state.matches).add(matchId);
  const held = state.held ?? { matchId, as: 'reserved', since: occurredOn, lapsesOn };
  return { ...state, matches, held };
}

function filled(state: Workplace, matchId: MatchId, since: Day): Workplace {
  if (state.held && state.held.matchId !== matchId) return state;
  return { ...state, matches: new Set(state.matches).add(matchId), held: { matchId, as: 'filled', since, lapsesOn: null } };
}
