import { dayFrom as day } from '../../src/kernel/days.js';
import { agreement, amend, amended, given, noAgreement, registered, sign, signed } from '../examples/organisation.examples.js';

const school = registered({ on: '2019-09-02' });

describe('SignEducationAgreement', () => {
  it('is recorded, for one day at least (R-424)', () => {
    const oneDay = { on: '2019-09-03', until: day('2019-10-01') };
    given(school).when(sign(oneDay)).then(signed(oneDay));
  });

  it('is refused with a last day before the first (R-424)', () => {
    given(school)
      .when(sign({ on: '2019-09-03', until: day('2019-09-30') }))
      .thenRefused({ code: 'period-reversed', from: day('2019-10-01'), until: day('2019-09-30') });
  });
});

describe('AmendEducationAgreement', () => {
  it('is what holds from then on, whole (R-422)', () => {
    const state = given(school, signed({ on: '2019-09-03' }))
      .when(amend({ on: '2019-11-01' }))
      .then(amended({ on: '2019-11-01' }))
      .thenState();

    expect(state.agreements.get(agreement)).toMatchObject({ places: 30 });
  });

  it('is refused of what was never signed (R-422)', () => {
    given(school, signed({ on: '2019-09-03' }))
      .when(amend({ on: '2019-11-01', agreementId: noAgreement }))
      .thenRefused({ code: 'no-such-agreement', agreementId: noAgreement });
  });

  it('is refused with a last day before the first (R-424)', () => {
    given(school, signed({ on: '2019-09-03' }))
      .when(amend({ on: '2019-11-01', until: day('2019-09-30') }))
      .thenRefused({ code: 'period-reversed', from: day('2019-10-01'), until: day('2019-09-30') });
  });
});
