import type { Offers } from '../../kernel/decider.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';
import { judgeRunning, type NoSuchRetraining, type RetrainingIsOver } from './retrainings.js';

type RetrainingDropped = TrajectoryEventOf<'RetrainingDropped'>;

/** Records that a retraining was dropped, and why. */
export type DropRetraining = Command<'DropRetraining', RetrainingDropped['data']>;

export type CannotDropRetraining = NotInPhase | NoSuchRetraining | RetrainingIsOver;

/** Proposes exactly one `RetrainingDropped`. */
export function dropRetraining(command: Dated<DropRetraining>): [RetrainingDropped] {
  return [fact('RetrainingDropped', command, command.data)];
}

/** What `next-steps` may try: each retraining. */
export function offerDrops({ retrainings }: Trajectory): Offers<DropRetraining, CannotDropRetraining> {
  const subjects = [...retrainings.keys()].map((retrainingId) => ({ retrainingId, reason: 'other' as const }));
  return { subjects, none: 'no-such-retraining' };
}

/**
 * What began is completed or dropped, once, also after the closing.
 *
 * Errors: `no-such-retraining`; `retraining-over`; those of the phase.
 * Source: R-251, docs/rules.md.
 */
export function judgeDrop(event: RetrainingDropped, state: Trajectory, rules: TrajectoryRules): CannotDropRetraining | undefined {
  return judgeInPhase(event, state, rules) ?? judgeRunning(event.data.retrainingId, state);
}
