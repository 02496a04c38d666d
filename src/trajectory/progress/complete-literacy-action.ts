import type { Day } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { Code } from '../../kernel/fields.events.js';
import type { LiteracyActionId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';

type LiteracyActionCompleted = TrajectoryEventOf<'LiteracyActionCompleted'>;

/** Records that a literacy action is over, and which level was reached. */
export type CompleteLiteracyAction = Command<'CompleteLiteracyAction', LiteracyActionCompleted['data']>;

export type CannotCompleteLiteracyAction =
  | NotInPhase
  | { code: 'no-such-literacy-action'; literacyActionId: LiteracyActionId }
  | { code: 'literacy-action-completed'; literacyActionId: LiteracyActionId; completedOn: Day };

const SOME_LEVEL = 'some-level' as Code<'literacy-level'>;

/** Proposes exactly one `LiteracyActionCompleted`. */
export function completeLiteracyAction(command: Dated<CompleteLiteracyAction>): [LiteracyActionCompleted] {
  return [fact('LiteracyActionCompleted', command, command.data)];
}

/** What `next-steps` may try: the end of each action. */
export function offerLiteracyEnds({ literacyActions }: Trajectory): Offers<CompleteLiteracyAction, CannotCompleteLiteracyAction> {
  const subjects = [...literacyActions.keys()].map((literacyActionId) => ({ literacyActionId, level: SOME_LEVEL }));
  return { subjects, none: 'no-such-literacy-action' };
}

/**
 * An action is completed once, also after the closing.
 *
 * Errors: `no-such-literacy-action`; `literacy-action-completed`; those of the phase.
 * Source: R-227, docs/rules.md.
 */
export function judgeLiteracyEnd(
  event: LiteracyActionCompleted,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotCompleteLiteracyAction | undefined {
  const refusal = judgeInPhase(event, state, rules);
  if (refusal) return refusal;

  const { literacyActionId } = event.data;
  const action = state.literacyActions.get(literacyActionId);
  if (!action) return { code: 'no-such-literacy-action', literacyActionId };
  if (action.completedOn !== null)
    return { code: 'literacy-action-completed', literacyActionId, completedOn: action.completedOn };
}
