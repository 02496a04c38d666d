import fc from 'fast-check';
import {
  FIRST_DAY,
  LAST_DAY,
  addDays,
  addMicroseconds,
  addPeriod,
  dayFrom,
  dayOf,
  daysBetween,
  dueAt,
  earlierOf,
  instantFrom,
  isDay,
  isInstant,
  isPeriod,
  lastInstantOf,
  laterOf,
  microsecondsBetween,
  startOf,
  subtractPeriod,
  weekdayOf,
  type Day,
  type Instant,
  type Period,
} from '../../src/kernel/days.js';
import { runs } from '../harness/seed.js';

const day = (text: string): Day => dayFrom(text);
const instant = (text: string): Instant => text as Instant;
const period = (text: string): Period => text as Period;

const anyDay = fc.integer({ min: 0, max: daysBetween(FIRST_DAY, LAST_DAY) }).map((days) => addDays(FIRST_DAY, days));
const anyInstant = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 86_399_999_999 }))
  .map(([on, microseconds]) => addMicroseconds(instant(`${on}T00:00:00.000000Z`), microseconds));

describe('a day', () => {
  it.each(['2019-10-03', '2028-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('may be %s', (text) => {
    expect(isDay(text)).toBe(true);
    expect(dayFrom(text)).toBe(text);
  });

  it.each([
    ['29 February of a year that has none', '2027-02-29'],
    ['29 February 1900, which the century leaves out', '1900-02-29'],
    ['31 April', '2019-04-31'],
    ['month 13', '2019-13-01'],
    ['month 0', '2019-00-10'],
    ['day 0', '2019-01-00'],
    ['a day before the first', '1899-12-31'],
    ['a day after the last', '2200-01-01'],
    ['a word for never', '9999-12-31'],
    ['a year of two digits', '19-10-03'],
    ['a month of one digit', '2019-1-03'],
    ['a line end behind it', '2019-10-03\n'],
    ['a time behind it', '2019-10-03T00:00:00'],
    ['other digits', '２０１９-10-03'],
    ['nothing', ''],
  ])('may not be %s', (_, text) => {
    expect(isDay(text)).toBe(false);
    expect(() => dayFrom(text)).toThrow(RangeError);
  });
});

describe('an instant', () => {
  it('is known by its six decimals and its Z', () => {
    expect(isInstant('2019-10-03T12:00:00.000001Z')).toBe(true);
    for (const text of [
      '2019-10-03T12:00:00.000Z',
      '2019-10-03T12:00:00Z',
      '2019-10-03T12:00:00.000001',
      '2019-10-03T12:00:00.000001+00:00',
      '2019-02-29T12:00:00.000001Z',
      '2019-10-03T24:00:00.000000Z',
      '2019-10-03T23:60:00.000000Z',
      '2016-12-31T23:59:60.000000Z',
    ])
      expect([text, isInstant(text)]).toEqual([text, false]);
  });

  it.each([
    ['2019-10-03T12:00:00Z', '2019-10-03T12:00:00.000000Z'],
    ['2019-10-03T12:00:00.5Z', '2019-10-03T12:00:00.500000Z'],
    ['2019-10-03T12:00:00.000001Z', '2019-10-03T12:00:00.000001Z'],
    ['2019-10-03T14:00:00.123456+02:00', '2019-10-03T12:00:00.123456Z'],
    ['2019-12-31T23:30:00.999999-01:00', '2020-01-01T00:30:00.999999Z'],
    ['2019-10-03T00:15:00+00:30', '2019-10-02T23:45:00.000000Z'],
  ])('is read from %s without losing a microsecond', (text, utc) => expect(instantFrom(text)).toBe(utc));

  it.each([
    ['seven decimals, as cutting one would move it', '2019-10-03T12:00:00.0000001Z'],
    ['no zone', '2019-10-03T12:00:00'],
    ['a bare date', '2019-10-03'],
    ['a day that does not exist', '2027-02-29T12:00:00Z'],
    ['24 o’clock', '2019-10-03T24:00:00Z'],
    ['a leap second', '2016-12-31T23:59:60Z'],
    ['a zone of 25 hours', '2019-10-03T12:00:00+25:00'],
    ['words', 'yesterday'],
    ['an offset that leads before the first day', '1900-01-01T00:00:00+01:00'],
  ])('is not read from %s', (_, text) => expect(instantFrom(text)).toBeNull());

  it('is ordered as text, and moved by microseconds there and back', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: -9e14, max: 9e14 }), (from, microseconds) => {
        fc.pre(from > '1930' && from < '2170');
        const to = addMicroseconds(from, microseconds);

        expect(to).toHaveLength(27);
        expect(isInstant(to)).toBe(true);
        expect(Math.sign(microseconds)).toBe(to === from ? 0 : to > from ? 1 : -1);
        expect(microsecondsBetween(from, to)).toBe(microseconds);
        expect(addMicroseconds(to, -microseconds)).toBe(from);
      }),
      runs(500),
    );
  });

  it('carries a microsecond over a second, a day and a year', () => {
    expect(addMicroseconds(instant('2019-12-31T23:59:59.999999Z'), 1)).toBe('2020-01-01T00:00:00.000000Z');
    expect(addMicroseconds(instant('2020-01-01T00:00:00.000000Z'), -1)).toBe('2019-12-31T23:59:59.999999Z');
    expect(addMicroseconds(instant('2020-02-28T23:59:59.000000Z'), 1_000_000)).toBe('2020-02-29T00:00:00.000000Z');
  });
});

