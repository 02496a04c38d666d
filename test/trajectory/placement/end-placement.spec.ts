import {
  checkInRecorded,
  closed,
  day,
  endPlacement,
  placed,
  placementEnded,
  placementId,
  planned,
} from '../../examples/trajectory.examples.js';
import { idOf, toReplace } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();

describe('EndPlacement', () => {
  it('is ended, on its first day too (R-17)', () => {
    given(...placed({ on: '2019-11-04' }))
      .when(endPlacement({ on: '2019-11-04' }))
      .then(placementEnded({ on: '2019-11-04' }));
  });

  it('is ended after the trajectory was closed, without reopening it (R-03, R-17)', () => {
    given(...placed({ on: '2019-11-04' }), closed({ on: '2019-12-01' }))
      .when(endPlacement({ on: '2020-02-29' }))
      .then(placementEnded({ on: '2020-02-29' }));
  });

  it('is refused the day before it began, and for a placement that is not there (R-17)', () => {
    given(...placed({ on: '2019-11-04' }))
      .when(endPlacement({ on: '2019-11-03' }))
      .thenRefused({ code: 'no-such-placement', placementId });
    given(...planned({ on: '2019-11-01' }))
      .when(endPlacement({ on: '2019-11-04' }))
      .thenRefused({ code: 'no-such-placement', placementId });
  });

  it('is refused the second time (R-17)', () => {
    given(...placed({ on: '2019-11-04' }), placementEnded({ on: '2019-12-01' }))
      .when(endPlacement({ on: '2019-12-02' }))
      .thenRefused({ code: 'already-ended', placementId, endedOn: day('2019-12-01') });
  });

  it('is not moved before a check-in (R-18, P8)', () => {
    given(...placed({ on: '2019-11-04' }), checkInRecorded({ on: '2019-11-20' }), placementEnded({ on: '2019-11-30' }))
      .whenCorrecting([
        toReplace(idOf('PlacementEnded'), {
          occurredOn: day('2019-11-19'),
          data: { placementId, reason: 'other', by: 'employer' },
        }),
      ])
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('CheckInRecorded'),
        type: 'CheckInRecorded',
        occurredOn: day('2019-11-20'),
        refusal: 'outside-placement',
      });
  });

  it('is moved to another day after the trajectory was closed (R-17, P8)', () => {
    const ended = placementEnded({ on: '2019-11-30' });
    const story = given(...placed({ on: '2019-11-04' }), ended, closed({ on: '2019-12-01' })).today('2020-01-10');

    const after = story
      .whenCorrecting([toReplace(idOf('PlacementEnded'), { occurredOn: day('2019-12-15'), data: ended.data })])
      .thenState();
    expect(after.placements.get(placementId)?.endedOn).toBe('2019-12-15');
    expect(after.closed?.on).toBe('2019-12-01');
  });
});
