import { dayFrom as day } from '../../src/kernel/days.js';
import { standstillOn } from '../../src/series/series.js';
import { ended, given, resumed, started, suspend, suspended } from '../examples/series.examples.js';
import { idOf } from '../harness/decider-spec.js';

const running = started({ on: '2019-09-02' });

describe('SuspendSeries', () => {
  it('stands still from its first day until it is resumed (R-412, R-413)', () => {
    const state = given(running)
      .when(suspend({ on: '2020-03-11' }))
      .then(suspended({ on: '2020-03-11' }))
      .thenState();

    expect(standstillOn(state, day('2020-03-11'))).toBeUndefined();
    expect(standstillOn(state, day('2020-03-12'))).toEqual({ why: 'suspended', from: '2020-03-12', reason: 'public-health' });
    expect(standstillOn(state, day('2029-01-01'))).toMatchObject({ why: 'suspended' });
  });

  it('is refused of a series that has not started (R-411)', () => {
    given()
      .when(suspend({ on: '2020-03-12' }))
      .thenRefused({ code: 'series-not-started' });
  });

  it('is refused the day before the series starts, and recorded on the day itself (R-411)', () => {
    given(running)
      .when(suspend({ on: '2019-09-01' }))
      .thenRefused({ code: 'before-series', happenedOn: day('2019-09-01'), startedOn: day('2019-09-02') });
    given(running)
      .when(suspend({ on: '2019-09-02' }))
      .then(suspended({ on: '2019-09-02' }));
  });

  it('is refused while it is suspended (R-412)', () => {
    given(running, suspended({ on: '2020-03-12' }))
      .when(suspend({ on: '2020-04-01', from: day('2020-05-01') }))
      .thenRefused({ code: 'series-already-suspended', suspendedFrom: day('2020-03-12') });
  });

  it('is recorded again after it was resumed (R-412)', () => {
    const again = { on: '2020-10-14', from: day('2020-10-14') };
    given(running, suspended({ on: '2020-03-12' }), resumed({ on: '2020-08-20' }))
      .when(suspend(again))
      .then(suspended(again));
  });

  it('is recorded on the day on which its end was decided, and refused the day after (R-411)', () => {
    const over = [running, ended({ on: '2020-03-12' })] as const;
    given(...over)
      .when(suspend({ on: '2020-03-12' }))
      .then(suspended({ on: '2020-03-12' }));
    given(...over)
      .when(suspend({ on: '2020-03-13' }))
      .thenRefused({ code: 'series-ended', endedOn: day('2020-03-12'), lastOn: day('2020-12-31') });
  });

  it('is not entered late from under a later suspension (R-412, P8)', () => {
    given(running, suspended({ on: '2020-03-12' }))
      .when(suspend({ on: '2020-03-01' }))
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('SeriesSuspended'),
        type: 'SeriesSuspended',
        occurredOn: day('2020-03-12'),
        refusal: 'series-already-suspended',
      });
  });
});
