import { laterOf } from '../kernel/days.js';
import type { TrajectoryId, WorkplaceId } from '../kernel/ids.js';
import type { Release } from '../workplace/workplace.events.js';
import type { Held, Workplace } from '../workplace/workplace.js';
import type { MatchForPlace } from './places-asked.js';
import type { Asked } from './reaction.js';

type Place = Readonly<{
  workplaceId: WorkplaceId;
  workplace: Workplace;
  matches: readonly MatchForPlace[];
  /** In which trajectory somebody may just have begun to work; null: in none. */
  beganIn: TrajectoryId | null;
}>;
type Asking = MatchForPlace & Readonly<{ wants: NonNullable<MatchForPlace['wants']> }>;

/**
 * What is to be done so that a place is held as its matches ask: it is freed of what asks no more, goes on for the match that has it,
 * and is kept for each of the others; which of these comes first, the place itself says. For who works where the place is another's or
 * was withdrawn it is asked once, when that begins: the refusal is for a person, and would be the same at every later event.
 *
 * Shape: what frees it first, then in the order in which both said yes.
 */
export function differenceAt({ workplaceId, workplace: { held, withdrawn }, matches, beganIn }: Place): readonly Asked[] {
  const asking = matches.filter(isAsking).sort(bySaidYes);
  const isNews = ({ wants, trajectoryId }: Asking): boolean => wants.as === 'reserved' || trajectoryId === beganIn;
  const holder = asking.find(({ matchId }) => matchId === held?.matchId);
  if (!held) return asking.filter((one) => !withdrawn || isNews(one)).flatMap((one) => keeping(workplaceId, one));

  const isKept = holder !== undefined && (held.as === 'reserved' || holder.wants.as === 'filled');
  const others = asking.filter((one) => one !== holder);
  const askedOf = (them: readonly Asking[]) => them.flatMap((one) => keeping(workplaceId, one));
  if (isKept) return [...goingOn(workplaceId, held, holder), ...askedOf(others.filter(isNews))];

  const freeing = releaseOf(workplaceId, held, holder ? undefined : matches.find(({ matchId }) => matchId === held.matchId));
  return [freeing, ...askedOf(holder ? [holder, ...others] : others)];
}

const isAsking = (one: MatchForPlace): one is Asking => one.wants !== null;

const bySaidYes = (one: Asking, other: Asking): number => (placeOf(one) < placeOf(other) ? -1 : 1);
const placeOf = ({ wants, matchId }: Asking): string => `${wants.since} ${matchId}`;

/** For as long as the programme says, from the day on which that is recorded: the place knows which. Who works gives way to nobody. */
function keeping(workplaceId: WorkplaceId, { trajectoryId, matchId, keptFor, wants }: Asking): readonly Asked[] {
  if (keptFor === null) return [];
  const command = { type: 'ReserveWorkplace', data: { matchId, keptFor } } as const;
  return [{ of: 'workplace', id: workplaceId, givesWay: wants.as === 'filled' ? null : trajectoryId, command }];
}

/** What the reservation that stands brings: the match is made, or somebody works there by now. */
function goingOn(workplaceId: WorkplaceId, held: Held, { trajectoryId, matchId, match, wants }: Asking): readonly Asked[] {
  if (held.as === 'filled') return [];

  const on = laterOf(wants.since, held.since);
  if (wants.as === 'filled')
    return [{ of: 'workplace', id: workplaceId, givesWay: null, command: { type: 'FillWorkplace', on, data: { matchId } } }];
  return match.madeOn === null
    ? [{ of: 'trajectory', id: trajectoryId, command: { type: 'RecordMatch', on, data: { matchId } } }]
    : [];
}

/** On the day on which the match fell through or the placement ended; today where neither is so, or no such match is left. */
function releaseOf(id: WorkplaceId, { matchId, since }: Held, match: MatchForPlace | undefined): Asked {
  const until = match?.until ?? null;
  const data = { matchId, reason: reasonOf(match) };
  const day = until === null ? {} : { on: laterOf(until, since) };
  return { of: 'workplace', id, givesWay: null, command: { type: 'ReleaseWorkplace', ...day, data } };
}

function reasonOf(ended: MatchForPlace | undefined): Release {
  if (!ended || ended.until === null) return 'entered-in-error';
  if (ended.match.placementId !== null) return 'placement-ended';
  return ended.match.fellFor === 'reservation-lapsed' ? 'reservation-lapsed' : 'match-fell-through';
}
