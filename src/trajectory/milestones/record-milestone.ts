import type { Offers } from '../../kernel/decider.js';
import type { EventId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import { judgeTold, type ToldTooEarly } from '../told.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';

type MilestoneReached = TrajectoryEventOf<'MilestoneReached'>;

type Milestone = MilestoneReached['data']['milestone'];

/** Records that people were told of a milestone that the programme names. */
export type RecordMilestone = Command<'RecordMilestone', MilestoneReached['data']>;

export type CannotRecordMilestone =
  | NotInPhase
  | ToldTooEarly
  | { code: 'milestone-not-known'; milestone: Milestone; known: readonly Milestone[] }
  | { code: 'already-told'; milestone: Milestone };

/** A fact that no trajectory holds. */
const SOME_FACT = '00000000-0000-5000-8000-000000000000' as EventId;

/** Proposes exactly one `MilestoneReached`. */
export function recordMilestone(command: Dated<RecordMilestone>): [MilestoneReached] {
  return [fact('MilestoneReached', command, command.data)];
}

/** What `next-steps` may try: each milestone of the programme, reached at the beginning. */
export function offerMilestones(
  { begunOn }: Trajectory,
  { programme }: TrajectoryRules,
): Offers<RecordMilestone, CannotRecordMilestone> {
  if (begunOn === null) return { subjects: [], none: 'not-started' };

  const known = programme?.definition.milestones ?? [];
  const subjects = known.map((milestone) => ({ milestone, reachedOn: begunOn, policyVersion: 1, because: [SOME_FACT] }));
  return { subjects, none: 'milestone-not-known' };
}

/**
 * One of the milestones of the programme is told once, until it is withdrawn; on the day on which it was reached at the earliest,
 * and also after the closing. Judged once: it says what people were told then.
 *
 * Errors: `milestone-not-known`; `already-told`; those of `judgeTold` and of the phase.
 * Source: R-270, docs/rules.md.
 */
export function judgeMilestone(
  event: MilestoneReached,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotRecordMilestone | undefined {
  const { milestone, reachedOn } = event.data;
  const refusal =
    judgeInPhase(event, state, rules) ?? judgeTold(event, reachedOn, state) ?? judgeMilestoneKnown(event, state, rules);
  if (refusal) return refusal;
  if (state.milestones.get(milestone)) return { code: 'already-told', milestone };
}

/** Errors: `milestone-not-known`. */
export function judgeMilestoneKnown(
  { data: { milestone } }: MilestoneReached,
  _: Trajectory,
  { programme }: TrajectoryRules,
): Extract<CannotRecordMilestone, { code: 'milestone-not-known' }> | undefined {
  const known = programme?.definition.milestones ?? [];
  if (!known.includes(milestone)) return { code: 'milestone-not-known', milestone, known };
}
