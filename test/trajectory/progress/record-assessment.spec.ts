import { assessmentRecorded, recordAssessment } from '../../examples/around.examples.js';
import { closed, day, started } from '../../examples/trajectory.examples.js';
import { stories } from '../stories.js';

const given = stories();

describe('RecordAssessment', () => {
  it('is marked up to the scale, again and again (R-224)', () => {
    given(started({ on: '2019-10-03' }), assessmentRecorded({ on: '2019-10-03' }))
      .when(recordAssessment({ on: '2019-10-03', motivation: 5 }))
      .then(assessmentRecorded({ on: '2019-10-03', motivation: 5 }));
  });

  it.each([{ learningAbility: 6 }, { motivation: 6 }])('is refused with a mark beyond the scale: %j (R-224)', (marks) => {
    given(started({ on: '2019-10-03' }))
      .when(recordAssessment({ on: '2019-10-03', ...marks }))
      .thenRefused({ code: 'beyond-scale', scale: 5, learningAbility: 3, motivation: 4, ...marks });
  });

  it('is refused from the day after the closing (R-03)', () => {
    given(started({ on: '2019-10-03' }), closed({ on: '2019-10-10' }))
      .when(recordAssessment({ on: '2019-10-11' }))
      .thenRefused({ code: 'trajectory-closed', closedOn: day('2019-10-10'), result: 'paid-work' });
  });
});
