import type { Offers } from '../../kernel/decider.js';
import type { Command } from '../../kernel/messages.js';
import type { Goal } from '../../programme/terms.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeUnderWay, type NotUnderWay, type TrajectoryRules } from '../under-way.js';
import { aimsOf, judgeAim, type NotThisGoal } from './goals.js';

type GoalSet = TrajectoryEventOf<'GoalSet'>;

/** Records the first goal of a trajectory. */
export type SetGoal = Command<'SetGoal', GoalSet['data']>;

export type CannotSetGoal = NotUnderWay | NotThisGoal | { code: 'goal-already-set'; goal: Goal };

/** Proposes exactly one `GoalSet`. */
export function setGoal(command: Dated<SetGoal>): [GoalSet] {
  return [fact('GoalSet', command, command.data)];
}

/** What `next-steps` may try: each goal that the programme allows. */
export function offerGoals(_: Trajectory, rules: TrajectoryRules): Offers<SetGoal, CannotSetGoal> {
  return { subjects: aimsOf(rules), none: 'not-started' };
}

/**
 * A goal is set once; afterwards it is changed, with a reason.
 *
 * Errors: `goal-already-set`; those of the aim and of being under way.
 * Source: R-07, docs/rules.md.
 */
export function judgeGoal(event: GoalSet, state: Trajectory, rules: TrajectoryRules): CannotSetGoal | undefined {
  const refusal = judgeUnderWay(event, state, rules);
  if (refusal) return refusal;
  if (state.goal) return { code: 'goal-already-set', goal: state.goal.goal };

  return judgeAim(event, rules);
}
