import { dayFrom as day } from '../../src/kernel/days.js';
import { standstillOn } from '../../src/series/series.js';
import { ended, endIt, given, started } from '../examples/series.examples.js';

const running = started({ on: '2019-09-02' });

describe('EndSeries', () => {
  it('lets meetings be held up to its last day, and none after (R-410, R-413)', () => {
    const state = given(running)
      .when(endIt({ on: '2020-12-01' }))
      .then(ended({ on: '2020-12-01' }))
      .thenState();

    expect(standstillOn(state, day('2020-12-31'))).toBeUndefined();
    expect(standstillOn(state, day('2021-01-01'))).toEqual({ why: 'ended', lastOn: '2020-12-31' });
  });

  it('is refused of a series that has not started (R-410)', () => {
    given()
      .when(endIt({ on: '2020-12-01' }))
      .thenRefused({ code: 'series-not-started' });
  });

  it('is refused the day before the series starts, and recorded on the day itself (R-411)', () => {
    given(running)
      .when(endIt({ on: '2019-09-01' }))
      .thenRefused({ code: 'before-series', happenedOn: day('2019-09-01'), startedOn: day('2019-09-02') });
    given(running)
      .when(endIt({ on: '2019-09-02' }))
      .then(ended({ on: '2019-09-02' }));
  });

  it('is refused a second time (R-410)', () => {
    given(running, ended({ on: '2020-12-01' }))
      .when(endIt({ on: '2020-12-02' }))
      .thenRefused({ code: 'series-already-ended', endedOn: day('2020-12-01'), lastOn: day('2020-12-31') });
  });

  it('is refused with a last day before the start, and recorded with the day of the start (R-410)', () => {
    given(running)
      .when(endIt({ on: '2020-12-01', lastOn: day('2019-09-01') }))
      .thenRefused({ code: 'ends-before-start', lastOn: day('2019-09-01'), startedOn: day('2019-09-02') });
    given(running)
      .when(endIt({ on: '2020-12-01', lastOn: day('2019-09-02') }))
      .then(ended({ on: '2020-12-01', lastOn: day('2019-09-02') }));
  });
});
