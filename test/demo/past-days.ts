import { dayOf, lastInstantOf, type Day, type Instant } from '../../src/kernel/days.js';
import { countingOf } from '../../tools/recount.mjs';
import type { FeedEvent } from './running-demo.js';

/** What a spec looks at in the state of a trajectory: whatever the programme, it has these. */
export type Standing = Readonly<{
  started: boolean;
  goal: string | null;
  matches: readonly string[];
  fallen: readonly string[];
  placements: readonly string[];
  ended: readonly string[];
  closed: string | null;
}>;

type State = Readonly<{
  startedOn: Day | null;
  goal: { goal: string } | null;
  matches: Record<string, { fellOn: Day | null }>;
  placements: Record<string, { endedOn: Day | null }>;
  closed: { result: string } | null;
}>;

/** Five days spread over what was recorded of a stream, the first and the last among them. */
export function fiveDays(events: readonly FeedEvent[]): readonly Day[] {
  const days = [...new Set(events.map(({ recordedAt }) => dayOf(recordedAt as Instant)))].sort();
  return [0, 1, 2, 3, 4].map((at) => days[Math.round((at * (days.length - 1)) / 4)]);
}

/** Where a trajectory stood as far as it was known at the end of a day, from its raw events alone. */
export function standingFrom(events: readonly FeedEvent[], day: Day): Standing {
  const until = lastInstantOf(day);
  const known = countingOf(events.filter(({ recordedAt }) => recordedAt <= until));
  const ids = (type: string, field: string) =>
    known.flatMap((event) => (event.type === type ? [String(event.data[field])] : [])).sort();
  const last = (types: readonly string[], field: string) => {
    const found = known.filter(({ type }) => types.includes(type)).sort(byDay);
    return found.length === 0 ? null : ((found[found.length - 1].data[field] as string | undefined) ?? null);
  };
  return {
    started: known.some(({ type }) => type === 'TrajectoryStarted'),
    goal: last(['GoalSet', 'GoalChanged'], 'goal'),
    matches: ids('MatchProposed', 'matchId'),
    fallen: ids('MatchFellThrough', 'matchId'),
    placements: ids('PlacementStarted', 'placementId'),
    ended: ids('PlacementEnded', 'placementId'),
    closed: last(['TrajectoryClosed', 'TrajectoryReopened'], 'result'),
  };
}

/** The same, as the API tells it. */
export function standingOf(state: State): Standing {
  const keys = <T>(of: Record<string, T>, also: (one: T) => boolean = () => true) =>
    Object.entries(of)
      .flatMap(([id, one]) => (also(one) ? [id] : []))
      .sort();
  return {
    started: state.startedOn !== null,
    goal: state.goal?.goal ?? null,
    matches: keys(state.matches),
    fallen: keys(state.matches, ({ fellOn }) => fellOn !== null),
    placements: keys(state.placements),
    ended: keys(state.placements, ({ endedOn }) => endedOn !== null),
    closed: state.closed?.result ?? null,
  };
}

const byDay = (one: FeedEvent, other: FeedEvent): number =>
  String(one.occurredOn) === String(other.occurredOn)
    ? one.version - other.version
    : String(one.occurredOn) < String(other.occurredOn)
      ? -1
      : 1;
