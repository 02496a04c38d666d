import type { Offers } from '../../kernel/decider.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';
import { judgeUnsettled, type AgreementIsReplaced, type AgreementIsSettled, type NoSuchAgreement } from './agreements.js';

type AgreementBroken = TrajectoryEventOf<'AgreementBroken'>;

/** Records that somebody did not do what was agreed, and why. */
export type RecordAgreementBroken = Command<'RecordAgreementBroken', AgreementBroken['data']>;

export type CannotRecordAgreementBroken = NotInPhase | NoSuchAgreement | AgreementIsReplaced | AgreementIsSettled;

/** Proposes exactly one `AgreementBroken`. */
export function recordAgreementBroken(command: Dated<RecordAgreementBroken>): [AgreementBroken] {
  return [fact('AgreementBroken', command, command.data)];
}

/** What `next-steps` may try: each agreement. */
export function offerBroken({ agreements }: Trajectory): Offers<RecordAgreementBroken, CannotRecordAgreementBroken> {
  const subjects = [...agreements.keys()].map((agreementId) => ({ agreementId, reason: 'other' as const }));
  return { subjects, none: 'no-such-agreement' };
}

/**
 * An agreement that holds is kept or broken, once, also before its day: that nothing will come of it may be clear earlier.
 *
 * Errors: `no-such-agreement`; `agreement-replaced`; `agreement-settled`; those of the phase.
 * Source: R-242, docs/rules.md.
 */
export function judgeBroken(
  event: AgreementBroken,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotRecordAgreementBroken | undefined {
  return judgeInPhase(event, state, rules) ?? judgeUnsettled(event, state);
}
