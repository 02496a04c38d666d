import type { Day } from '../../kernel/days.js';
import type { HandoverId, OrganisationId } from '../../kernel/ids.js';
import type { Handover } from '../around.js';
import type { Trajectory } from '../trajectory.js';

export type NoSuchParty = Readonly<{ code: 'no-such-party'; organisationId: OrganisationId }>;
export type PartyIsGone = Readonly<{ code: 'party-left'; organisationId: OrganisationId; leftOn: Day }>;
export type NoSuchHandover = Readonly<{ code: 'no-such-handover'; handoverId: HandoverId }>;
export type HandoverIsAnswered = Readonly<{
  code: 'handover-answered';
  handoverId: HandoverId;
  answer: NonNullable<Handover['answer']>['how'];
  answeredOn: Day;
}>;

/**
 * An organisation takes part from the day on which it joined until the day on which it left, both included.
 *
 * Errors: `no-such-party`; `party-left`.
 * Source: R-212, docs/rules.md.
 */
export function judgeParty(
  occurredOn: Day,
  organisationId: OrganisationId,
  { parties }: Trajectory,
): NoSuchParty | PartyIsGone | undefined {
  const party = parties.get(organisationId);
  if (!party) return { code: 'no-such-party', organisationId };
  if (party.leftOn !== null && party.leftOn < occurredOn) return { code: 'party-left', organisationId, leftOn: party.leftOn };
}

/**
 * A handover is answered once, by an organisation that still takes part.
 *
 * Errors: `no-such-handover`; `handover-answered`; those of `judgeParty`.
 * Source: R-213, docs/rules.md.
 */
export function judgeOpenHandover(
  { occurredOn, data: { handoverId } }: Readonly<{ occurredOn: Day; data: Readonly<{ handoverId: HandoverId }> }>,
  state: Trajectory,
): NoSuchHandover | HandoverIsAnswered | NoSuchParty | PartyIsGone | undefined {
  const handover = state.handovers.get(handoverId);
  if (!handover) return { code: 'no-such-handover', handoverId };

  const { answer, organisationId } = handover;
  if (answer) return { code: 'handover-answered', handoverId, answer: answer.how, answeredOn: answer.on };
  return judgeParty(occurredOn, organisationId, state);
}

/** An organisation that no trajectory knows: the sample for one that is new. */
export const SOME_ORGANISATION = '00000000-0000-5000-8000-000000000000' as OrganisationId;
