import { dayFrom as day } from '../../src/kernel/days.js';
import { given, start, started } from '../examples/series.examples.js';

describe('StartSeries', () => {
  it('is recorded (R-410)', () => {
    given()
      .when(start({ on: '2019-09-02' }))
      .then(started({ on: '2019-09-02' }));
  });

  it('is refused a second time (R-410)', () => {
    given(started({ on: '2019-09-02' }))
      .when(start({ on: '2019-09-03' }))
      .thenRefused({ code: 'series-already-started', startedOn: day('2019-09-02') });
  });
});
