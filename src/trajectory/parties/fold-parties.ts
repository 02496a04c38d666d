import type { Handover } from '../around.js';
import { added, changed, type Folds } from '../trajectory.js';
import type { partiesVocabulary } from './parties.events.js';

/** The last caseworker counts; who left, and what was answered, stays known. An organisation that joins again takes part anew. */
export const foldParties: Folds<keyof typeof partiesVocabulary> = {
  CaseworkerAssigned: (state, { occurredOn, data: { subject } }) => ({ ...state, caseworker: { subject, since: occurredOn } }),
  IncludedInCohort: (state, { occurredOn, data: { cohortId } }) => ({
    ...state,
    cohorts: added(state.cohorts, cohortId, occurredOn),
  }),
  PartyJoined: (state, { occurredOn, data: { organisationId, role } }) => ({
    ...state,
    parties: new Map(state.parties).set(organisationId, { role, joinedOn: occurredOn, leftOn: null }),
  }),
  PartyLeft: (state, { occurredOn, data: { organisationId } }) => ({
    ...state,
    parties: changed(state.parties, organisationId, (party) => ({ ...party, leftOn: party.leftOn ?? occurredOn })),
  }),
  HandoverOffered: (state, { occurredOn, data: { handoverId, organisationId } }) => ({
    ...state,
    handovers: added(state.handovers, handoverId, { organisationId, offeredOn: occurredOn, answer: null }),
  }),
  HandoverAccepted: (state, { occurredOn, data: { handoverId } }) => ({
    ...state,
    handovers: changed(state.handovers, handoverId, answered('accepted', occurredOn)),
  }),
  HandoverRefused: (state, { occurredOn, data: { handoverId } }) => ({
    ...state,
    handovers: changed(state.handovers, handoverId, answered('refused', occurredOn)),
  }),
};

const answered =
  (how: 'accepted' | 'refused', on: NonNullable<Handover['answer']>['on']) =>
  (handover: Handover): Handover => ({ ...handover, answer: handover.answer ?? { how, on } });
