import type { Offers } from '../../kernel/decider.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';
import { judgeUnsettled, type AgreementIsReplaced, type AgreementIsSettled, type NoSuchAgreement } from './agreements.js';

type AgreementKept = TrajectoryEventOf<'AgreementKept'>;

/** Records that somebody did what was agreed. */
export type RecordAgreementKept = Command<'RecordAgreementKept', AgreementKept['data']>;

export type CannotRecordAgreementKept = NotInPhase | NoSuchAgreement | AgreementIsReplaced | AgreementIsSettled;

/** Proposes exactly one `AgreementKept`. */
export function recordAgreementKept(command: Dated<RecordAgreementKept>): [AgreementKept] {
  return [fact('AgreementKept', command, command.data)];
}

/** What `next-steps` may try: each agreement. */
export function offerKept({ agreements }: Trajectory): Offers<RecordAgreementKept, CannotRecordAgreementKept> {
  return { subjects: [...agreements.keys()].map((agreementId) => ({ agreementId })), none: 'no-such-agreement' };
}

/**
 * An agreement that holds is kept or broken, once, also after the closing.
 *
 * Errors: `no-such-agreement`; `agreement-replaced`; `agreement-settled`; those of the phase.
 * Source: R-242, docs/rules.md.
 */
export function judgeKept(
  event: AgreementKept,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotRecordAgreementKept | undefined {
  return judgeInPhase(event, state, rules) ?? judgeUnsettled(event, state);
}
