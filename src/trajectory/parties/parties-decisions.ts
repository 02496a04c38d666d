import {
  acceptHandover,
  type AcceptHandover,
  type CannotAcceptHandover,
  judgeAcceptance,
  offerAcceptances,
} from './accept-handover.js';
import { addParty, type AddParty, type CannotAddParty, judgeJoining, offerParties } from './add-party.js';
import {
  assignCaseworker,
  type AssignCaseworker,
  type CannotAssignCaseworker,
  judgeAssignment,
  offerAssignments,
} from './assign-caseworker.js';
import {
  type CannotIncludeInCohort,
  includeInCohort,
  type IncludeInCohort,
  judgeInclusion,
  offerCohorts,
} from './include-in-cohort.js';
import { type CannotOfferHandover, judgeHandover, offerHandover, type OfferHandover, offerHandovers } from './offer-handover.js';
import {
  type CannotRefuseHandover,
  judgeHandoverRefusal,
  offerHandoverRefusals,
  refuseHandover,
  type RefuseHandover,
} from './refuse-handover.js';
import { type CannotRemoveParty, judgeLeaving, offerLeavings, removeParty, type RemoveParty } from './remove-party.js';

export type PartiesCommand =
  AssignCaseworker | IncludeInCohort | AddParty | RemoveParty | OfferHandover | AcceptHandover | RefuseHandover;
export type PartiesRefusal =
  | CannotAssignCaseworker
  | CannotIncludeInCohort
  | CannotAddParty
  | CannotRemoveParty
  | CannotOfferHandover
  | CannotAcceptHandover
  | CannotRefuseHandover;

/** How it is decided who guides and who takes part. */
export const partiesDecisions = {
  propose: {
    AssignCaseworker: assignCaseworker,
    IncludeInCohort: includeInCohort,
    AddParty: addParty,
    RemoveParty: removeParty,
    OfferHandover: offerHandover,
    AcceptHandover: acceptHandover,
    RefuseHandover: refuseHandover,
  },
  offers: {
    AssignCaseworker: offerAssignments,
    IncludeInCohort: offerCohorts,
    AddParty: offerParties,
    RemoveParty: offerLeavings,
    OfferHandover: offerHandovers,
    AcceptHandover: offerAcceptances,
    RefuseHandover: offerHandoverRefusals,
  },
  judge: {
    CaseworkerAssigned: judgeAssignment,
    IncludedInCohort: judgeInclusion,
    PartyJoined: judgeJoining,
    PartyLeft: judgeLeaving,
    HandoverOffered: judgeHandover,
    HandoverAccepted: judgeAcceptance,
    HandoverRefused: judgeHandoverRefusal,
  },
  keeps: {
    HandoverOffered: ['handoverId'],
  },
} as const;
