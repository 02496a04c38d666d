import { endInstrument, instrumentEnded, instrumentGranted, instrumentId } from '../../examples/at-work.examples.js';
import { closed, day, placed } from '../../examples/trajectory.examples.js';
import { stories } from '../stories.js';

const given = stories();
const granted = [...placed({ on: '2019-11-04' }), instrumentGranted({ on: '2019-12-02' })];

describe('EndInstrument', () => {
  it('ends on the day of the grant or later, also after the closing (R-03, R-325)', () => {
    given(...granted)
      .when(endInstrument({ on: '2019-12-02' }))
      .then(instrumentEnded({ on: '2019-12-02' }));
    given(...granted, closed({ on: '2020-01-01' }))
      .when(endInstrument({ on: '2020-02-29' }))
      .then(instrumentEnded({ on: '2020-02-29' }));
  });

  it('is refused the day before it was granted (R-325)', () => {
    given(...granted)
      .when(endInstrument({ on: '2019-12-01' }))
      .thenRefused({ code: 'no-such-instrument', instrumentId });
  });

  it('is refused the second time (R-325)', () => {
    given(...granted, instrumentEnded({ on: '2020-01-31' }))
      .when(endInstrument({ on: '2020-02-01' }))
      .thenRefused({ code: 'instrument-ended', instrumentId, endedOn: day('2020-01-31') });
  });
});
