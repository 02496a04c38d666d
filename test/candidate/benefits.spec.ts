import { dayFrom as day } from '../../src/kernel/days.js';
import {
  benefitEnded,
  benefitResumed,
  benefitStarted,
  endBenefit,
  given,
  registered,
  resumeBenefit,
  startBenefit,
} from '../examples/candidate.examples.js';
import { idOf, toReplace } from '../harness/decider-spec.js';

const anna = registered({ on: '2019-09-02' });

describe('RecordBenefitStart', () => {
  it('is welcome from before the registration (R-102, R-104)', () => {
    given(anna)
      .when(startBenefit({ on: '2017-05-01' }))
      .then(benefitStarted({ on: '2017-05-01' }));
  });

  it('is refused while one of its kind runs (R-104)', () => {
    given(anna, benefitStarted({ on: '2019-10-01' }))
      .when(startBenefit({ on: '2019-11-01' }))
      .thenRefused({ code: 'benefit-runs', kind: 'bijstand', since: day('2019-10-01'), until: null });
  });

  it('is refused on the last day of the one before (R-104)', () => {
    given(anna, benefitStarted({ on: '2019-10-01' }), benefitEnded({ on: '2019-10-31' }))
      .when(startBenefit({ on: '2019-10-31' }))
      .thenRefused({ code: 'benefit-runs', kind: 'bijstand', since: day('2019-10-01'), until: day('2019-10-31') });
  });

  it('is recorded the day after it (R-104)', () => {
    given(anna, benefitStarted({ on: '2019-10-01' }), benefitEnded({ on: '2019-10-31' }))
      .when(startBenefit({ on: '2019-11-01' }))
      .then(benefitStarted({ on: '2019-11-01' }));
  });

  it('is recorded beside one of another kind (R-104)', () => {
    given(anna, benefitStarted({ on: '2019-10-01' }))
      .when(startBenefit({ on: '2019-11-01', kind: 'ww', source: 'uwv' }))
      .then(benefitStarted({ on: '2019-11-01', kind: 'ww', source: 'uwv' }));
  });

  it('is not refused for what comes later: a fact from outside is judged once (P8)', () => {
    const state = given(anna, benefitStarted({ on: '2019-10-01' }))
      .when(startBenefit({ on: '2019-09-15' }))
      .then(benefitStarted({ on: '2019-09-15' }))
      .thenState();

    expect(state.benefits.get('bijstand')).toEqual({ since: '2019-09-15', until: null });
  });

  it('is refused for nobody (R-101)', () => {
    given()
      .when(startBenefit({ on: '2019-10-01' }))
      .thenRefused({ code: 'candidate-not-registered' });
  });
});

describe('RecordBenefitEnd', () => {
  it('is recorded with the first day known (R-105)', () => {
    const state = given(anna, benefitStarted({ on: '2019-10-01' }))
      .when(endBenefit({ on: '2019-12-31' }))
      .then(benefitEnded({ on: '2019-12-31' }))
      .thenState();

    expect(state.benefits.get('bijstand')).toEqual({ since: '2019-10-01', until: '2019-12-31' });
  });

  it('is recorded also where nobody told of the beginning (R-105)', () => {
    const state = given(anna)
      .when(endBenefit({ on: '2019-08-31' }))
      .then(benefitEnded({ on: '2019-08-31' }))
      .thenState();

    expect(state.benefits.get('bijstand')).toEqual({ since: null, until: '2019-08-31' });
  });

  it('takes its place when its beginning comes in after it (P8)', () => {
    const state = given(anna, benefitEnded({ on: '2019-10-31' }))
      .when(startBenefit({ on: '2019-10-01' }))
      .thenState();

    expect(state.benefits.get('bijstand')).toEqual({ since: '2019-10-01', until: '2019-10-31' });
  });

  it('is refused a second time (R-105)', () => {
    given(anna, benefitEnded({ on: '2019-10-31' }))
      .when(endBenefit({ on: '2019-11-30' }))
      .thenRefused({ code: 'benefit-had-ended', kind: 'bijstand', until: day('2019-10-31') });
  });

  it('is corrected on its own event (P8)', () => {
    const { data } = benefitEnded({ on: '2019-11-30' });
    const state = given(anna, benefitStarted({ on: '2019-10-01' }), benefitEnded({ on: '2019-10-31' }))
      .whenCorrecting([toReplace(idOf('BenefitEnded'), { occurredOn: day('2019-11-30'), data })])
      .thenState();

    expect(state.benefits.get('bijstand')).toEqual({ since: '2019-10-01', until: '2019-11-30' });
  });

  it('is refused for nobody (R-101)', () => {
    given()
      .when(endBenefit({ on: '2019-10-01' }))
      .thenRefused({ code: 'candidate-not-registered' });
  });
});

describe('RecordBenefitResumption', () => {
  const before = [anna, benefitStarted({ on: '2019-10-01' }), benefitEnded({ on: '2019-10-31' })];

  it('is recorded the day after the last one, 29 February among them (R-104)', () => {
    given(...before)
      .when(resumeBenefit({ on: '2020-02-29' }))
      .then(benefitResumed({ on: '2020-02-29' }));
  });

  it('is recorded where the earlier one is not known (R-104)', () => {
    given(anna)
      .when(resumeBenefit({ on: '2020-03-01' }))
      .then(benefitResumed({ on: '2020-03-01' }));
  });

  it('is refused on the last day of the earlier one (R-104)', () => {
    given(...before)
      .when(resumeBenefit({ on: '2019-10-31' }))
      .thenRefused({ code: 'benefit-runs', kind: 'bijstand', since: day('2019-10-01'), until: day('2019-10-31') });
  });

  it('is refused while it runs again (R-104)', () => {
    given(...before, benefitResumed({ on: '2020-03-01' }))
      .when(resumeBenefit({ on: '2020-03-02' }))
      .thenRefused({ code: 'benefit-runs', kind: 'bijstand', since: day('2020-03-01'), until: null });
  });

  it('is refused for nobody (R-101)', () => {
    given()
      .when(resumeBenefit({ on: '2019-10-01' }))
      .thenRefused({ code: 'candidate-not-registered' });
  });
});
