import { extendPlacement, placementExtended } from '../../examples/at-work.examples.js';
import { closed, day, placementEnded, placementId, placementStarted, planned } from '../../examples/trajectory.examples.js';
import { idOf, toReplace } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();
const until = day('2020-05-03');
const forHalfAYear = [...planned({ on: '2019-11-03' }), placementStarted({ on: '2019-11-04', until })];

describe('ExtendPlacement', () => {
  it('goes on until a later day, and then until none (R-321)', () => {
    given(...forHalfAYear)
      .when(extendPlacement({ on: '2020-04-20' }))
      .then(placementExtended({ on: '2020-04-20' }));
    given(...forHalfAYear, placementExtended({ on: '2020-04-20' }))
      .when(extendPlacement({ on: '2020-10-20', until: null }))
      .then(placementExtended({ on: '2020-10-20', until: null }));
  });

  it('is extended after the closing, without reopening (R-03, R-321)', () => {
    given(...forHalfAYear, closed({ on: '2020-01-01' }))
      .when(extendPlacement({ on: '2020-04-20' }))
      .then(placementExtended({ on: '2020-04-20' }));
  });

  it('is refused to the same last day, and taken to the next (R-321)', () => {
    given(...forHalfAYear)
      .when(extendPlacement({ on: '2020-04-20', until }))
      .thenRefused({ code: 'not-longer', until, agreedUntil: until });
    given(...forHalfAYear)
      .when(extendPlacement({ on: '2020-04-20', until: day('2020-05-04') }))
      .then(placementExtended({ on: '2020-04-20', until: day('2020-05-04') }));
  });

  it('is refused where no last day was agreed, also when repeated (R-321)', () => {
    given(...forHalfAYear, placementExtended({ on: '2020-04-20', until: null }))
      .when(extendPlacement({ on: '2020-04-20', until: null }))
      .thenRefused({ code: 'no-agreed-end', placementId });
  });

  it('is not left behind by a placement that is corrected to end later (R-321, P8)', () => {
    const started = placementStarted({ on: '2019-11-04', until: day('2020-12-31') });
    given(...forHalfAYear, placementExtended({ on: '2020-04-20' }))
      .whenCorrecting([toReplace(idOf('PlacementStarted'), { occurredOn: day('2019-11-04'), data: started.data })])
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('PlacementExtended'),
        type: 'PlacementExtended',
        occurredOn: day('2020-04-20'),
        refusal: 'not-longer',
      });
  });

  it('is refused after the last day, and where there is no placement (R-18, R-321)', () => {
    given(...forHalfAYear, placementEnded({ on: '2019-12-31' }))
      .when(extendPlacement({ on: '2020-01-01' }))
      .thenRefused({ code: 'outside-placement', placementId, startedOn: day('2019-11-04'), endedOn: day('2019-12-31') });
    given(...planned({ on: '2019-11-03' }))
      .when(extendPlacement({ on: '2019-11-04' }))
      .thenRefused({ code: 'no-such-placement', placementId });
  });
});
