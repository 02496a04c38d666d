import type { Offers } from '../../kernel/decider.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';
import { bothSidesOf, judgeWithin, type OutsidePlacement } from '../within-placement.js';

type CheckInRecorded = TrajectoryEventOf<'CheckInRecorded'>;

/** Records a conversation about how it goes at work, with one of the two sides. */
export type RecordCheckIn = Command<'RecordCheckIn', CheckInRecorded['data']>;

export type CannotRecordCheckIn = NotInPhase | OutsidePlacement;

/** Proposes exactly one `CheckInRecorded`, on the day of the conversation. */
export function recordCheckIn(command: Dated<RecordCheckIn>): [CheckInRecorded] {
  return [fact('CheckInRecorded', command, command.data)];
}

/** What `next-steps` may try: a check-in with each side, per placement. */
export function offerCheckIns(state: Trajectory): Offers<RecordCheckIn, CannotRecordCheckIn> {
  return { subjects: bothSidesOf(state).map((side) => ({ ...side, rating: 4, concerns: [] })), none: 'no-such-placement' };
}

/** Whether a check-in lies within its placement. Errors: those of `judgeWithin` and of the phase. Source: R-18, docs/rules.md. */
export function judgeCheckIn(event: CheckInRecorded, state: Trajectory, rules: TrajectoryRules): CannotRecordCheckIn | undefined {
  return judgeInPhase(event, state, rules) ?? judgeWithin(event, state);
}
