import { daysBetween, type Day } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeUnderWay, type NotUnderWay, type TrajectoryRules } from '../under-way.js';
import { judgeBegun } from '../under-way.js';

type StagnationFlagged = TrajectoryEventOf<'StagnationFlagged'>;

/** Records that somebody has stood on a step for so many weeks without contact. */
export type FlagStagnation = Command<'FlagStagnation', StagnationFlagged['data']>;

export type CannotFlagStagnation =
  NotUnderWay | { code: 'no-participation-step' } | { code: 'not-yet-stagnant'; since: Day; weeks: number };

/** Proposes exactly one `StagnationFlagged`. */
export function flagStagnation(command: Dated<FlagStagnation>): [StagnationFlagged] {
  return [fact('StagnationFlagged', command, command.data)];
}

/** What `next-steps` may try: a flag after a week without contact since the beginning, for who stands on a step. */
export function offerFlags({ begunOn, participation }: Trajectory): Offers<FlagStagnation, CannotFlagStagnation> {
  const subjects = begunOn !== null && participation ? [{ since: begunOn, weeks: 1, policyVersion: 1 }] : [];
  return { subjects, none: 'no-participation-step' };
}

/**
 * Who stands on a step stagnates when the weeks of the policy have passed since the last contact. Judged once: it says what was seen then.
 *
 * Units: whole weeks; on the day itself they have passed.
 * Errors: `no-participation-step`; `not-yet-stagnant`; those of being under way.
 * Source: R-226, docs/rules.md: "gebrek aan begeleiding en bemiddeling", Werkwinkel.
 */
export function judgeStagnation(
  event: StagnationFlagged,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotFlagStagnation | undefined {
  const { type, occurredOn, data } = event;
  const refusal = judgeUnderWay(event, state, rules) ?? judgeBegun({ type, occurredOn: data.since }, state);
  if (refusal) return refusal;
  if (!state.participation) return { code: 'no-participation-step' };

  const { since, weeks } = data;
  if (daysBetween(since, occurredOn) < 7 * weeks) return { code: 'not-yet-stagnant', since, weeks };
}
