import { atWork, requestSupport, supportRequested } from '../../examples/supported.examples.js';
import { closed, day, endPlacement, placementEnded, placementId } from '../../examples/trajectory.examples.js';
import { idOf, newId } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();
const anew = { supportRequestId: newId('support-request') };

describe('RequestSupport', () => {
  it.each(['candidate', 'employer'] as const)('is asked by the %s, also after the closing, without reopening (R-262)', (by) => {
    given(...atWork, closed({ on: '2019-12-31' }))
      .when(requestSupport({ on: '2020-02-29', by }))
      .then(supportRequested({ on: '2020-02-29', by, ...anew }));
  });

  it('is asked as long as the placement exists, its last day included (R-262)', () => {
    const ended = [...atWork, placementEnded({ on: '2020-02-28' })];
    given(...ended)
      .when(requestSupport({ on: '2020-02-28' }))
      .then(supportRequested({ on: '2020-02-28', ...anew }));
    given(...ended)
      .when(requestSupport({ on: '2020-02-29' }))
      .thenRefused({ code: 'outside-placement', placementId, startedOn: day('2019-11-04'), endedOn: day('2020-02-28') });
    given(...atWork)
      .when(requestSupport({ on: '2019-11-03' }))
      .thenRefused({ code: 'no-such-placement', placementId });
  });

  it('keeps the placement from ending before it (R-262, P8)', () => {
    given(...atWork, supportRequested({ on: '2020-02-10' }))
      .when(endPlacement({ on: '2020-02-09' }))
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('SupportRequested'),
        type: 'SupportRequested',
        occurredOn: day('2020-02-10'),
        refusal: 'outside-placement',
      });
  });
});
