import type { Decider } from '../kernel/decider.js';
import { evolve, noEmployer, type Employer } from './employer.js';
import { employerVocabulary, type EmployerEvent } from './employer.events.js';
import {
  judgeRegistration,
  offerRegistration,
  registerEmployer,
  type CannotRegisterEmployer,
  type RegisterEmployer,
} from './register-employer.js';

export type EmployerCommand = RegisterEmployer;
export type EmployerRefusal = CannotRegisterEmployer;

/** How an employer's stream decides; no ruleset bears on it. */
export const employerDecider: Decider<Employer, EmployerEvent, EmployerCommand, EmployerRefusal, undefined> = {
  initial: noEmployer,
  evolve,
  vocabulary: employerVocabulary,
  propose: { RegisterEmployer: registerEmployer },
  offers: { RegisterEmployer: offerRegistration },
  judge: { EmployerRegistered: judgeRegistration },
  judgedOnce: new Set(),
  ledger: new Set(),
  rulesFor: () => undefined,
  rulesOn: () => undefined,
  keeps: {},
};
