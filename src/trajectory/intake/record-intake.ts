import type { Offers } from '../../kernel/decider.js';
import type { IntakeId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeUnderWay, type NotUnderWay, type TrajectoryRules } from '../under-way.js';
import { judgeOpenIntake, type IntakeIsOver, type NoSuchIntake } from './intakes.js';

type IntakeHeld = TrajectoryEventOf<'IntakeHeld'>;

/** Records a talk about talents, needs, ambitions and barriers, planned or not; the seal holds the words to each. */
export type RecordIntake = Command<'RecordIntake', IntakeHeld['data']>;

export type CannotRecordIntake = NotUnderWay | NoSuchIntake | IntakeIsOver;

/** Proposes exactly one `IntakeHeld`. */
export function recordIntake(command: Dated<RecordIntake>): [IntakeHeld] {
  return [fact('IntakeHeld', command, command.data)];
}

/** What `next-steps` may try: a talk that nobody had planned, and each intake. */
export function offerTalks({ intakes }: Trajectory): Offers<RecordIntake, CannotRecordIntake> {
  const talk = (intakeId: IntakeId | null) => ({ intakeId, talents: [], needs: [], ambitions: [], barriers: [] });
  return { subjects: [null, ...intakes.keys()].map(talk), none: 'not-started' };
}

/**
 * A planned intake is held once; a talk that nobody had planned counts as much.
 *
 * Errors: `no-such-intake`; `intake-over`; those of being under way.
 * Source: R-222, docs/rules.md.
 */
export function judgeIntake(event: IntakeHeld, state: Trajectory, rules: TrajectoryRules): CannotRecordIntake | undefined {
  const refusal = judgeUnderWay(event, state, rules);
  if (refusal) return refusal;

  const { intakeId } = event.data;
  if (intakeId !== null) return judgeOpenIntake(intakeId, state);
}
