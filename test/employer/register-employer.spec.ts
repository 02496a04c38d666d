import { employerVocabulary, LEGAL_FORMS, namesPersons } from '../../src/employer/employer.events.js';
import { dayFrom as day } from '../../src/kernel/days.js';
import type { PublicText } from '../../src/kernel/public-text.js';
import { employerRegistered, given, registerEmployer } from '../examples/employer.examples.js';
import { idOf, toReplace } from '../harness/decider-spec.js';

const named = LEGAL_FORMS.filter((form) => !namesPersons(form));

describe('RegisterEmployer', () => {
  it.each(named)('names a %s in the clear (R-202)', (legalForm) => {
    given()
      .when(registerEmployer({ on: '2019-09-02', legalForm }))
      .then(employerRegistered({ on: '2019-09-02', legalForm }));
  });

  it.each(['eenmanszaak', 'vof', 'maatschap', 'cv'] as const)('has no name in the clear for a %s (R-202, P10)', (legalForm) => {
    given()
      .when(registerEmployer({ on: '2019-09-02', legalForm, name: null }))
      .then(employerRegistered({ on: '2019-09-02', legalForm, name: null }));

    given()
      .when(registerEmployer({ on: '2019-09-02', legalForm }))
      .thenRefused({ code: 'name-must-be-sealed', legalForm });
  });

  it('is refused for a company without a name (R-202)', () => {
    given()
      .when(registerEmployer({ on: '2019-09-02', name: null }))
      .thenRefused({ code: 'name-missing', legalForm: 'bv' });
  });

  it('is refused a second time (R-201)', () => {
    given(employerRegistered({ on: '2019-09-02' }))
      .when(registerEmployer({ on: '2019-09-03' }))
      .thenRefused({ code: 'employer-already-registered', registeredOn: day('2019-09-02') });
  });

  it('cannot be corrected into a person named in the clear, whoever overrides (R-202, P8, P10)', () => {
    const { data } = employerRegistered({ on: '2019-09-02', legalForm: 'eenmanszaak' });

    given(employerRegistered({ on: '2019-09-02' }))
      .overriding()
      .whenCorrecting([toReplace(idOf('EmployerRegistered'), { occurredOn: day('2019-09-02'), data })])
      .thenRefused({
        code: 'not-of-its-type',
        eventId: idOf('EmployerRegistered'),
        type: 'EmployerRegistered',
        at: ['data.name'],
      });
  });
});

describe('the schema of EmployerRegistered (P10)', () => {
  const { data: schema } = employerVocabulary.EmployerRegistered;
  const { data } = employerRegistered({ on: '2019-09-02' });

  it.each(['123456782', 'vragen aan j.jansen@voorbeeld.nl', 'bel 06-12345678', ' '])('refuses %j as a name', (name) => {
    expect(schema.safeParse({ ...data, name: name as PublicText }).success).toBe(false);
  });

  it('refuses the name of an eenmanszaak in the clear, and a bv without one (R-202)', () => {
    expect(schema.safeParse(data).success).toBe(true);
    expect(schema.safeParse({ ...data, legalForm: 'eenmanszaak' }).success).toBe(false);
    expect(schema.safeParse({ ...data, name: null }).success).toBe(false);
  });
});
