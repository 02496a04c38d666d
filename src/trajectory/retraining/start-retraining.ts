import type { Offers } from '../../kernel/decider.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeUnderWay, type NotUnderWay, type TrajectoryRules } from '../under-way.js';

type RetrainingStarted = TrajectoryEventOf<'RetrainingStarted'>;

/** Records that somebody begins to learn other or better work. */
export type StartRetraining = Command<'StartRetraining', Omit<RetrainingStarted['data'], 'retrainingId'>>;

export type CannotStartRetraining = NotUnderWay;

/** Proposes exactly one `RetrainingStarted`. */
export function startRetraining(command: Dated<StartRetraining>): [RetrainingStarted] {
  return [fact('RetrainingStarted', command, { retrainingId: command.meta.newId('retraining'), ...command.data })];
}

/** What `next-steps` may try: a retraining. */
export function offerRetrainings(_: Trajectory): Offers<StartRetraining, CannotStartRetraining> {
  return { subjects: [{ kind: 'reskilling', organisationId: null }], none: 'not-started' };
}

/**
 * There may be several, after each other or at once.
 *
 * Errors: those of being under way.
 * Source: R-251, docs/rules.md: "bij- of om te scholen", Van Werk naar Werk.
 */
export function judgeRetraining(
  event: RetrainingStarted,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotStartRetraining | undefined {
  return judgeUnderWay(event, state, rules);
}
