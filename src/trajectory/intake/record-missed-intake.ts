import type { Day } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { IntakeId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeUnderWay, type NotUnderWay, type TrajectoryRules } from '../under-way.js';
import { judgeOpenIntake, type IntakeIsOver, type NoSuchIntake } from './intakes.js';

type IntakeMissed = TrajectoryEventOf<'IntakeMissed'>;

/** Records that a planned intake did not take place, because the candidate did not come. */
export type RecordMissedIntake = Command<'RecordMissedIntake', IntakeMissed['data']>;

export type CannotRecordMissedIntake =
  NotUnderWay | NoSuchIntake | IntakeIsOver | { code: 'intake-not-yet'; intakeId: IntakeId; intakeOn: Day };

/** Proposes exactly one `IntakeMissed`. */
export function recordMissedIntake(command: Dated<RecordMissedIntake>): [IntakeMissed] {
  return [fact('IntakeMissed', command, command.data)];
}

/** What `next-steps` may try: each intake. */
export function offerMissedIntakes({ intakes }: Trajectory): Offers<RecordMissedIntake, CannotRecordMissedIntake> {
  return { subjects: [...intakes.keys()].map((intakeId) => ({ intakeId, excused: true })), none: 'no-such-intake' };
}

/**
 * Nobody misses an intake before its day. Asked once, when it is appended: that somebody did not come stays true whatever is put in before it.
 *
 * Errors: `no-such-intake`; `intake-over`; `intake-not-yet`; those of being under way.
 * Source: R-221, docs/rules.md.
 */
export function judgeMissedIntake(
  event: IntakeMissed,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotRecordMissedIntake | undefined {
  const refusal = judgeUnderWay(event, state, rules) ?? judgeOpenIntake(event.data.intakeId, state);
  if (refusal) return refusal;

  const { intakeId } = event.data;
  const intakeOn = state.intakes.get(intakeId)?.intakeOn;
  if (intakeOn !== undefined && event.occurredOn < intakeOn) return { code: 'intake-not-yet', intakeId, intakeOn };
}
