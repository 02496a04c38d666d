import type { Offers } from '../../kernel/decider.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';
import { judgeOpen, type NoSuchSupportRequest, type SupportIsAnswered } from './open-requests.js';

type SupportGiven = TrajectoryEventOf<'SupportGiven'>;

/** Records what was done for who asked. */
export type RecordSupportGiven = Command<'RecordSupportGiven', SupportGiven['data']>;

export type CannotRecordSupportGiven = NotInPhase | NoSuchSupportRequest | SupportIsAnswered;

/** Proposes exactly one `SupportGiven`. */
export function recordSupportGiven(command: Dated<RecordSupportGiven>): [SupportGiven] {
  return [fact('SupportGiven', command, command.data)];
}

/** What `next-steps` may try: support for each request. */
export function offerSupport({ supportRequests }: Trajectory): Offers<RecordSupportGiven, CannotRecordSupportGiven> {
  const subjects = [...supportRequests.keys()].map((supportRequestId) => ({ supportRequestId, kind: 'other' as const }));
  return { subjects, none: 'no-such-support-request' };
}

/**
 * What was asked is answered once, also after the placement or the closing.
 *
 * Errors: those of `judgeOpen` and of the phase.
 * Source: R-263, docs/rules.md; Participatiewet, art. 10(4) and (5) (2026-07-01).
 */
export function judgeSupportGiven(
  event: SupportGiven,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotRecordSupportGiven | undefined {
  return judgeInPhase(event, state, rules) ?? judgeOpen(event.data.supportRequestId, state);
}
