import type { Beginning } from '../candidate/beginnings.js';
import { addPeriod, daysBetween, type Period } from '../kernel/days.js';
import type { CandidateId, TrajectoryId } from '../kernel/ids.js';
import type { ReturnPolicy } from '../programme/programme.events.js';
import { ENTERED_IN_ERROR } from '../trajectory/closing/close-trajectory.js';
import type { Subject, Trajectory } from '../trajectory/trajectory.js';
import type { TrajectoryEventOf } from '../trajectory/trajectory.events.js';
import type { Look } from './look.js';

/** One trajectory of a candidate as it stands. */
export type Life = Omit<Trajectory, 'subject'> & Readonly<{ subject: Subject; trajectoryId: TrajectoryId }>;

/** A life that has ended, and how. */
type Left = Life & Readonly<{ closed: NonNullable<Life['closed']> }>;

/** A return that facts show, on the trajectory that was closed before it. */
export type ShownReturn = TrajectoryEventOf<'CandidateReturned'>['data'] & Readonly<{ life: Left; trajectoryId: TrajectoryId }>;

/**
 * The returns that a candidate's facts show: each benefit that begins, against the trajectory that was closed last on or before that
 * day, by the policy of the programme under which that trajectory stands. What it names no policy for is no return.
 *
 * Shape: by day.
 */
export async function returnsShown(
  lives: readonly Life[],
  look: Look,
  candidateId: CandidateId,
): Promise<readonly ShownReturn[]> {
  const left = lives.filter(hasLeft);
  if (left.length === 0) return [];

  const shown: ShownReturn[] = [];
  for (const beginning of await look.beginningsOf(candidateId)) {
    const life = closedLast(left, beginning);
    const policy = life && (await look.definitionOf(life.subject))?.returns;
    if (policy && isReturn(beginning, life, policy)) shown.push(shownOf(beginning, life, policy));
  }
  return shown;
}

/** What should never have existed is nothing that anybody came back from, and neither is what never started. */
const hasLeft = (life: Life): life is Left =>
  life.startedOn !== null && life.closed !== null && life.closed.result !== ENTERED_IN_ERROR;

/** Of two that were closed on one day the later one in their order. */
function closedLast(left: readonly Left[], { on }: Beginning): Left | undefined {
  const before = left.filter(({ closed }) => closed.on <= on);
  return before.sort((one, other) => (one.closed.on < other.closed.on ? -1 : one.closed.on > other.closed.on ? 1 : 0)).at(-1);
}

/** Whether it is a benefit that counts, after a result by which somebody left, within the months, the last day included. */
function isReturn({ kind, on }: Beginning, { closed }: Left, { benefits, after, withinMonths }: ReturnPolicy): boolean {
  const hasExit = after.some((result) => result === closed.result);
  return benefits.includes(kind) && hasExit && on <= addPeriod(closed.on, `P${withinMonths}M` as Period);
}

function shownOf({ eventId, on }: Beginning, life: Left, { policy }: ReturnPolicy): ShownReturn {
  return {
    life,
    trajectoryId: life.trajectoryId,
    benefitEventId: eventId,
    returnedOn: on,
    daysSinceExit: daysBetween(life.closed.on, on),
    policy: { id: policy, version: life.subject.programmeVersion },
  };
}
