import type { Offers } from '../../kernel/decider.js';
import type { AgreementId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import { PARTIES, type Party } from '../../programme/terms.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';
import { judgeUnsettled, type AgreementIsReplaced, type AgreementIsSettled, type NoSuchAgreement } from './agreements.js';

type AgreementReassigned = TrajectoryEventOf<'AgreementReassigned'>;

/** Records that somebody else does what was agreed. */
export type ReassignAgreement = Command<'ReassignAgreement', AgreementReassigned['data']>;

export type CannotReassignAgreement =
  | NotInPhase
  | NoSuchAgreement
  | AgreementIsReplaced
  | AgreementIsSettled
  | { code: 'already-owner'; agreementId: AgreementId; owner: Party };

/** Proposes exactly one `AgreementReassigned`. */
export function reassignAgreement(command: Dated<ReassignAgreement>): [AgreementReassigned] {
  return [fact('AgreementReassigned', command, command.data)];
}

/** What `next-steps` may try: each agreement, to each party. */
export function offerReassignments({ agreements }: Trajectory): Offers<ReassignAgreement, CannotReassignAgreement> {
  const toEach = (agreementId: AgreementId) => PARTIES.map((owner) => ({ agreementId, owner, reason: 'other' as const }));
  return { subjects: [...agreements.keys()].flatMap(toEach), none: 'no-such-agreement' };
}

/**
 * What holds and is not settled may become the task of another party.
 *
 * Errors: `no-such-agreement`; `agreement-replaced`; `agreement-settled`; `already-owner`; those of the phase.
 * Source: R-243, docs/rules.md: "niet te snel verantwoordelijkheid over te nemen", Van Werk naar Werk.
 */
export function judgeReassignment(
  event: AgreementReassigned,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotReassignAgreement | undefined {
  const refusal = judgeInPhase(event, state, rules) ?? judgeUnsettled(event, state);
  if (refusal) return refusal;

  const { agreementId, owner } = event.data;
  if (state.agreements.get(agreementId)?.owner === owner) return { code: 'already-owner', agreementId, owner };
}
