import { LAST_DAY, type Day } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeUnderWay, type NotUnderWay, type TrajectoryRules } from '../under-way.js';

type IntakeScheduled = TrajectoryEventOf<'IntakeScheduled'>;

/** Plans a talk to get to know each other. */
export type ScheduleIntake = Command<'ScheduleIntake', Omit<IntakeScheduled['data'], 'intakeId'>>;

export type CannotScheduleIntake = NotUnderWay | { code: 'intake-before-scheduling'; intakeOn: Day; scheduledOn: Day };

/** Proposes exactly one `IntakeScheduled`. */
export function scheduleIntake(command: Dated<ScheduleIntake>): [IntakeScheduled] {
  return [fact('IntakeScheduled', command, { intakeId: command.meta.newId('intake'), ...command.data })];
}

/** What `next-steps` may try: an intake, whenever. */
export function offerIntakes(_: Trajectory): Offers<ScheduleIntake, CannotScheduleIntake> {
  return { subjects: [{ intakeOn: LAST_DAY }], none: 'not-started' };
}

/**
 * An intake is planned for the day itself or a later one; there may be several.
 *
 * Errors: `intake-before-scheduling`; those of being under way.
 * Source: R-220, docs/rules.md.
 */
export function judgeScheduling(
  event: IntakeScheduled,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotScheduleIntake | undefined {
  const refusal = judgeUnderWay(event, state, rules);
  if (refusal) return refusal;

  const { intakeOn } = event.data;
  if (intakeOn < event.occurredOn) return { code: 'intake-before-scheduling', intakeOn, scheduledOn: event.occurredOn };
}
