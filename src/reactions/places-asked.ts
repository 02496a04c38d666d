import { laterOf, type Day, type Period } from '../kernel/days.js';
import type { MatchId, TrajectoryId, WorkplaceId } from '../kernel/ids.js';
import { bothInterested } from '../trajectory/match/matches.js';
import type { Match, Trajectory } from '../trajectory/trajectory.js';
import type { Look } from './look.js';

/** How a match wants its place held, and since when: kept since both said yes, filled since somebody works there. */
type Wanted = Readonly<{ as: 'reserved' | 'filled'; since: Day }>;

/** A match for a place. `wants` null: nothing any more, since `until` where that has a day. */
export type MatchForPlace = Readonly<{
  trajectoryId: TrajectoryId;
  matchId: MatchId;
  match: Match;
  wants: Wanted | null;
  until: Day | null;
  /** How long the programme keeps a place; null: a person does. */
  keptFor: Period | null;
}>;

/** Every match for a place as it stands at the log's end. Shape: by trajectory, then as they were proposed. */
export async function askingFor(workplaceId: WorkplaceId, look: Look): Promise<readonly MatchForPlace[]> {
  const found: MatchForPlace[] = [];
  for (const trajectoryId of await look.trajectoriesFor(workplaceId)) {
    const trajectory = await look.trajectoryOf(trajectoryId);
    const matches = [...trajectory.matches].filter(([, match]) => match.workplaceId === workplaceId);
    if (matches.length === 0 || !trajectory.subject) continue;

    const keptFor = (await look.definitionOf(trajectory.subject))?.reservation ?? null;
    for (const [matchId, match] of matches) found.push({ trajectoryId, matchId, match, ...wishOf(match, trajectory), keptFor });
  }
  return found;
}

/** What was made stands, also where only an override made it; what somebody works by no longer asks how it came about. */
function wishOf(match: Match, { placements }: Trajectory): Pick<MatchForPlace, 'wants' | 'until'> {
  const { placementId, fellOn, madeOn, says } = match;
  const placement = placementId === null ? undefined : placements.get(placementId);
  if (placement) {
    const { startedOn, endedOn } = placement;
    return endedOn === null ? wanting('filled', startedOn) : { wants: null, until: endedOn };
  }
  if (fellOn !== null) return { wants: null, until: fellOn };

  const { candidate, employer } = says;
  if (candidate && employer && bothInterested(match)) return wanting('reserved', laterOf(candidate.on, employer.on));
  return madeOn === null ? { wants: null, until: null } : wanting('reserved', madeOn);
}

const wanting = (as: Wanted['as'], since: Day) => ({ wants: { as, since }, until: null });
