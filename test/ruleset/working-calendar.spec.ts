import { addDays, dayFrom as day } from '../../src/kernel/days.js';
import type { Code } from '../../src/kernel/fields.events.js';
import { rulesetVocabulary, type RulesetEvent, type RulesetPublished } from '../../src/ruleset/ruleset.events.js';
import { workingCalendars } from '../../src/ruleset/working-calendar.js';
import { allDaysFile, publishedRuleset } from '../examples/ruleset.examples.js';
import { historyTold } from '../harness/decider-spec.js';
import { testId } from '../harness/ids.js';

const id = 'week' as Code<'calendar'>;

const versions = (...published: readonly RulesetPublished[]) =>
  workingCalendars({ rulesetId: testId('ruleset', 'week'), id }, historyTold<RulesetEvent>(published));

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