describe('a day in Amsterdam', () => {
  it.each([
    ['in winter', '2019-12-05', ['2019-12-04T23:00:00.000000Z', '2019-12-05T22:59:59.999999Z']],
    ['in summer', '2019-09-05', ['2019-09-04T22:00:00.000000Z', '2019-09-05T21:59:59.999999Z']],
    ['of 23 hours, when the clock goes forward', '2019-03-31', ['2019-03-30T23:00:00.000000Z', '2019-03-31T21:59:59.999999Z']],
    ['of 25 hours, when the clock goes back', '2019-10-27', ['2019-10-26T22:00:00.000000Z', '2019-10-27T22:59:59.999999Z']],
    ['that is 29 February', '2028-02-29', ['2028-02-28T23:00:00.000000Z', '2028-02-29T22:59:59.999999Z']],
    ['that begins a year', '2020-01-01', ['2019-12-31T23:00:00.000000Z', '2020-01-01T22:59:59.999999Z']],
  ])('%s runs from its first to its last microsecond', (_, text, [first, last]) => {
    expect(startOf(day(text))).toBe(first);
    expect(lastInstantOf(day(text))).toBe(last);
    expect(dueAt(day(text))).toBe(last.replace('999999', '000000'));
    expect(dayOf(instant(first))).toBe(text);
    expect(dayOf(instant(last))).toBe(text);
    expect(dayOf(addMicroseconds(instant(first), -1))).toBe(addDays(day(text), -1));
    expect(dayOf(addMicroseconds(instant(last), 1))).toBe(addDays(day(text), 1));
  });

  it('goes on through the hour that the clock repeats', () => {
    expect(dayOf(instant('2019-10-27T00:30:00.000000Z'))).toBe('2019-10-27');
    expect(dayOf(instant('2019-10-27T01:30:00.000000Z'))).toBe('2019-10-27');
  });

  it('follows the day before it without a gap or an overlap, on every day from the first to the last', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        expect(dayOf(startOf(on))).toBe(on);
        expect(dayOf(lastInstantOf(on))).toBe(on);
        expect(addMicroseconds(lastInstantOf(on), 1)).toBe(startOf(addDays(on, 1)));
        expect(microsecondsBetween(dueAt(on), startOf(addDays(on, 1)))).toBe(1_000_000);
      }),
      runs(1000),
    );
  });

  it('holds every instant between its first and its last', () => {
    fc.assert(
      fc.property(anyInstant, (at) => {
        const on = dayOf(at);
        expect(startOf(on) <= at && at <= lastInstantOf(on)).toBe(true);
      }),
      runs(1000),
    );
  });

  it.each(['1916-05-01', '1916-10-01', '1919-10-04', '1920-02-15', '1925-10-04', '1940-05-16', '1942-11-02'])(
    'begins once also where the clock was changed around midnight: %s',
    (text) => {
      expect(dayOf(startOf(day(text)))).toBe(text);
      expect(dayOf(addMicroseconds(startOf(day(text)), -1))).toBe(addDays(day(text), -1));
    },
  );
});

