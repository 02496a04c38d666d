import { employerDecider, type EmployerCommand } from '../../src/employer/decider.js';
import type { EmployerEvent } from '../../src/employer/employer.events.js';
import type { Code } from '../../src/kernel/fields.events.js';
import type { AgreementId, EmployerId, PlacementId, TrajectoryId } from '../../src/kernel/ids.js';
import type { Seal } from '../../src/kernel/messages.js';
import type { PublicText } from '../../src/kernel/public-text.js';
import { newId, specFor } from '../harness/decider-spec.js';
import { testId } from '../harness/ids.js';
import { commandTeller, eventTeller } from '../harness/tellers.js';

const bakery: EmployerId = testId('employer', 'bakery');
const words: Seal = { subject: bakery, words: testId('words') };
const example = { legalForm: 'bv', sector: 'industry', sizeClass: '10-49', name: 'Bakkerij Twente BV' as PublicText } as const;

export const agreement: AgreementId = newId('agreement');
export const otherAgreement: AgreementId = testId('agreement', 'other');
export const trajectory: TrajectoryId = testId('trajectory', 'anna');
export const placement: PlacementId = testId('placement', 'anna');
const terms = { pledgedPlaces: 10, sector: 'hospitality', terms: ['training-on-the-job' as Code<'agreement-term'>] } as const;
const credit = {
  agreementId: agreement,
  trajectoryId: trajectory,
  placementId: placement,
  policyVersion: 'lasting-work-1' as Code<'policy-version'>,
};

const event = eventTeller<EmployerEvent>();
const command = commandTeller<EmployerCommand>();

/** What is recorded about the bakery. */
export const employerRegistered = event('EmployerRegistered', example, words);
export const agreementSigned = event('EmployerAgreementSigned', { agreementId: agreement, ...terms }, words);
export const agreementAmended = event('EmployerAgreementAmended', { agreementId: agreement, ...terms, pledgedPlaces: 15 });
export const placementCredited = event('PlacementCredited', credit);
export const creditRevoked = event('PlacementCreditRevoked', credit);

/** What may be asked of it. */
export const registerEmployer = command('RegisterEmployer', example, words);
export const signAgreement = command('SignEmployerAgreement', terms, words);
export const amendAgreement = command('AmendEmployerAgreement', { agreementId: agreement, ...terms, pledgedPlaces: 15 });
export const creditPlacement = command('CreditPlacement', credit);
export const revokeCredit = command('RevokePlacementCredit', credit);

/** Stories of employers. */
export const given = specFor(employerDecider);
