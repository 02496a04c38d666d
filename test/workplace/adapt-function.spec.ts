import { dayFrom as day } from '../../src/kernel/days.js';
import { adapt, adapted, given, offered, reserved, withdrawn } from '../examples/workplace.examples.js';

const place = offered({ on: '2019-09-20' });

describe('AdaptFunction', () => {
  it('says what the function is from then on, also while it is held (R-441)', () => {
    const state = given(place, reserved({ on: '2019-10-04' }))
      .when(adapt({ on: '2019-10-10' }))
      .then(adapted({ on: '2019-10-10' }))
      .thenState();

    expect(state.offered).toMatchObject({ tasks: ['Inpakken'], requirements: [], hoursPerWeek: 24 });
  });

  it('is refused the day before the place is offered, and recorded on the day itself (R-441)', () => {
    given(place)
      .when(adapt({ on: '2019-09-19' }))
      .thenRefused({ code: 'before-offer', happenedOn: day('2019-09-19'), offeredOn: day('2019-09-20') });
    given(place)
      .when(adapt({ on: '2019-09-20' }))
      .then(adapted({ on: '2019-09-20' }));
  });

  it('is refused of a place that is not offered, or was withdrawn (R-441)', () => {
    given()
      .when(adapt({ on: '2019-10-10' }))
      .thenRefused({ code: 'workplace-not-offered' });
    given(place, withdrawn({ on: '2019-10-09' }))
      .when(adapt({ on: '2019-10-10' }))
      .thenRefused({ code: 'workplace-withdrawn', withdrawnOn: day('2019-10-09') });
  });
});
