import { employerDecider, type EmployerCommand, type EmployerRefusal } from '../../src/employer/decider.js';
import type { Employer } from '../../src/employer/employer.js';
import { LEGAL_FORMS, namesPersons, SECTORS, SIZE_CLASSES, type EmployerEvent } from '../../src/employer/employer.events.js';
import { dayFrom } from '../../src/kernel/days.js';
import type { PublicText } from '../../src/kernel/public-text.js';
import type { Dice } from '../harness/dice.js';
import { walkMany } from '../harness/walk-properties.js';
import type { Walkable } from '../harness/walk.js';

/** Any employer, now and then with a name where none may be or without one where one must be. */
function anyEmployer(dice: Dice): EmployerEvent['data'] {
  const legalForm = dice.pick(LEGAL_FORMS);
  const named = namesPersons(legalForm) === dice.percent(20);
  return {
    legalForm,
    sector: dice.pick(SECTORS),
    sizeClass: dice.pick(SIZE_CLASSES),
    name: named ? ('Firma' as PublicText) : null,
  };
}

const employerWalk: Walkable<Employer, EmployerEvent, EmployerCommand, EmployerRefusal, undefined> = {
  decider: employerDecider,
  begins: dayFrom('2019-09-02'),
  payload: (_, dice, { subject }) => subject ?? anyEmployer(dice),
  subjectOf: (type) => type,
  replacement: (_, dice) => anyEmployer(dice),
  late: (occurredOn, dice) => ({ type: 'EmployerRegistered', occurredOn, data: anyEmployer(dice) }),
};

describe('employers led by chance', () => {
  it('keep the invariant, and next steps are just what is accepted (P8, P9)', () => {
    const tally = walkMany(employerWalk, { walks: 10, steps: 20 });

    const must = ['RegisterEmployer', 'replace', 'restore', 'refused not-of-its-type', 'refused employer-already-registered'];
    expect(must.filter((what) => !tally.has(what))).toEqual([]);
  });
});
