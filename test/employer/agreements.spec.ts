import { dayFrom as day } from '../../src/kernel/days.js';
import {
  agreement,
  agreementAmended,
  agreementSigned,
  amendAgreement,
  employerRegistered,
  given,
  otherAgreement,
  signAgreement,
} from '../examples/employer.examples.js';
import { idOf, toReplace, toVoid } from '../harness/decider-spec.js';

const registered = employerRegistered({ on: '2018-09-03' });

describe('SignEmployerAgreement', () => {
  it('is recorded with its words sealed, any number of times (R-311, P10)', () => {
    given(registered)
      .when(signAgreement({ on: '2018-10-01' }))
      .then(agreementSigned({ on: '2018-10-01' }));

    given(registered, agreementSigned({ on: '2018-10-01', agreementId: otherAgreement }))
      .when(signAgreement({ on: '2018-10-01' }))
      .then(agreementSigned({ on: '2018-10-01' }));
  });

  it.each([
    ['2018-09-02', '2018-09-03'],
    ['2020-02-28', '2020-02-29'],
    ['2018-12-31', '2019-01-01'],
  ])('is refused on %s, the day before the registration, and recorded on the day itself (R-311)', (before, on) => {
    const story = given(employerRegistered({ on }));
    story
      .when(signAgreement({ on: before }))
      .thenRefused({ code: 'before-registration', happenedOn: day(before), registeredOn: day(on) });
    story.when(signAgreement({ on })).then(agreementSigned({ on }));
  });

  it('is refused when the registration is corrected to a later day (R-311, P8)', () => {
    const { data } = employerRegistered({ on: '2018-10-02' });
    given(registered, agreementSigned({ on: '2018-10-01' }))
      .whenCorrecting([toReplace(idOf('EmployerRegistered'), { occurredOn: day('2018-10-02'), data })])
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('EmployerAgreementSigned'),
        type: 'EmployerAgreementSigned',
        occurredOn: day('2018-10-01'),
        refusal: 'before-registration',
      });
  });

  it('is refused for an employer who is not registered (R-311)', () => {
    given()
      .when(signAgreement({ on: '2018-10-01' }))
      .thenRefused({ code: 'employer-not-registered' });
  });
});

describe('AmendEmployerAgreement', () => {
  it('is what holds from then on, whole, since the day of signing (R-311)', () => {
    const state = given(registered, agreementSigned({ on: '2018-10-01' }))
      .when(amendAgreement({ on: '2019-04-01' }))
      .then(agreementAmended({ on: '2019-04-01' }))
      .thenState();

    expect(state.agreements.get(agreement)).toMatchObject({ pledgedPlaces: 15, signedOn: '2018-10-01' });
  });

  it('is accepted on the day of signing and refused the day before it (R-311)', () => {
    const story = given(registered, agreementSigned({ on: '2018-10-01' }));
    story.when(amendAgreement({ on: '2018-10-01' })).then(agreementAmended({ on: '2018-10-01' }));
    story.when(amendAgreement({ on: '2018-09-30' })).thenRefused({ code: 'no-such-agreement', agreementId: agreement });
  });

  it('is refused of what was never signed, and of what was voided (R-311, P8)', () => {
    const unknown = amendAgreement({ on: '2019-04-01', agreementId: otherAgreement });
    given(registered, agreementSigned({ on: '2018-10-01' }))
      .when(unknown)
      .thenRefused({ code: 'no-such-agreement', agreementId: otherAgreement });

    given(registered, agreementSigned({ on: '2018-10-01' }), agreementAmended({ on: '2019-04-01' }))
      .whenCorrecting([toVoid(idOf('EmployerAgreementSigned'))])
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('EmployerAgreementAmended'),
        type: 'EmployerAgreementAmended',
        occurredOn: agreementAmended({ on: '2019-04-01' }).occurredOn,
        refusal: 'no-such-agreement',
      });
  });
});
