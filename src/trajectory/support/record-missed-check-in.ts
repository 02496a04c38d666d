import type { Offers } from '../../kernel/decider.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';
import { bothSidesOf, judgeWithin, type OutsidePlacement } from '../within-placement.js';

type CheckInMissed = TrajectoryEventOf<'CheckInMissed'>;

/** Records that a check-in did not come about; the follow-up that asked for it stays open. */
export type RecordMissedCheckIn = Command<'RecordMissedCheckIn', CheckInMissed['data']>;

export type CannotRecordMissedCheckIn = NotInPhase | OutsidePlacement;

/** Proposes exactly one `CheckInMissed`. */
export function recordMissedCheckIn(command: Dated<RecordMissedCheckIn>): [CheckInMissed] {
  return [fact('CheckInMissed', command, command.data)];
}

/** What `next-steps` may try: a miss with each side, per placement. */
export function offerMisses(state: Trajectory): Offers<RecordMissedCheckIn, CannotRecordMissedCheckIn> {
  return { subjects: bothSidesOf(state).map((side) => ({ ...side, reason: 'no-answer' })), none: 'no-such-placement' };
}

/**
 * Asked once, when it is appended: that somebody did not answer stays true whatever is put in before it.
 *
 * Errors: those of `judgeWithin` and of the phase.
 * Source: R-19, docs/rules.md.
 */
export function judgeMiss(
  event: CheckInMissed,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotRecordMissedCheckIn | undefined {
  return judgeInPhase(event, state, rules) ?? judgeWithin(event, state);
}
