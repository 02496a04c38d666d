import type { Decider } from '../kernel/decider.js';
import {
  judgeRegistration,
  offerRegistration,
  registerOrganisation,
  type CannotRegisterOrganisation,
  type RegisterOrganisation,
} from './register-organisation.js';
import { judgeService, offerServices, offerService, type CannotOfferService, type OfferService } from './offer-service.js';
import {
  judgeEducationAgreement,
  offerEducationAgreements,
  signEducationAgreement,
  type CannotSignEducationAgreement,
  type SignEducationAgreement,
} from './sign-education-agreement.js';
import {
  judgeEducationAmendment,
  offerEducationAmendments,
  amendEducationAgreement,
  type CannotAmendEducationAgreement,
  type AmendEducationAgreement,
} from './amend-education-agreement.js';
import { judgeTeam, offerTeams, formTeam, type CannotFormTeam, type FormTeam } from './form-team.js';
import { judgeMember, offerMembers, addMember, type CannotAddMember, type AddMember } from './add-member.js';
import { judgeDeparture, offerDepartures, removeMember, type CannotRemoveMember, type RemoveMember } from './remove-member.js';
import { judgeAbsence, offerAbsences, recordAbsence, type CannotRecordAbsence, type RecordAbsence } from './record-absence.js';
import { judgeStandIn, offerStandIns, nameStandIn, type CannotNameStandIn, type NameStandIn } from './name-stand-in.js';
import {
  judgeClosingDay,
  offerClosingDays,
  setClosingDay,
  type CannotSetClosingDay,
  type SetClosingDay,
} from './set-closing-day.js';
import { evolve, noOrganisation, type Organisation } from './organisation.js';
import { organisationVocabulary, type OrganisationEvent } from './organisation.events.js';

export type OrganisationCommand =
  | RegisterOrganisation
  | OfferService
  | SignEducationAgreement
  | AmendEducationAgreement
  | FormTeam
  | AddMember
  | RemoveMember
  | RecordAbsence
  | NameStandIn
  | SetClosingDay;

export type OrganisationRefusal =
  | CannotRegisterOrganisation
  | CannotOfferService
  | CannotSignEducationAgreement
  | CannotAmendEducationAgreement
  | CannotFormTeam
  | CannotAddMember
  | CannotRemoveMember
  | CannotRecordAbsence
  | CannotNameStandIn
  | CannotSetClosingDay;

/** How an organisation's stream decides; no ruleset bears on it. */
export const organisationDecider: Decider<Organisation, OrganisationEvent, OrganisationCommand, OrganisationRefusal, undefined> =
  {
    initial: noOrganisation,
    evolve,
    vocabulary: organisationVocabulary,
    propose: {
      RegisterOrganisation: registerOrganisation,
      OfferService: offerService,
      SignEducationAgreement: signEducationAgreement,
      AmendEducationAgreement: amendEducationAgreement,
      FormTeam: formTeam,
      AddMember: addMember,
      RemoveMember: removeMember,
      RecordAbsence: recordAbsence,
      NameStandIn: nameStandIn,
      SetClosingDay: setClosingDay,
    },
    offers: {
      RegisterOrganisation: offerRegistration,
      OfferService: offerServices,
      SignEducationAgreement: offerEducationAgreements,
      AmendEducationAgreement: offerEducationAmendments,
      FormTeam: offerTeams,
      AddMember: offerMembers,
      RemoveMember: offerDepartures,
      RecordAbsence: offerAbsences,
      NameStandIn: offerStandIns,
      SetClosingDay: offerClosingDays,
    },
    judge: {
      OrganisationRegistered: judgeRegistration,
      ServiceOffered: judgeService,
      EducationAgreementSigned: judgeEducationAgreement,
      EducationAgreementAmended: judgeEducationAmendment,
      TeamFormed: judgeTeam,
      MemberJoined: judgeMember,
      MemberLeft: judgeDeparture,
      AbsenceRecorded: judgeAbsence,
      StandInNamed: judgeStandIn,
      ClosingDaySet: judgeClosingDay,
    },
    judgedOnce: new Set(),
    ledger: new Set(),
    rulesFor: () => undefined,
    rulesOn: () => undefined,
    keeps: {
      ServiceOffered: ['serviceId'],
      EducationAgreementSigned: ['agreementId'],
      TeamFormed: ['teamId'],
      AbsenceRecorded: ['absenceId'],
    },
  };
