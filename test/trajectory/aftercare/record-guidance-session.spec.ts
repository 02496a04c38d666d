import { offerGuidanceSessions } from '../../../src/trajectory/aftercare/record-guidance-session.js';
import { atWork, guidanceSessionHeld, recordGuidanceSession } from '../../examples/supported.examples.js';
import { closed, day, placementEnded, placementId, started } from '../../examples/trajectory.examples.js';
import { stories } from '../stories.js';

const given = stories();

describe('RecordGuidanceSession', () => {
  it('is coaching at any time since the start, also after the closing (R-261)', () => {
    const coaching = { kind: 'coaching', placementId: null } as const;
    given(started({ on: '2019-10-03' }))
      .when(recordGuidanceSession({ on: '2019-10-03', ...coaching }))
      .then(guidanceSessionHeld({ on: '2019-10-03', ...coaching }));
    given(started({ on: '2019-10-03' }), closed({ on: '2019-10-10' }))
      .when(recordGuidanceSession({ on: '2019-10-11', ...coaching }))
      .then(guidanceSessionHeld({ on: '2019-10-11', ...coaching }));
    given(started({ on: '2019-10-03' }))
      .when(recordGuidanceSession({ on: '2019-10-02', ...coaching }))
      .thenRefused({ code: 'before-start', begunOn: day('2019-10-03') });
  });

  it('is on the job in a placement that it names, first and last day included (R-261)', () => {
    const ended = [...atWork, placementEnded({ on: '2020-02-28' })];
    given(...ended)
      .when(recordGuidanceSession({ on: '2020-02-28' }))
      .then(guidanceSessionHeld({ on: '2020-02-28' }));
    given(...ended)
      .when(recordGuidanceSession({ on: '2020-02-29' }))
      .thenRefused({ code: 'outside-placement', placementId, startedOn: day('2019-11-04'), endedOn: day('2020-02-28') });
    given(...atWork)
      .when(recordGuidanceSession({ on: '2019-11-03' }))
      .thenRefused({ code: 'no-such-placement', placementId });
    given(...atWork)
      .when(recordGuidanceSession({ on: '2019-11-04', placementId: null }))
      .thenRefused({ code: 'placement-not-named' });
  });

  it('is offered as coaching about work in general, and of both kinds in each placement (R-261)', () => {
    const { subjects } = offerGuidanceSessions(given(...atWork).state());
    expect(subjects.map(({ kind, placementId: at }) => [kind, at])).toEqual([
      ['coaching', null],
      ['on-the-job', placementId],
      ['coaching', placementId],
    ]);
  });
});
