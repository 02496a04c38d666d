import { dayFrom as day } from '../../src/kernel/days.js';
import { filled, given, offered, released, reserved, withdraw, withdrawn } from '../examples/workplace.examples.js';

const place = offered({ on: '2019-09-20' });
const held = [place, reserved({ on: '2019-10-04' })] as const;

describe('WithdrawWorkplace', () => {
  it.each([
    ['was never held', [place]],
    ['was released', [...held, released({ on: '2019-12-01' })]],
  ])('is recorded of a place that %s (R-445)', (_, story) => {
    given(...story)
      .when(withdraw({ on: '2019-12-01' }))
      .then(withdrawn({ on: '2019-12-01' }));
  });

  it('is refused while it is reserved or filled (R-445)', () => {
    given(...held)
      .when(withdraw({ on: '2019-12-01' }))
      .thenRefused({ code: 'place-taken', since: day('2019-10-04') });
    given(...held, filled({ on: '2019-11-04' }))
      .when(withdraw({ on: '2019-12-01' }))
      .thenRefused({ code: 'place-taken', since: day('2019-11-04') });
  });

  it('is refused the day before the place is offered, and recorded on the day itself (R-441)', () => {
    given(place)
      .when(withdraw({ on: '2019-09-19' }))
      .thenRefused({ code: 'before-offer', happenedOn: day('2019-09-19'), offeredOn: day('2019-09-20') });
    given(place)
      .when(withdraw({ on: '2019-09-20' }))
      .then(withdrawn({ on: '2019-09-20' }));
  });

  it('is refused of a place that is not offered, or was withdrawn (R-441)', () => {
    given()
      .when(withdraw({ on: '2019-12-01' }))
      .thenRefused({ code: 'workplace-not-offered' });
    given(place, withdrawn({ on: '2019-11-01' }))
      .when(withdraw({ on: '2019-12-01' }))
      .thenRefused({ code: 'workplace-withdrawn', withdrawnOn: day('2019-11-01') });
  });
});
