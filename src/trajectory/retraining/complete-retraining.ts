import type { Offers } from '../../kernel/decider.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';
import { judgeRunning, type NoSuchRetraining, type RetrainingIsOver } from './retrainings.js';

type RetrainingCompleted = TrajectoryEventOf<'RetrainingCompleted'>;

/** Records that a retraining is completed. */
export type CompleteRetraining = Command<'CompleteRetraining', RetrainingCompleted['data']>;

export type CannotCompleteRetraining = NotInPhase | NoSuchRetraining | RetrainingIsOver;

/** Proposes exactly one `RetrainingCompleted`. */
export function completeRetraining(command: Dated<CompleteRetraining>): [RetrainingCompleted] {
  return [fact('RetrainingCompleted', command, command.data)];
}

/** What `next-steps` may try: each retraining. */
export function offerRetrainingEnds({ retrainings }: Trajectory): Offers<CompleteRetraining, CannotCompleteRetraining> {
  const subjects = [...retrainings.keys()].map((retrainingId) => ({ retrainingId, qualified: true }));
  return { subjects, none: 'no-such-retraining' };
}

/**
 * What began is completed or dropped, once, also after the closing.
 *
 * Errors: `no-such-retraining`; `retraining-over`; those of the phase.
 * Source: R-251, docs/rules.md.
 */
export function judgeRetrainingEnd(
  event: RetrainingCompleted,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotCompleteRetraining | undefined {
  return judgeInPhase(event, state, rules) ?? judgeRunning(event.data.retrainingId, state);
}
