import type { Day } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { Code } from '../../kernel/fields.events.js';
import type { OrganisationId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeBegun, judgeNotClosed, type NotBegun, type TrajectoryIsClosed } from '../under-way.js';
import { SOME_ORGANISATION } from './taking-part.js';

type PartyJoined = TrajectoryEventOf<'PartyJoined'>;

/** Lets an organisation take part in this trajectory, on a legal basis. */
export type AddParty = Command<'AddParty', PartyJoined['data']>;

export type CannotAddParty =
  NotBegun | TrajectoryIsClosed | { code: 'already-party'; organisationId: OrganisationId; joinedOn: Day };

const SOME_BASIS = 'public-task' as Code<'legal-basis'>;

/** Proposes exactly one `PartyJoined`. */
export function addParty(command: Dated<AddParty>): [PartyJoined] {
  return [fact('PartyJoined', command, command.data)];
}

/** What `next-steps` may try: an organisation that is new here, and each that left. */
export function offerParties({ parties }: Trajectory): Offers<AddParty, CannotAddParty> {
  const gone = [...parties].flatMap(([organisationId, { leftOn }]) => (leftOn === null ? [] : [organisationId]));
  const sample = { role: 'other', legalBasis: SOME_BASIS } as const;
  return { subjects: [SOME_ORGANISATION, ...gone].map((organisationId) => ({ organisationId, ...sample })), none: 'not-started' };
}

/**
 * An organisation takes part once at a time, and may come back after it left.
 *
 * Errors: `already-party`; `before-start`; `not-started`; `trajectory-closed`.
 * Source: R-212, docs/rules.md: "eenheid in werken vanuit diverse partijen", Praktijktafel Twente.
 */
export function judgeJoining(event: PartyJoined, state: Trajectory): CannotAddParty | undefined {
  const refusal = judgeBegun(event, state) ?? judgeNotClosed(event, state);
  if (refusal) return refusal;

  const { organisationId } = event.data;
  const party = state.parties.get(organisationId);
  if (party?.leftOn === null) return { code: 'already-party', organisationId, joinedOn: party.joinedOn };
}
