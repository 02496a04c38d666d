import { intakeScheduled, scheduleIntake } from '../../examples/around.examples.js';
import { closed, day, offered, started } from '../../examples/trajectory.examples.js';
import { newId } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();
const anew = { intakeId: newId('intake') };

describe('ScheduleIntake', () => {
  it('is planned for the day itself or a later one, not for the day before (R-220)', () => {
    const story = given(started({ on: '2020-02-28' })).today('2020-03-01');
    const plan = (intakeOn: string) => scheduleIntake({ on: '2020-03-01', intakeOn: day(intakeOn) });

    for (const on of ['2020-03-01', '2020-03-02'])
      story.when(plan(on)).then(intakeScheduled({ on: '2020-03-01', ...anew, intakeOn: day(on) }));
    story.when(plan('2020-02-29')).thenRefused({
      code: 'intake-before-scheduling',
      intakeOn: day('2020-02-29'),
      scheduledOn: day('2020-03-01'),
    });
  });

  it('is refused before the start, after an offer alone, and from the day after the closing (R-01, R-03)', () => {
    given(offered({ on: '2019-10-03' }))
      .when(scheduleIntake({ on: '2019-10-03' }))
      .thenRefused({ code: 'not-started' });
    const over = given(started({ on: '2019-10-03' }), closed({ on: '2019-10-10' })).today('2019-10-11');
    over.when(scheduleIntake({ on: '2019-10-02' })).thenRefused({ code: 'before-start', begunOn: day('2019-10-03') });
    over
      .when(scheduleIntake({ on: '2019-10-11' }))
      .thenRefused({ code: 'trajectory-closed', closedOn: day('2019-10-10'), result: 'paid-work' });
  });
});
