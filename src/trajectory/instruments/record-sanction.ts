import type { Offers } from '../../kernel/decider.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeUnderWay, type NotUnderWay, type TrajectoryRules } from '../under-way.js';

type SanctionRecorded = TrajectoryEventOf<'SanctionRecorded'>;

/** Records what a person decided to impose; the engine never does. */
export type RecordSanction = Command<'RecordSanction', SanctionRecorded['data']>;

export type CannotRecordSanction = NotUnderWay;

/** Proposes exactly one `SanctionRecorded`. */
export function recordSanction(command: Dated<RecordSanction>): [SanctionRecorded] {
  return [fact('SanctionRecorded', command, command.data)];
}

/** What `next-steps` may try: a warning. */
export function offerSanctions(_: Trajectory): Offers<RecordSanction, CannotRecordSanction> {
  return { subjects: [{ kind: 'warning', reason: 'other' }], none: 'not-started' };
}

/**
 * A sanction is recorded of whoever is under way. That only a person may is in the permissions.
 *
 * Errors: those of being under way.
 * Source: R-328, docs/rules.md.
 */
export function judgeSanction(
  event: SanctionRecorded,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotRecordSanction | undefined {
  return judgeUnderWay(event, state, rules);
}
