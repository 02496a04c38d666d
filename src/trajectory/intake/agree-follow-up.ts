import { LAST_DAY, type Day } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeUnderWay, type NotUnderWay, type TrajectoryRules } from '../under-way.js';

type FollowUpAgreed = TrajectoryEventOf<'FollowUpAgreed'>;

/** Records the next appointment that a talk led to. */
export type AgreeFollowUp = Command<'AgreeFollowUp', FollowUpAgreed['data']>;

export type CannotAgreeFollowUp =
  NotUnderWay | { code: 'no-intake-held' } | { code: 'follow-up-before'; followUpOn: Day; agreedOn: Day };

/** Proposes exactly one `FollowUpAgreed`. */
export function agreeFollowUp(command: Dated<AgreeFollowUp>): [FollowUpAgreed] {
  return [fact('FollowUpAgreed', command, command.data)];
}

/** What `next-steps` may try: a next appointment, whenever. */
export function offerFollowUps(_: Trajectory): Offers<AgreeFollowUp, CannotAgreeFollowUp> {
  return { subjects: [{ followUpOn: LAST_DAY }], none: 'not-started' };
}

/**
 * A next appointment follows a talk, and lies on the day itself or later.
 *
 * Errors: `no-intake-held`; `follow-up-before`; those of being under way.
 * Source: R-223, docs/rules.md: "vervolgafspraken gemaakt", Werkoffensief.
 */
export function judgeFollowUp(event: FollowUpAgreed, state: Trajectory, rules: TrajectoryRules): CannotAgreeFollowUp | undefined {
  const refusal = judgeUnderWay(event, state, rules);
  if (refusal) return refusal;
  if (!state.happened.has('IntakeHeld')) return { code: 'no-intake-held' };

  const { followUpOn } = event.data;
  if (followUpOn < event.occurredOn) return { code: 'follow-up-before', followUpOn, agreedOn: event.occurredOn };
}
