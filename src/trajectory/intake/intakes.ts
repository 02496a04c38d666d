import type { Day } from '../../kernel/days.js';
import type { IntakeId } from '../../kernel/ids.js';
import type { Intake } from '../around.js';
import type { Trajectory } from '../trajectory.js';

export type NoSuchIntake = Readonly<{ code: 'no-such-intake'; intakeId: IntakeId }>;
export type IntakeIsOver = Readonly<{
  code: 'intake-over';
  intakeId: IntakeId;
  how: NonNullable<Intake['over']>['how'];
  overOn: Day;
}>;

/**
 * An intake that was scheduled is held or missed, once.
 *
 * Errors: `no-such-intake`; `intake-over`.
 * Source: R-220, docs/rules.md.
 */
export function judgeOpenIntake(intakeId: IntakeId, { intakes }: Trajectory): NoSuchIntake | IntakeIsOver | undefined {
  const intake = intakes.get(intakeId);
  if (!intake) return { code: 'no-such-intake', intakeId };
  if (intake.over) return { code: 'intake-over', intakeId, how: intake.over.how, overOn: intake.over.on };
}
