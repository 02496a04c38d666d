import type { Day } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { Command } from '../../kernel/messages.js';
import type { Shelf } from '../../programme/shelf.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeNotClosed, type BeforeStart, type TrajectoryIsClosed, type TrajectoryRules } from '../under-way.js';
import { judgeSubject, subjectsToBegin, versionOn, type NotThisSubject } from './subject.js';

type TrajectoryStarted = TrajectoryEventOf<'TrajectoryStarted'>;

/** Starts a trajectory, after an accepted offer or at once; the version of the programme is the one in force on that day. */
export type StartTrajectory = Command<'StartTrajectory', Omit<TrajectoryStarted['data'], 'programmeVersion'>>;

export type CannotStartTrajectory =
  | NotThisSubject
  | BeforeStart
  | TrajectoryIsClosed
  | { code: 'already-started' }
  | { code: 'offer-not-accepted'; answer: 'open' | 'declined' }
  | { code: 'enrolled-after-start'; enrolledOn: Day; startedOn: Day };

/** Proposes exactly one `TrajectoryStarted`. */
export const startTrajectory =
  (shelf: Shelf) =>
  (command: Dated<StartTrajectory>): [TrajectoryStarted] => [
    fact('TrajectoryStarted', command, { ...command.data, programmeVersion: versionOn(shelf, command) }),
  ];

/** What `next-steps` may try: to start what was offered, or what nothing began. */
export const offerStarts =
  (shelf: Shelf) =>
  (now: Trajectory): Offers<StartTrajectory, CannotStartTrajectory> => ({
    subjects: subjectsToBegin(shelf, now).map((subject) => ({ ...subject, enrolledOn: null, referral: 'own-initiative' })),
    none: 'no-rules-in-force',
  });

/**
 * A trajectory starts once; where there is an offer, only after a yes, and about the same candidate, programme and round.
 *
 * Errors: `before-start`; `already-started`; `offer-not-accepted`; `enrolled-after-start`; `trajectory-closed`; those of the subject.
 * Source, docs/rules.md.
 */
export function judgeStart(
  event: TrajectoryStarted,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotStartTrajectory | undefined {
  const { occurredOn, data } = event;
  if (state.begunOn !== null && occurredOn < state.begunOn) return { code: 'before-start', begunOn: state.begunOn };
  if (state.startedOn !== null) return { code: 'already-started' };
  if (state.offer === 'open' || state.offer === 'declined') return { code: 'offer-not-accepted', answer: state.offer };
  if (data.enrolledOn !== null && data.enrolledOn > occurredOn) {
    return { code: 'enrolled-after-start', enrolledOn: data.enrolledOn, startedOn: occurredOn };
  }

  return judgeNotClosed(event, state) ?? judgeSubject(event, state, rules);
}
