import { loonwaardeMeasured, measureLoonwaarde } from '../../examples/at-work.examples.js';
import { closed, day, placed, placementEnded, placementId, planned } from '../../examples/trajectory.examples.js';
import { newId } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();
const working = placed({ on: '2019-11-04' });
const measurementId = newId('measurement');

describe('MeasureLoonwaarde', () => {
  it('is measured on the first day of the placement, and again after that (R-326)', () => {
    given(...working)
      .when(measureLoonwaarde({ on: '2019-11-04' }))
      .then(loonwaardeMeasured({ on: '2019-11-04', measurementId }));
    given(...working, loonwaardeMeasured({ on: '2019-11-04' }))
      .when(measureLoonwaarde({ on: '2019-11-04', percent: 62.5 }))
      .then(loonwaardeMeasured({ on: '2019-11-04', measurementId, percent: 62.5 }));
  });

  it('is measured after the closing, on the last day of the placement and not the day after (R-18, R-326)', () => {
    const ended = [...working, closed({ on: '2019-12-01' }), placementEnded({ on: '2020-02-29' })];
    given(...ended)
      .when(measureLoonwaarde({ on: '2020-02-29' }))
      .then(loonwaardeMeasured({ on: '2020-02-29', measurementId }));
    given(...ended)
      .when(measureLoonwaarde({ on: '2020-03-01' }))
      .thenRefused({ code: 'outside-placement', placementId, startedOn: day('2019-11-04'), endedOn: day('2020-02-29') });
  });

  it('is refused when it holds until before it holds, and where nobody works (R-326)', () => {
    given(...working)
      .when(measureLoonwaarde({ on: '2019-12-09', validUntil: day('2019-12-31') }))
      .thenRefused({ code: 'until-before-from', from: day('2020-01-01'), until: day('2019-12-31') });
    given(...planned({ on: '2019-11-03' }))
      .when(measureLoonwaarde({ on: '2019-11-04' }))
      .thenRefused({ code: 'no-such-placement', placementId });
  });
});
