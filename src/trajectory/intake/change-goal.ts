import type { Offers } from '../../kernel/decider.js';
import type { Command } from '../../kernel/messages.js';
import type { Goal } from '../../programme/terms.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeUnderWay, type NotUnderWay, type TrajectoryRules } from '../under-way.js';
import { aimsOf, judgeAim, type NotThisGoal } from './goals.js';

type GoalChanged = TrajectoryEventOf<'GoalChanged'>;

/** Records that the goal became another one, or is to be asked about on another day, and why. */
export type ChangeGoal = Command<'ChangeGoal', GoalChanged['data']>;

export type CannotChangeGoal = NotUnderWay | NotThisGoal | { code: 'no-goal-set' } | { code: 'goal-unchanged'; goal: Goal };

/** Proposes exactly one `GoalChanged`. */
export function changeGoal(command: Dated<ChangeGoal>): [GoalChanged] {
  return [fact('GoalChanged', command, command.data)];
}

/** What `next-steps` may try: each goal that the programme allows. */
export function offerGoalChanges({ goal: present }: Trajectory, rules: TrajectoryRules): Offers<ChangeGoal, CannotChangeGoal> {
  const subjects = aimsOf(rules).map((aim) => ({ ...aim, reason: 'other' as const }));
  return { subjects: present ? subjects : [], none: 'no-goal-set' };
}

/**
 * Only a goal that was set can change, and only into something else.
 *
 * Errors: `no-goal-set`; `goal-unchanged`; those of the aim and of being under way.
 * Source: R-08, docs/rules.md.
 */
export function judgeGoalChange(event: GoalChanged, state: Trajectory, rules: TrajectoryRules): CannotChangeGoal | undefined {
  const refusal = judgeUnderWay(event, state, rules);
  if (refusal) return refusal;
  if (!state.goal) return { code: 'no-goal-set' };

  const { goal, askAgainOn } = event.data;
  if (state.goal.goal === goal && state.goal.askAgainOn === askAgainOn) return { code: 'goal-unchanged', goal };
  return judgeAim(event, rules);
}
