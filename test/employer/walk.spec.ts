import { employerDecider, type EmployerCommand, type EmployerRefusal } from '../../src/employer/decider.js';
import type { Employer } from '../../src/employer/employer.js';
import { LEGAL_FORMS, namesPersons, SECTORS, SIZE_CLASSES, type EmployerEvent } from '../../src/employer/employer.events.js';
import { dayFrom } from '../../src/kernel/days.js';
import type { Code } from '../../src/kernel/fields.events.js';
import type { Effective } from '../../src/kernel/history.js';
import type { AgreementId } from '../../src/kernel/ids.js';
import type { PublicText } from '../../src/kernel/public-text.js';
import type { Dice } from '../harness/dice.js';
import { testId } from '../harness/ids.js';
import { unseenOf } from '../harness/walk-properties.js';
import type { Walkable } from '../harness/walk.js';

type Of<T extends EmployerEvent['type']> = Extract<EmployerEvent, { type: T }>;
type Facts = readonly Effective<EmployerEvent>[];

/** Any employer, now and then with a name where none may be or without one where one must be. */
function anyEmployer(dice: Dice): Of<'EmployerRegistered'>['data'] {
  const legalForm = dice.pick(LEGAL_FORMS);
  const named = namesPersons(legalForm) === dice.percent(20);
  return {
    legalForm,
    sector: dice.pick(SECTORS),
    sizeClass: dice.pick(SIZE_CLASSES),
    name: named ? ('Firma' as PublicText) : null,
  };
}

/** One of those that were signed, or now and then one that nobody knows. */
function knownAgreement(dice: Dice, facts: Facts): AgreementId {
  const signed = facts.flatMap((event) => (event.type === 'EmployerAgreementSigned' ? [event.data.agreementId] : []));
  return signed.length === 0 || dice.percent(10) ? testId('agreement', 'unknown') : dice.pick(signed);
}

const terms = (dice: Dice) => ({
  pledgedPlaces: dice.between(1, 50),
  sector: dice.pick(SECTORS),
  terms: ['training-on-the-job' as Code<'agreement-term'>],
});
const pledge = (dice: Dice, facts: Facts) => ({ agreementId: knownAgreement(dice, facts), ...terms(dice) });
const credit = (dice: Dice, facts: Facts) => {
  const who = dice.pick(['anna', 'bert']);
  const placement = { trajectoryId: testId<'trajectory'>('trajectory', who), placementId: testId<'placement'>('placement', who) };
  return { agreementId: knownAgreement(dice, facts), ...placement, policyVersion: 'lasting-work-1' as Code<'policy-version'> };
};

const DATA: { [T in EmployerEvent['type']]: (dice: Dice, facts: Facts) => Of<T>['data'] } = {
  EmployerRegistered: anyEmployer,
  EmployerAgreementSigned: pledge,
  EmployerAgreementAmended: pledge,
  PlacementCredited: credit,
  PlacementCreditRevoked: credit,
};

const PAYLOADS: { [T in EmployerCommand['type']]: (dice: Dice, facts: Facts) => EmployerCommand['data'] } = {
  RegisterEmployer: anyEmployer,
  SignEmployerAgreement: terms,
  AmendEmployerAgreement: pledge,
  CreditPlacement: credit,
  RevokePlacementCredit: credit,
};

/** What a sample leaves open is thrown anew; the agreement that it names stays. */
function payload(type: EmployerCommand['type'], dice: Dice, from: { subject?: EmployerCommand['data']; facts: Facts }) {
  const { subject } = from;
  if (!subject) return PAYLOADS[type](dice, from.facts);
  if (type !== 'CreditPlacement' && type !== 'AmendEmployerAgreement') return subject;
  return { ...PAYLOADS[type](dice, from.facts), ...('agreementId' in subject && { agreementId: subject.agreementId }) };
}

const employerWalk: Walkable<Employer, EmployerEvent, EmployerCommand, EmployerRefusal, undefined> = {
  decider: employerDecider,
  begins: dayFrom('2019-09-02'),
  payload: payload,
  subjectOf: (type, data) => {
    if (type === 'RevokePlacementCredit') return JSON.stringify(data);
    return 'agreementId' in data ? data.agreementId : type;
  },
  // What an event made stays.
  replacement: ({ type, data }, dice) => ({
    ...DATA[type](dice, []),
    ...(type === 'EmployerAgreementSigned' && { agreementId: data.agreementId }),
  }),
  late: (occurredOn, dice, { facts }) => {
    const type = dice.pick([
      'EmployerRegistered',
      'EmployerAgreementAmended',
      'PlacementCredited',
      'PlacementCreditRevoked',
    ] as const);
    return { type, occurredOn, data: DATA[type](dice, facts) } as EmployerEvent;
  },
};

describe('employers led by chance', () => {
  it('keep the invariant, and next steps are just what is accepted (P8, P9)', () => {
    const must = [
      ...Object.keys(employerDecider.offers),
      'replace',
      'void',
      'restore',
      'late',
      'overridden',
      'refused breaks-later',
    ];
    const refusals = ['not-of-its-type', 'employer-already-registered', 'no-such-agreement', 'already-credited', 'not-credited'];
    expect(unseenOf([...must, ...refusals.map((code) => `refused ${code}`)], employerWalk, { walks: 15, steps: 40 })).toEqual([]);
  }, 120_000);
});
