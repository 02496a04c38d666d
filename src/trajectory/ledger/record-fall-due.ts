import { addPeriod, type Day } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { FollowUpId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import { ruleCalled } from '../../programme/succession.js';
import type { Dated } from '../facts.js';
import type { FollowUp, Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import type { TrajectoryRules } from '../under-way.js';

type FollowUpFellDue = TrajectoryEventOf<'FollowUpFellDue'>;

/** Records that a follow-up fell due, or is escalated after that; a worker sends it when its instant has come. */
export type RecordFallDue = Command<'RecordFallDue', FollowUpFellDue['data']>;

export type CannotRecordFallDue =
  | { code: 'no-such-follow-up'; followUpId: FollowUpId }
  | { code: 'follow-up-done'; followUpId: FollowUpId }
  | { code: 'follow-up-cancelled'; followUpId: FollowUpId }
  | { code: 'follow-up-moved'; followUpId: FollowUpId; version: number; dueOn: Day }
  | { code: 'already-fell-due'; followUpId: FollowUpId; step: number }
  | { code: 'step-out-of-order'; followUpId: FollowUpId; next: number }
  | { code: 'no-such-step'; followUpId: FollowUpId; steps: number }
  | { code: 'not-yet-due'; followUpId: FollowUpId; dueOn: Day };

const NEVER_WAIVED = {
  'no-such-follow-up': true,
  'follow-up-done': true,
  'follow-up-cancelled': true,
  'follow-up-moved': true,
  'already-fell-due': true,
  'step-out-of-order': true,
  'no-such-step': true,
  'not-yet-due': true,
} satisfies Record<CannotRecordFallDue['code'], true>;

/** Nobody lets a follow-up fall due that does not: what is due is a fact (P7). Every refusal of this command is among them. */
export const FALL_DUE_NEVER_WAIVED = Object.keys(NEVER_WAIVED) as CannotRecordFallDue['code'][];

/** Proposes exactly one `FollowUpFellDue`; it occurs on the day on which it is recorded. */
export function recordFallDue({ data, meta }: Dated<RecordFallDue>): [FollowUpFellDue] {
  return [{ type: 'FollowUpFellDue', occurredOn: meta.today, data }];
}

/** What `next-steps` may try: the next step of each follow-up. */
export function offerFallsDue({ followUps }: Trajectory): Offers<RecordFallDue, CannotRecordFallDue> {
  const subjects = [...followUps].map(([followUpId, { version, steps }]) => ({ followUpId, version, step: steps }));
  return { subjects, none: 'no-such-follow-up' };
}

/**
 * An open follow-up falls due once under its present version, and is escalated as often as its rule says, in that order.
 *
 * Units: days; that the instant itself has come is for the worker to see, whose clock it is.
 * Errors: `no-such-follow-up`; `follow-up-done`; `follow-up-cancelled`; `follow-up-moved`; `already-fell-due`; `step-out-of-order`;
 * `no-such-step`; `not-yet-due`.
 * Source: R-23, docs/rules.md (P7).
 */
export function judgeFallDue(
  { occurredOn, data }: FollowUpFellDue,
  { followUps }: Trajectory,
  rules: TrajectoryRules,
): CannotRecordFallDue | undefined {
  const { followUpId, version, step } = data;
  const followUp = followUps.get(followUpId);
  if (!followUp) return { code: 'no-such-follow-up', followUpId };

  const { ended, dueOn, steps } = followUp;
  if (ended !== null) return { code: `follow-up-${ended}`, followUpId };
  if (followUp.version !== version) return { code: 'follow-up-moved', followUpId, version: followUp.version, dueOn };
  if (step < steps) return { code: 'already-fell-due', followUpId, step };
  if (step > steps) return { code: 'step-out-of-order', followUpId, next: steps };
  return judgeStep({ followUpId, step, on: occurredOn }, followUp, rules);
}

function judgeStep(
  { followUpId, step, on }: Readonly<{ followUpId: FollowUpId; step: number; on: Day }>,
  { ruleId, dueOn }: FollowUp,
  { programme }: TrajectoryRules,
): CannotRecordFallDue | undefined {
  const escalations = (programme && ruleCalled(ruleId, programme.definition))?.escalate ?? [];
  if (step > escalations.length) return { code: 'no-such-step', followUpId, steps: escalations.length };

  const stepOn = step === 0 ? dueOn : addPeriod(dueOn, escalations[step - 1].after);
  if (on < stepOn) return { code: 'not-yet-due', followUpId, dueOn: stepOn };
}
