import type { EventCorrected } from '../../src/kernel/corrected.events.js';
import { inForce, publicationsIn } from '../../src/kernel/publications.js';
import type { RulesetEvent } from '../../src/ruleset/ruleset.events.js';
import { dayFrom as day } from '../../src/kernel/days.js';
import { publishedRuleset } from '../examples/ruleset.examples.js';
import { historyTold, idOf, replaced, restored, voided } from '../harness/decider-spec.js';

const on = '2019-01-01';
const from = (validFrom: string) => publishedRuleset({ on, validFrom: day(validFrom) });
const first = idOf('RulesetPublished');
const second = idOf('RulesetPublished', 1);

const told = (...events: readonly (RulesetEvent | EventCorrected)[]) =>
  publicationsIn(historyTold<RulesetEvent>(events)).map(({ version, standsAt, data: { validFrom } }) => ({
    version,
    standsAt,
    validFrom,
  }));
const shown = (...events: readonly (RulesetEvent | EventCorrected)[]) =>
  told(...events).map(({ version, standsAt, validFrom }) => `${version} from ${validFrom}, ${standsAt ?? 'gone'}`);

describe('what was published', () => {
  it('has the number of the event that brought it, whatever lies between', () => {
    expect(shown(from('2019-01-01'), from('2019-07-01'))).toEqual(['1 from 2019-01-01, 1', '2 from 2019-07-01, 2']);
  });

  it('keeps its number and content when it is replaced; the replacement has a number of its own, in the same place (P7, P8)', () => {
    expect(shown(from('2019-01-01'), replaced(first, on, from('2019-02-01')))).toEqual([
      '1 from 2019-01-01, gone',
      '2 from 2019-02-01, 1',
    ]);
    expect(shown(from('2019-01-01'), replaced(first, on, from('2019-02-01')), replaced(first, on, from('2019-03-01')))).toEqual([
      '1 from 2019-01-01, gone',
      '2 from 2019-02-01, gone',
      '3 from 2019-03-01, 1',
    ]);
  });

  it('keeps its number and content when it is voided, and stands again when it is restored (P7, P8)', () => {
    const both = [from('2019-01-01'), from('2019-07-01'), voided(second, on)] as const;
    expect(shown(...both)).toEqual(['1 from 2019-01-01, 1', '2 from 2019-07-01, gone']);
    expect(shown(...both, restored(second, on))).toEqual(['1 from 2019-01-01, 1', '2 from 2019-07-01, 2']);
  });

  it('is the original again, under its own number, once a replacement is taken back (P8)', () => {
    const back = [from('2019-01-01'), replaced(first, on, from('2019-02-01')), restored(first, on)] as const;
    expect(shown(...back)).toEqual(['1 from 2019-01-01, 1', '2 from 2019-02-01, gone']);
  });
});

describe('what is in force', () => {
  const numberOn = (date: string, ...events: readonly (RulesetEvent | EventCorrected)[]) =>
    inForce(told(...events), day(date))?.version;

  it('is that of the first day on, and none the day before: the nearest is never used (R-402, P12)', () => {
    expect(numberOn('2019-01-01', from('2019-01-01'))).toBe(1);
    expect(numberOn('2018-12-31', from('2019-01-01'))).toBeUndefined();
    expect(numberOn('2019-01-01')).toBeUndefined();
  });

  it.each([
    ['2019-06-30', 1],
    ['2019-07-01', 2],
    ['2020-01-01', 3],
  ])('is that which holds since latest: on %s version %i (R-402)', (date, number) => {
    expect(numberOn(date, from('2019-01-01'), from('2019-07-01'), from('2020-01-01'))).toBe(number);
  });

  it('is that which holds since latest also when it was published first (R-402)', () => {
    expect(numberOn('2019-08-01', from('2019-07-01'), from('2019-01-01'))).toBe(1);
  });

  it('is, of two from the same day, the later publication, also when the earlier is replaced after that (R-402)', () => {
    expect(numberOn('2019-08-01', from('2019-07-01'), from('2019-01-01'), from('2019-07-01'))).toBe(3);
    expect(numberOn('2019-08-01', from('2019-07-01'), from('2019-07-01'), replaced(first, on, from('2019-07-01')))).toBe(2);
  });

  it('is not what was voided or replaced (R-402, P8)', () => {
    expect(numberOn('2019-08-01', from('2019-01-01'), from('2019-07-01'), voided(second, on))).toBe(1);
    expect(numberOn('2019-08-01', from('2019-01-01'), replaced(first, on, from('2019-02-01')))).toBe(2);
    expect(numberOn('2019-01-15', from('2019-01-01'), replaced(first, on, from('2019-02-01')))).toBeUndefined();
  });
});
