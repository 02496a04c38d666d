import type { Offers } from '../../kernel/decider.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeUnderWay, type NotUnderWay, type TrajectoryRules } from '../under-way.js';

type AssessmentRecorded = TrajectoryEventOf<'AssessmentRecorded'>;

/** Records how able to learn and how motivated somebody is, as the assessor sees it. */
export type RecordAssessment = Command<'RecordAssessment', AssessmentRecorded['data']>;

export type CannotRecordAssessment =
  NotUnderWay | { code: 'beyond-scale'; scale: number; learningAbility: number; motivation: number };

/** Proposes exactly one `AssessmentRecorded`. */
export function recordAssessment(command: Dated<RecordAssessment>): [AssessmentRecorded] {
  return [fact('AssessmentRecorded', command, command.data)];
}

/** What `next-steps` may try: an assessment. */
export function offerAssessments(_: Trajectory): Offers<RecordAssessment, CannotRecordAssessment> {
  return { subjects: [{ learningAbility: 1, motivation: 1, scale: 5 }], none: 'not-started' };
}

/**
 * Marks lie within their scale.
 *
 * Units: marks from 1 up to the scale, both included.
 * Errors: `beyond-scale`; those of being under way.
 * Source: R-224, docs/rules.md: "leervermogen en de motivatie", Van Werk naar Werk.
 */
export function judgeAssessment(
  event: AssessmentRecorded,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotRecordAssessment | undefined {
  const refusal = judgeUnderWay(event, state, rules);
  if (refusal) return refusal;

  const { scale, learningAbility, motivation } = event.data;
  if (learningAbility > scale || motivation > scale) return { code: 'beyond-scale', scale, learningAbility, motivation };
}
