import { dayFrom as day } from '../../src/kernel/days.js';
import { benefitStarted, given, register, registered } from '../examples/candidate.examples.js';
import { idOf, toReplace, toVoid } from '../harness/decider-spec.js';

describe('RegisterCandidate', () => {
  it('is recorded with its words sealed (R-101)', () => {
    given()
      .when(register({ on: '2019-09-02' }))
      .then(registered({ on: '2019-09-02' }));
  });

  it('welcomes a walk-in of whom neither BSN, postcode nor birth year is known (R-101)', () => {
    const unknown = { walkIn: true, postcode4: null, birthYearBand: null };

    given()
      .when(register({ on: '2019-10-03', ...unknown }))
      .then(registered({ on: '2019-10-03', ...unknown }));
  });

  it('is refused a second time (R-101)', () => {
    given(registered({ on: '2019-09-02' }))
      .when(register({ on: '2019-09-03' }))
      .thenRefused({ code: 'candidate-already-registered', registeredOn: day('2019-09-02') });
  });

  it('is refused a second time also on an earlier day (R-101)', () => {
    given(registered({ on: '2019-09-02' }))
      .when(register({ on: '2019-08-01' }))
      .thenRefused({ code: 'candidate-already-registered', registeredOn: day('2019-09-02') });
  });

  it('is refused for a day to come', () => {
    given()
      .today('2019-09-01')
      .when(register({ on: '2019-09-02' }))
      .thenRefused({ code: 'occurs-in-future', occurredOn: day('2019-09-02'), today: day('2019-09-01') });
  });

  const benefit = { kind: 'bijstand', source: 'municipality' } as const;

  it('brings the benefit that somebody has, on its own day, in the same append (R-300)', () => {
    const state = given()
      .when(register({ on: '2019-09-02', benefit: { ...benefit, startedOn: day('2016-02-29') } }))
      .then(registered({ on: '2019-09-02' }), benefitStarted({ on: '2016-02-29' }))
      .thenState();

    expect(state).toMatchObject({ registeredOn: '2019-09-02', postcode4: 7551 });
    expect(state.benefits).toEqual(new Map([['bijstand', { since: '2016-02-29', until: null }]]));
  });

  it('is refused whole with a benefit that begins on a day to come (R-300)', () => {
    given()
      .today('2019-09-02')
      .when(register({ on: '2019-09-02', benefit: { ...benefit, startedOn: day('2019-09-03') } }))
      .thenRefused({ code: 'occurs-in-future', occurredOn: day('2019-09-03'), today: day('2019-09-02') });
  });

  it('can be corrected, and keeps what the correction says (P8)', () => {
    const { data } = registered({ on: '2019-09-03', postcode4: 7553 });
    const state = given(registered({ on: '2019-09-02' }))
      .whenCorrecting([toReplace(idOf('CandidateRegistered'), { occurredOn: day('2019-09-03'), data })])
      .thenState();

    expect(state).toMatchObject({ registeredOn: '2019-09-03', postcode4: 7553, birthYearBand: 1985, identity: 'unlinked' });
  });

  it('cannot be voided: who was entered in error is closed so (P8)', () => {
    given(registered({ on: '2019-09-02' }))
      .whenCorrecting([toVoid(idOf('CandidateRegistered'))])
      .thenRefused({ code: 'first-cannot-be-voided', eventId: idOf('CandidateRegistered') });
  });
});
