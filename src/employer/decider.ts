import type { Decider } from '../kernel/decider.js';
import {
  amendEmployerAgreement,
  judgeEmployerAmendment,
  offerEmployerAmendments,
  type AmendEmployerAgreement,
  type CannotAmendEmployerAgreement,
} from './amend-employer-agreement.js';
import {
  creditPlacement,
  judgeCredit,
  judgeCreditedOnce,
  offerCredits,
  type CannotCreditPlacement,
  type CreditPlacement,
} from './credit-placement.js';
import { evolve, noEmployer, type Employer } from './employer.js';
import { employerVocabulary, type EmployerEvent } from './employer.events.js';
import {
  judgeRegistration,
  offerRegistration,
  registerEmployer,
  type CannotRegisterEmployer,
  type RegisterEmployer,
} from './register-employer.js';
import {
  judgeCreditRevocation,
  offerCreditRevocations,
  revokePlacementCredit,
  type CannotRevokePlacementCredit,
  type RevokePlacementCredit,
} from './revoke-placement-credit.js';
import {
  judgeEmployerAgreement,
  offerEmployerAgreements,
  signEmployerAgreement,
  type CannotSignEmployerAgreement,
  type SignEmployerAgreement,
} from './sign-employer-agreement.js';

export type EmployerCommand =
  RegisterEmployer | SignEmployerAgreement | AmendEmployerAgreement | CreditPlacement | RevokePlacementCredit;

export type EmployerRefusal =
  | CannotRegisterEmployer
  | CannotSignEmployerAgreement
  | CannotAmendEmployerAgreement
  | CannotCreditPlacement
  | CannotRevokePlacementCredit;

/** How an employer's stream decides; no ruleset bears on it. */
export const employerDecider: Decider<Employer, EmployerEvent, EmployerCommand, EmployerRefusal, undefined> = {
  initial: noEmployer,
  evolve,
  vocabulary: employerVocabulary,
  propose: {
    RegisterEmployer: registerEmployer,
    SignEmployerAgreement: signEmployerAgreement,
    AmendEmployerAgreement: amendEmployerAgreement,
    CreditPlacement: creditPlacement,
    RevokePlacementCredit: revokePlacementCredit,
  },
  offers: {
    RegisterEmployer: offerRegistration,
    SignEmployerAgreement: offerEmployerAgreements,
    AmendEmployerAgreement: offerEmployerAmendments,
    CreditPlacement: offerCredits,
    RevokePlacementCredit: offerCreditRevocations,
  },
  judge: {
    EmployerRegistered: judgeRegistration,
    EmployerAgreementSigned: judgeEmployerAgreement,
    EmployerAgreementAmended: judgeEmployerAmendment,
    PlacementCredited: judgeCredit,
    PlacementCreditRevoked: judgeCreditRevocation,
  },
  judgedOnce: new Set(),
  /** A placement that counted twice would make every figure of pledges wrong. */
  neverWaived: new Set(['already-credited']),
  insists: { PlacementCredited: ({ data }, employer) => judgeCreditedOnce(data.placementId, employer) },
  ledger: new Set(),
  rulesFor: () => undefined,
  rulesOn: () => undefined,
  keeps: { EmployerAgreementSigned: ['agreementId'] },
};
