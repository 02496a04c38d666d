import {
  checkInRecorded,
  closed,
  day,
  placed,
  placementEnded,
  placementId,
  planned,
  recordCheckIn,
} from '../../examples/trajectory.examples.js';
import { stories } from '../stories.js';

const given = stories();

describe('RecordCheckIn', () => {
  it('is recorded on the first day of the placement, and again that day (R-18)', () => {
    given(...placed({ on: '2020-03-02' }))
      .when(recordCheckIn({ on: '2020-03-02' }))
      .then(checkInRecorded({ on: '2020-03-02' }));
    given(...placed({ on: '2020-03-02' }), checkInRecorded({ on: '2020-03-02' }))
      .when(recordCheckIn({ on: '2020-03-02', rating: 2, concerns: ['hours', 'travel'] }))
      .then(checkInRecorded({ on: '2020-03-02', rating: 2, concerns: ['hours', 'travel'] }));
  });

  it('is refused the day before it (R-18)', () => {
    given(...placed({ on: '2020-03-02' }))
      .when(recordCheckIn({ on: '2020-03-01' }))
      .thenRefused({ code: 'phase-not-open', phase: 'support', missing: ['PlacementStarted'] });
  });

  it('is recorded on the last day of the placement, and refused the day after (R-18)', () => {
    const story = given(...placed({ on: '2020-03-02' }), placementEnded({ on: '2020-06-30' })).today('2020-07-10');
    story.when(recordCheckIn({ on: '2020-06-30' })).then(checkInRecorded({ on: '2020-06-30' }));
    story.when(recordCheckIn({ on: '2020-07-01' })).thenRefused({
      code: 'outside-placement',
      placementId,
      startedOn: day('2020-03-02'),
      endedOn: day('2020-06-30'),
    });
  });

  it('is recorded while the placement runs on after the closing, without reopening (R-03, R-18)', () => {
    given(...placed({ on: '2020-03-02' }), closed({ on: '2020-03-10' }))
      .when(recordCheckIn({ on: '2020-03-16', with: 'employer' }))
      .then(checkInRecorded({ on: '2020-03-16', with: 'employer' }));
  });

  it('is refused where there is no placement (R-02, R-18)', () => {
    given(...planned({ on: '2020-03-01' }))
      .when(recordCheckIn({ on: '2020-03-16' }))
      .thenRefused({ code: 'phase-not-open', phase: 'support', missing: ['PlacementStarted'] });
  });
});
