import { addDays, dayFrom as day } from '../../src/kernel/days.js';
import type { Code } from '../../src/kernel/fields.events.js';
import { rulesetVocabulary, type RulesetPublished } from '../../src/ruleset/ruleset.events.js';
import { workingCalendarOn, workingCalendars } from '../../src/ruleset/working-calendar.js';
import { allDaysFile, publishedRuleset } from '../examples/ruleset.examples.js';

const id = 'week' as Code<'calendar'>;

const versions = (...published: readonly RulesetPublished[]) =>
  workingCalendars(
    id,
    published.map((event, at) => ({ ...event, version: at + 1 })),
  );

const from = (validFrom: string) => publishedRuleset({ on: '2019-01-01', validFrom: day(validFrom) });

describe('a working calendar', () => {
  const [calendar] = versions(publishedRuleset({ on: '2019-01-01' }));

  it.each([
    ['Thursday 3 October 2019', '2019-10-03', true],
    ['Friday 4 October 2019', '2019-10-04', true],
    ['Saturday 5 October 2019', '2019-10-05', false],
    ['Sunday 6 October 2019', '2019-10-06', false],
    ['Monday 7 October 2019', '2019-10-07', true],
    ['Christmas Day, a Wednesday', '2019-12-25', false],
    ['29 February 2020, a Saturday', '2020-02-29', false],
    ['the Sunday on which the clock goes back', '2019-10-27', false],
    ['the Monday after it', '2019-10-28', true],
  ])('knows whether one works on %s', (_, on, works) => expect(calendar?.isWorkingDay(day(on))).toBe(works));

  it('counts every day as a working day, as shipped', () => {
    const { slug: _, ...data } = allDaysFile;
    const shipped = { ...from('2015-01-01'), data: rulesetVocabulary.RulesetPublished.data.parse(data) };
    const [allDays] = versions(shipped);

    for (let on = day('2019-01-01'); on < day('2021-01-01'); on = addDays(on, 1)) expect(allDays?.isWorkingDay(on)).toBe(true);
  });
});

describe('the calendar in force', () => {
  const numberOn = (on: string, ...published: readonly RulesetPublished[]) => {
    const calendar = workingCalendarOn(id, versions(...published), day(on));
    return 'code' in calendar ? calendar : calendar.version;
  };

  it('is that of the first day on (R-402)', () => {
    expect(numberOn('2019-01-01', from('2019-01-01'))).toBe(1);
  });

  it('is none the day before: the nearest is never used (R-402, P12)', () => {
    expect(numberOn('2018-12-31', from('2019-01-01'))).toEqual({ code: 'no-rules-in-force', ruleset: 'week', on: '2018-12-31' });
  });

  it('is none where nothing was published (R-402, P12)', () => {
    expect(numberOn('2019-01-01')).toMatchObject({ code: 'no-rules-in-force' });
  });

  it.each([
    ['2019-06-30', 1],
    ['2019-07-01', 2],
    ['2020-01-01', 3],
  ])('is that which holds since latest: on %s version %i (R-402)', (on, number) => {
    expect(numberOn(on, from('2019-01-01'), from('2019-07-01'), from('2020-01-01'))).toBe(number);
  });

  it('is that which holds since latest also when it was published first (R-402)', () => {
    expect(numberOn('2019-08-01', from('2019-07-01'), from('2019-01-01'))).toBe(1);
  });

  it('is, of two from the same day, the later version (R-402)', () => {
    expect(numberOn('2019-08-01', from('2019-07-01'), from('2019-01-01'), from('2019-07-01'))).toBe(3);
  });
});
