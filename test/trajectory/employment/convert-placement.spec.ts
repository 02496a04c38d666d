import { convertPlacement, placementConverted } from '../../examples/at-work.examples.js';
import { shelfWith } from '../../examples/programme.examples.js';
import { day, placed, placementEnded, placementId, placementStarted, planned } from '../../examples/trajectory.examples.js';
import { stories } from '../stories.js';

const given = stories();
const onTrial = [...planned({ on: '2019-11-03' }), placementStarted({ on: '2019-11-04', kind: 'trial' })];

describe('ConvertPlacement', () => {
  it('makes a job of a trial, and what it is now cannot be made of it again (R-322)', () => {
    given(...onTrial)
      .when(convertPlacement({ on: '2020-01-06', kind: 'job' }))
      .then(placementConverted({ on: '2020-01-06', kind: 'job' }));
    given(...onTrial, placementConverted({ on: '2020-01-06', kind: 'job' }))
      .when(convertPlacement({ on: '2020-01-06', kind: 'job' }))
      .thenRefused({ code: 'kind-unchanged', kind: 'job' });
  });

  it('is refused into what it is, on its first day (R-322)', () => {
    given(...placed({ on: '2019-11-04' }))
      .when(convertPlacement({ on: '2019-11-04', kind: 'job' }))
      .thenRefused({ code: 'kind-unchanged', kind: 'job' });
  });

  it('is refused into a kind that the programme does not have (R-15, R-322)', () => {
    stories(shelfWith({ placementKinds: ['job', 'trial'] }))(...placed({ on: '2019-11-04' }))
      .when(convertPlacement({ on: '2019-11-05' }))
      .thenRefused({ code: 'placement-kind-not-allowed', kind: 'learn-work', allowed: ['job', 'trial'] });
  });

  it('is refused after the last day, and where there is no placement (R-18, R-322)', () => {
    given(...onTrial, placementEnded({ on: '2019-12-31' }))
      .when(convertPlacement({ on: '2020-01-01' }))
      .thenRefused({ code: 'outside-placement', placementId, startedOn: day('2019-11-04'), endedOn: day('2019-12-31') });
    given(...planned({ on: '2019-11-03' }))
      .when(convertPlacement({ on: '2019-11-04' }))
      .thenRefused({ code: 'no-such-placement', placementId });
  });
});
