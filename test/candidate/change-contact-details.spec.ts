import { dayFrom as day } from '../../src/kernel/days.js';
import { changeContactDetails, contactDetailsChanged, given, registered } from '../examples/candidate.examples.js';

describe('ChangeContactDetails', () => {
  it('is recorded any number of times, and the last postcode counts (R-102)', () => {
    const state = given(registered({ on: '2019-09-02' }), contactDetailsChanged({ on: '2019-09-02' }))
      .when(changeContactDetails({ on: '2019-11-01', postcode4: 7521 }))
      .then(contactDetailsChanged({ on: '2019-11-01', postcode4: 7521 }))
      .thenState();

    expect(state.postcode4).toBe(7521);
  });

  it('entered late does not undo a later change (P8)', () => {
    const state = given(registered({ on: '2019-09-02' }), contactDetailsChanged({ on: '2019-11-01', postcode4: 7521 }))
      .when(changeContactDetails({ on: '2019-10-01', postcode4: 7541 }))
      .thenState();

    expect(state.postcode4).toBe(7521);
  });

  it('is refused the day before the registration (R-102)', () => {
    given(registered({ on: '2019-09-02' }))
      .when(changeContactDetails({ on: '2019-09-01' }))
      .thenRefused({ code: 'before-registration', happenedOn: day('2019-09-01'), registeredOn: day('2019-09-02') });
  });

  it('is refused for nobody (R-101)', () => {
    given()
      .when(changeContactDetails({ on: '2019-09-02' }))
      .thenRefused({ code: 'candidate-not-registered' });
  });
});
