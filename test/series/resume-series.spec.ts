import { dayFrom as day } from '../../src/kernel/days.js';
import { standstillOn } from '../../src/series/series.js';
import { ended, given, resume, resumed, started, suspended } from '../examples/series.examples.js';

const still = [started({ on: '2019-09-02' }), suspended({ on: '2020-03-12' })] as const;

describe('ResumeSeries', () => {
  it('ends the standstill with the day before it (R-412, R-413)', () => {
    const state = given(...still)
      .when(resume({ on: '2020-08-20' }))
      .then(resumed({ on: '2020-08-20' }))
      .thenState();

    expect(standstillOn(state, day('2020-08-31'))).toMatchObject({ why: 'suspended' });
    expect(standstillOn(state, day('2020-09-01'))).toBeUndefined();
  });

  it('is refused of a series that has not started (R-411)', () => {
    given()
      .when(resume({ on: '2020-08-20' }))
      .thenRefused({ code: 'series-not-started' });
  });

  it('is refused the day before the series starts, and recorded on the day itself (R-411)', () => {
    const onFirstDay = [started({ on: '2019-09-02' }), suspended({ on: '2019-09-02' })] as const;
    given(...onFirstDay)
      .when(resume({ on: '2019-09-01' }))
      .thenRefused({ code: 'before-series', happenedOn: day('2019-09-01'), startedOn: day('2019-09-02') });
    given(...onFirstDay)
      .when(resume({ on: '2019-09-02' }))
      .then(resumed({ on: '2019-09-02' }));
  });

  it.each([
    ['was never suspended', still.slice(0, 1)],
    ['was resumed already', [...still, resumed({ on: '2020-08-20' })]],
  ])('is refused when it %s (R-412)', (_, story) => {
    given(...story)
      .when(resume({ on: '2020-08-21' }))
      .thenRefused({ code: 'series-not-suspended' });
  });

  it('is refused from the day of the suspension, and recorded from the day after (R-412)', () => {
    given(...still)
      .when(resume({ on: '2020-08-20', from: day('2020-03-12') }))
      .thenRefused({ code: 'resumes-before-suspension', from: day('2020-03-12'), suspendedFrom: day('2020-03-12') });
    given(...still)
      .when(resume({ on: '2020-08-20', from: day('2020-03-13') }))
      .then(resumed({ on: '2020-08-20', from: day('2020-03-13') }));
  });

  it('is refused after the day on which its end was decided (R-411)', () => {
    given(...still, ended({ on: '2020-06-01' }))
      .when(resume({ on: '2020-06-02' }))
      .thenRefused({ code: 'series-ended', endedOn: day('2020-06-01'), lastOn: day('2020-12-31') });
  });
});
