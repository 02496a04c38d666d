import { LAST_DAY, type Day } from '../../kernel/days.js';
import type { Goal } from '../../programme/terms.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import type { TrajectoryRules } from '../under-way.js';

export type NotThisGoal =
  | Readonly<{ code: 'goal-not-allowed'; goal: Goal; allowed: readonly Goal[] }>
  | Readonly<{ code: 'ask-again-missing'; goal: Goal }>
  | Readonly<{ code: 'ask-again-not-later'; askAgainOn: Day; setOn: Day }>;

/**
 * The programme says which goals there are; whoever does not aim at paid work is asked again, on a later day.
 *
 * Errors: `goal-not-allowed`; `ask-again-missing`; `ask-again-not-later`.
 * Source: R-07, docs/rules.md.
 */
export function judgeAim(
  { occurredOn, data: { goal, askAgainOn } }: TrajectoryEventOf<'GoalSet' | 'GoalChanged'>,
  { programme }: TrajectoryRules,
): NotThisGoal | undefined {
  const allowed = goalsOf({ programme });
  if (!allowed.includes(goal)) return { code: 'goal-not-allowed', goal, allowed };
  if (goal !== 'paid-work' && askAgainOn === null) return { code: 'ask-again-missing', goal };
  if (askAgainOn !== null && askAgainOn <= occurredOn) return { code: 'ask-again-not-later', askAgainOn, setOn: occurredOn };
}

/** The goals that the programme allows; none where no programme is in force. */
export const goalsOf = ({ programme }: TrajectoryRules): readonly Goal[] => programme?.definition.goals ?? [];

/** The aims to try: each goal that the programme allows, asked again as late as may be; paid work without that too. */
export const aimsOf = (rules: TrajectoryRules): readonly Readonly<{ goal: Goal; askAgainOn: Day | null }>[] =>
  goalsOf(rules).flatMap((goal) => [
    ...(goal === 'paid-work' ? [{ goal, askAgainOn: null }] : []),
    { goal, askAgainOn: LAST_DAY },
  ]);
