import type { Decider } from '../kernel/decider.js';
import { evolve, nobody, type Candidate } from './candidate.js';
import { candidateVocabulary, type CandidateEvent } from './candidate.events.js';
import {
  changeContactDetails,
  judgeContactDetails,
  offerContactDetails,
  type CannotChangeContactDetails,
  type ChangeContactDetails,
} from './change-contact-details.js';
import {
  changeTargetGroup,
  judgeTargetGroup,
  offerTargetGroups,
  type CannotChangeTargetGroup,
  type ChangeTargetGroup,
} from './change-target-group.js';
import { judgeCountability, offerCountability, type CannotRecordCountability } from './countability.js';
import { eraseCandidate, judgeErasure, offerErasure, type CannotEraseCandidate, type EraseCandidate } from './erase-candidate.js';
import { ofWhoIsHere, type Erased } from './erased.js';
import {
  judgeMayGo,
  judgeMerge,
  mergeCandidate,
  offerMerge,
  type CannotMergeCandidate,
  type MergeCandidate,
} from './merge-candidate.js';
import { judgeNotMerged } from './merged.js';
import { judgeUndoing, offerUndoing, undoMerge, type CannotUndoMerge, type UndoMerge } from './undo-merge.js';
import {
  judgeFirstLink,
  judgeLink,
  linkIdentity,
  offerLink,
  type CannotLinkIdentity,
  type LinkIdentity,
} from './link-identity.js';
import {
  judgeBenefitEnd,
  offerBenefitEnds,
  recordBenefitEnd,
  type CannotRecordBenefitEnd,
  type RecordBenefitEnd,
} from './record-benefit-end.js';
import {
  judgeBenefitResumption,
  offerBenefitResumptions,
  recordBenefitResumption,
  type CannotRecordBenefitResumption,
  type RecordBenefitResumption,
} from './record-benefit-resumption.js';
import {
  judgeBenefitStart,
  offerBenefitStarts,
  recordBenefitStart,
  type CannotRecordBenefitStart,
  type RecordBenefitStart,
} from './record-benefit-start.js';
import { recordCountabilityOpening, type RecordCountabilityOpening } from './record-countability-opening.js';
import { recordCountabilityExtension, type RecordCountabilityExtension } from './record-countability-extension.js';
import { recordCountabilityExpiry, type RecordCountabilityExpiry } from './record-countability-expiry.js';
import {
  judgeRegistration,
  offerRegistration,
  registerCandidate,
  type CannotRegisterCandidate,
  type RegisterCandidate,
} from './register-candidate.js';

export type CandidateCommand =
  | RegisterCandidate
  | LinkIdentity
  | ChangeContactDetails
  | RecordBenefitStart
  | RecordBenefitEnd
  | RecordBenefitResumption
  | ChangeTargetGroup
  | RecordCountabilityOpening
  | RecordCountabilityExtension
  | RecordCountabilityExpiry
  | MergeCandidate
  | UndoMerge
  | EraseCandidate;

export type CandidateRefusal =
  | CannotRegisterCandidate
  | CannotLinkIdentity
  | CannotChangeContactDetails
  | CannotRecordBenefitStart
  | CannotRecordBenefitEnd
  | CannotRecordBenefitResumption
  | CannotChangeTargetGroup
  | CannotRecordCountability
  | CannotMergeCandidate
  | CannotUndoMerge
  | CannotEraseCandidate
  | Erased;

/** How a candidate's stream decides; no ruleset bears on it. Benefits and target groups are facts from outside: judged once, late welcome. */
export const candidateDecider: Decider<Candidate, CandidateEvent, CandidateCommand, CandidateRefusal, undefined> = {
  initial: nobody,
  evolve,
  vocabulary: candidateVocabulary,
  propose: {
    RegisterCandidate: registerCandidate,
    LinkIdentity: linkIdentity,
    ChangeContactDetails: changeContactDetails,
    RecordBenefitStart: recordBenefitStart,
    RecordBenefitEnd: recordBenefitEnd,
    RecordBenefitResumption: recordBenefitResumption,
    ChangeTargetGroup: changeTargetGroup,
    RecordCountabilityOpening: recordCountabilityOpening,
    RecordCountabilityExtension: recordCountabilityExtension,
    RecordCountabilityExpiry: recordCountabilityExpiry,
    MergeCandidate: mergeCandidate,
    UndoMerge: undoMerge,
    EraseCandidate: eraseCandidate,
  },
  offers: {
    RegisterCandidate: offerRegistration,
    LinkIdentity: offerLink,
    ChangeContactDetails: offerContactDetails,
    RecordBenefitStart: offerBenefitStarts,
    RecordBenefitEnd: offerBenefitEnds,
    RecordBenefitResumption: offerBenefitResumptions,
    ChangeTargetGroup: offerTargetGroups,
    RecordCountabilityOpening: offerCountability,
    RecordCountabilityExtension: offerCountability,
    RecordCountabilityExpiry: offerCountability,
    MergeCandidate: offerMerge,
    UndoMerge: offerUndoing,
    EraseCandidate: offerErasure,
  },
  judge: {
    CandidateRegistered: ofWhoIsHere(judgeRegistration),
    IdentityLinked: ofWhoIsHere(judgeLink),
    ContactDetailsChanged: ofWhoIsHere(judgeContactDetails),
    BenefitStarted: ofWhoIsHere(judgeBenefitStart),
    BenefitEnded: ofWhoIsHere(judgeBenefitEnd),
    BenefitResumed: ofWhoIsHere(judgeBenefitResumption),
    TargetGroupChanged: ofWhoIsHere(judgeTargetGroup),
    CountabilityOpened: ofWhoIsHere(judgeCountability),
    CountabilityExtended: ofWhoIsHere(judgeCountability),
    CountabilityExpired: ofWhoIsHere(judgeCountability),
    CandidateMergedInto: ofWhoIsHere(judgeMerge),
    MergeUndone: ofWhoIsHere(judgeUndoing),
    CandidateErased: ofWhoIsHere(judgeErasure),
  },
  judgedOnce: new Set([
    'BenefitStarted',
    'BenefitEnded',
    'BenefitResumed',
    'TargetGroupChanged',
    'CountabilityOpened',
    'CountabilityExtended',
    'CountabilityExpired',
  ]),
  /** One person has one BSN, whoever lets what pass, and goes on as one; whoever is registered is not registered again; and whoever was erased is gone. */
  neverWaived: new Set([
    'identity-already-linked',
    'candidate-already-registered',
    'merged',
    'linked-survives',
    'candidate-erased',
  ]),
  insists: {
    IdentityLinked: (_, candidate) => judgeFirstLink(candidate),
    ContactDetailsChanged: (_, candidate) => judgeNotMerged(candidate),
    CandidateMergedInto: (_, candidate) => judgeMayGo(candidate),
  },
  final: new Set(['CandidateErased']),
  ledger: new Set(),
  rulesFor: () => undefined,
  rulesOn: () => undefined,
  keeps: {},
};
