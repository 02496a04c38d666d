import { laterOf, type Day } from '../kernel/days.js';
import type { CandidateId, ProgrammeId, TrajectoryId } from '../kernel/ids.js';
import type { MutualInterest, Round } from './look.js';
import type { Asked } from './reaction.js';

/** What a trajectory says when it has such a match, or such an offer, already. */
export const ALREADY_THERE: ReadonlySet<string> = new Set([
  'already-offered',
  'already-started',
  'already-proposed',
  'match-made',
  'match-fell',
  'candidate-erased',
]);

/** A trajectory that has started. */
export type StartedRound = Round & Readonly<{ startedOn: Day }>;

/** Whether any trajectory of the candidate has the match of this meeting and employer, whatever became of it. */
export const hasMatchOf = (rounds: readonly Round[], { meetingId, employerId }: MutualInterest): boolean =>
  rounds.some(({ matches }) => matches.some((match) => match.meetingId === meetingId && match.employerId === employerId));

/** Proposes the match of two who said yes, on the day on which they did, or on that of the start where that was later. */
export function matchOf({ meetingId, heldOn, employerId }: MutualInterest, { trajectoryId, startedOn }: StartedRound): Asked {
  return {
    of: 'trajectory',
    id: trajectoryId,
    command: {
      type: 'ProposeMatch',
      on: laterOf(heldOn, startedOn),
      data: { employerId, meetingId, workplaceId: null, because: 'met-at-meeting', interested: ['candidate', 'employer'] },
    },
  };
}

type Met = Readonly<{ candidateId: CandidateId; programmeId: ProgrammeId; heldOn: Day }>;

/**
 * Offers the programme, on the day of the meeting, to somebody who has no trajectory in it: for the first time, again when the last
 * word before that day was a no, or once more after an earlier trajectory was closed before it. Nothing while an offer stands.
 */
export function offerTo(met: Met, last: Round | undefined): readonly Asked[] {
  if (!last) return [offer(met, null)];
  if (last.closedOn !== null) return last.closedOn < met.heldOn ? [offer(met, last.trajectoryId)] : [];

  const saidNo = last.offer === 'declined' && last.answeredOn !== null && last.answeredOn <= met.heldOn;
  return saidNo ? [offer(met, last.previousTrajectoryId)] : [];
}

function offer({ candidateId, programmeId, heldOn }: Met, previousTrajectoryId: TrajectoryId | null): Asked {
  const data = { candidateId, programmeId, previousTrajectoryId };
  return { of: 'trajectory', id: null, command: { type: 'OfferTrajectory', on: heldOn, data } };
}
