import {
  checkInMissed,
  day,
  placed,
  placementEnded,
  placementId,
  recordMissedCheckIn,
} from '../../examples/trajectory.examples.js';
import { idOf, toReplace } from '../../harness/decider-spec.js';
import { testId } from '../../harness/ids.js';
import { stories } from '../stories.js';

const given = stories();

describe('RecordMissedCheckIn', () => {
  it('is recorded, and again (R-19)', () => {
    given(...placed({ on: '2020-03-02' }))
      .when(recordMissedCheckIn({ on: '2020-03-16' }))
      .then(checkInMissed({ on: '2020-03-16' }));
    given(...placed({ on: '2020-03-02' }), checkInMissed({ on: '2020-03-16' }))
      .when(recordMissedCheckIn({ on: '2020-03-16' }))
      .then(checkInMissed({ on: '2020-03-16' }));
  });

  it('is refused outside the placement, when it is entered (R-18)', () => {
    const other = testId<'placement'>('placement', 'other');
    given(...placed({ on: '2020-03-02' }))
      .when(recordMissedCheckIn({ on: '2020-03-16', placementId: other }))
      .thenRefused({ code: 'no-such-placement', placementId: other });
    given(...placed({ on: '2020-03-02' }), placementEnded({ on: '2020-03-15' }))
      .when(recordMissedCheckIn({ on: '2020-03-16' }))
      .thenRefused({ code: 'outside-placement', placementId, startedOn: day('2020-03-02'), endedOn: day('2020-03-15') });
  });

  it('is judged once: it does not keep an ending from being moved before it (R-19, P8)', () => {
    const ended = placementEnded({ on: '2020-03-31' });
    const { placements } = given(...placed({ on: '2020-03-02' }), checkInMissed({ on: '2020-03-16' }), ended)
      .whenCorrecting([toReplace(idOf('PlacementEnded'), { occurredOn: day('2020-03-10'), data: ended.data })])
      .thenState();
    expect(placements.get(placementId)?.endedOn).toBe('2020-03-10');
  });
});