describe('counting days', () => {
  it('is not moved by the clock changes', () => {
    expect(addDays(day('2019-03-30'), 2)).toBe('2019-04-01');
    expect(addDays(day('2019-10-26'), 2)).toBe('2019-10-28');
    expect(daysBetween(day('2019-01-01'), day('2020-01-01'))).toBe(365);
    expect(daysBetween(day('2020-01-01'), day('2021-01-01'))).toBe(366);
    expect(daysBetween(day('2020-03-01'), day('2020-02-28'))).toBe(-2);
  });

  it('goes there and back', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        const days = daysBetween(from, to);
        expect(addDays(from, days)).toBe(to);
        expect(addDays(to, -days)).toBe(from);
        expect(Math.sign(days)).toBe(from === to ? 0 : from < to ? 1 : -1);
      }),
      runs(1000),
    );
  });

  it('knows the weekday', () => {
    expect(weekdayOf(day('2019-09-05'))).toBe(4);
    expect(weekdayOf(day('2019-09-09'))).toBe(1);
    expect(weekdayOf(day('2019-09-08'))).toBe(7);
    expect(weekdayOf(day('1900-01-01'))).toBe(1);
    expect(weekdayOf(day('1969-12-28'))).toBe(7);
  });

  it('goes beyond the last day that may come in, and ends with a RangeError where years lose their four digits', () => {
    expect(addDays(LAST_DAY, 1)).toBe('2200-01-01');
    expect(() => addDays(LAST_DAY, 3_000_000)).toThrow(RangeError);
    expect(() => addPeriod(LAST_DAY, period('P9999Y'))).toThrow(RangeError);
    expect(() => addDays(FIRST_DAY, -400_000)).toThrow(RangeError);
  });

  it('tells the later and the earlier of two', () => {
    expect(laterOf(day('2019-10-03'), day('2019-10-04'))).toBe('2019-10-04');
    expect(laterOf(day('2019-10-04'), day('2019-10-03'))).toBe('2019-10-04');
    expect(earlierOf(day('2019-10-03'), day('2019-10-04'))).toBe('2019-10-03');
    expect(earlierOf(instant('2019-10-03T00:00:00.000002Z'), instant('2019-10-03T00:00:00.000001Z'))).toMatch(/1Z$/);
  });
});

describe('a period', () => {
  it.each([
    ['2019-10-03', 'P14D', '2019-10-17'],
    ['2019-10-17', 'P2W', '2019-10-31'],
    ['2019-10-20', 'P14D', '2019-11-03'],
    ['2019-08-31', 'P6M', '2020-02-29'],
    ['2018-08-31', 'P6M', '2019-02-28'],
    ['2019-01-31', 'P1M', '2019-02-28'],
    ['2019-11-30', 'P3M', '2020-02-29'],
    ['2020-02-29', 'P1Y', '2021-02-28'],
    ['2020-02-29', 'P4Y', '2024-02-29'],
    ['2020-02-29', 'P1M', '2020-03-29'],
    ['2019-12-31', 'P12M', '2020-12-31'],
    ['2019-10-03', 'P0D', '2019-10-03'],
  ])('from %s, %s leads to %s', (from, length, to) => {
    expect(isPeriod(length)).toBe(true);
    expect(addPeriod(day(from), period(length))).toBe(to);
  });

  it.each([
    ['2020-03-31', 'P1M', '2020-02-29'],
    ['2019-03-31', 'P1M', '2019-02-28'],
    ['2020-02-29', 'P1Y', '2019-02-28'],
    ['2020-01-15', 'P6W', '2019-12-04'],
    ['2020-01-01', 'P1D', '2019-12-31'],
  ])('before %s, %s leads to %s', (from, length, to) => expect(subtractPeriod(day(from), period(length))).toBe(to));

  it('of months keeps the day of the month, or takes the last day of the month', () => {
    const lastOfMonth = (text: string): number =>
      [31, isDay(`${text.slice(0, 4)}-02-29`) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(text.slice(5, 7)) - 1];

    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 600 }), (from, months) => {
        const to = addPeriod(from, period(`P${months}M`));

        const month = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        fc.pre(isDay(to));
        expect(month(to) - month(from)).toBe(months);
        expect(Number(to.slice(8))).toBe(Math.min(Number(from.slice(8)), lastOfMonth(to)));
      }),
      runs(1000),
    );
  });

  it.each(['P', 'P1', '14D', 'P1.5D', 'P-1D', 'PT1H', 'P1Y6M', 'P01D', 'P10000D', 'p14d', 'P14D\n', ''])('is not %j', (text) => {
    expect(isPeriod(text)).toBe(false);
    expect(() => addPeriod(day('2019-10-03'), period(text))).toThrow(RangeError);
  });
});
