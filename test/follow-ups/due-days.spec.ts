import { weekdayOf, type Day } from '../../src/kernel/days.js';
import type { FollowUpRule } from '../../src/programme/programme.events.js';
import { firstWorkingDay } from '../../src/follow-ups/working-days.js';
import { shelfOf, type Shelf } from '../../src/programme/shelf.js';
import { calendar, published } from '../examples/programme.examples.js';
import { day, noteAdded, placed, placementStarted } from '../examples/trajectory.examples.js';
import { idOf, replaced } from '../harness/decider-spec.js';
import { inShort, Life } from './lives.js';

const onWeekdays = (date: Day): boolean => weekdayOf(date) <= 5;
const employedOn = (on: string) => Life.under().append(on, ...placed({ on }));

describe('the day on which a follow-up is due', () => {
  it.each([
    { when: 'over 29 February', start: '2020-02-15', due: '2020-02-29T22:59:59.000000Z' },
    { when: 'in a year without it', start: '2019-02-15', due: '2019-03-01T22:59:59.000000Z' },
    { when: 'the day before the clock goes forward', start: '2020-03-14', due: '2020-03-28T22:59:59.000000Z' },
    { when: 'the day on which it does', start: '2020-03-15', due: '2020-03-29T21:59:59.000000Z' },
    { when: 'the day before the clock goes back', start: '2020-10-10', due: '2020-10-24T21:59:59.000000Z' },
    { when: 'the day on which that does', start: '2020-10-11', due: '2020-10-25T22:59:59.000000Z' },
    { when: 'over the year', start: '2019-12-20', due: '2020-01-03T22:59:59.000000Z' },
  ])('ends a second before midnight in Amsterdam, $when (R-50)', ({ start, due }) => {
    expect(employedOn(start).planned[0]).toMatchObject({ data: { dueOn: due.slice(0, 10), dueAt: due } });
  });

  it('is the next working day where the calendar has none, and the day itself where it has (R-50)', () => {
    const shelf = shelfOf([published()], [calendar(onWeekdays)]);
    const dueAfter = (on: string) => inShort(Life.under(shelf).append(on, ...placed({ on })).planned)[0];

    expect(dueAfter('2019-11-01')).toBe('planned with candidate for 2019-11-15');
    expect(dueAfter('2019-11-02')).toBe('planned with candidate for 2019-11-18');
    expect(dueAfter('2019-11-03')).toBe('planned with candidate for 2019-11-18');
  });

  it('keeps the version of the calendar that it was planned with, also when it moves; a new one takes that in force (R-50)', () => {
    const shelf = shelfOf([published()], [calendar(), calendar(onWeekdays, { version: 2, validFrom: '2019-11-05' })]);
    const employed = Life.under(shelf).append('2019-11-02', ...placed({ on: '2019-11-02' }));
    expect(inShort(employed.planned)[0]).toBe('planned with candidate for 2019-11-16');
    expect(employed.append('2019-11-10', noteAdded({ on: '2019-11-10' })).planned).toEqual([]);

    const start = placementStarted({ on: '2019-11-03' });
    const moved = employed.append('2019-11-10', replaced(idOf('PlacementStarted'), '2019-11-10', start));
    expect(moved.planned[0].data).toMatchObject({ dueOn: '2019-11-17', calendar: { version: 1 } });

    const later = Life.under(shelf).append('2019-11-05', ...placed({ on: '2019-11-02' }));
    expect(later.planned[0].data).toMatchObject({ dueOn: '2019-11-18', calendar: { version: 2 } });
  });

  it('is sought no further than 60 days: a calendar that has none is at fault (R-50)', () => {
    const closedUntil = (reopening: string) => calendar((date) => date >= reopening);
    expect(firstWorkingDay(day('2020-01-01'), closedUntil('2020-03-01'))).toBe('2020-03-01');
    expect(() => firstWorkingDay(day('2020-01-01'), closedUntil('2020-03-02'))).toThrow(RangeError);
  });
});

describe('a follow-up that is reckoned by a day that its cause names', () => {
  const contractEnds = (due: FollowUpRule['due'], calendarDays = calendar()) =>
    shelfOf([published({ followUps: [{ ...published().definition.followUps[0], with: ['candidate'], due }] })], [calendarDays]);
  const plannedFor = (shelf: Shelf, until: string | null) =>
    inShort(Life.under(shelf).append('2020-01-06', ...placedUntil(until)).planned)[0];
  const start = (until: string | null) => placementStarted({ on: '2020-01-06', until: until as Day | null });
  const placedUntil = (until: string | null) => [...placed({ on: '2020-01-06' }).slice(0, -1), start(until)];
  const sixWeeksBefore = { before: 'until', by: 'P6W' } as FollowUpRule['due'];

  it.each([
    { until: '2020-04-30', due: '2020-03-19' },
    { until: '2020-04-11', due: '2020-02-29' },
    { until: '2020-05-10', due: '2020-03-29' },
  ])('is due so long before $until, by the calendar (R-50)', ({ until, due }) => {
    expect(plannedFor(contractEnds(sixWeeksBefore), until)).toBe(`planned with candidate for ${due}`);
  });

  it('gives at least the whole period where no work is done that day, yet is never due before it was promised (R-50)', () => {
    const weekdays = contractEnds(sixWeeksBefore, calendar(onWeekdays));
    expect(plannedFor(weekdays, '2020-05-10')).toBe('planned with candidate for 2020-03-27'); // a Friday, for a Sunday
    expect(plannedFor(weekdays, '2020-01-31')).toBe('planned with candidate for 2020-01-06');
  });

  it('is due on that day itself, or on the next that is worked on (R-50)', () => {
    const onTheDay = contractEnds({ on: 'until' }, calendar(onWeekdays));
    expect(plannedFor(onTheDay, '2020-02-28')).toBe('planned with candidate for 2020-02-28');
    expect(plannedFor(onTheDay, '2020-02-29')).toBe('planned with candidate for 2020-03-02');
  });

  it('is not promised while its cause leaves that day open, is once a correction names it, and is gone with it (R-50)', () => {
    const open = Life.under(contractEnds(sixWeeksBefore)).append('2020-01-06', ...placedUntil(null));
    expect(open.planned).toEqual([]);

    const named = open.append('2020-02-03', replaced(idOf('PlacementStarted'), '2020-02-03', start('2020-06-30')));
    expect(inShort(named.planned)).toEqual(['planned with candidate for 2020-05-19']);
    const again = named.append('2020-02-04', replaced(idOf('PlacementStarted'), '2020-02-04', start(null)));
    expect(inShort(again.planned)[0]).toMatch(/^cancelled/);
  });
});
