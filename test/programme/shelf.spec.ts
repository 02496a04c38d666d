import type { Code } from '../../src/kernel/fields.events.js';
import { dayFrom } from '../../src/kernel/days.js';
import { publishedIn, shelfOf } from '../../src/programme/shelf.js';
import { calendar, meedoenWerkt, programmeId, published } from '../examples/programme.examples.js';
import { testId } from '../harness/ids.js';

const allDays = 'all-days' as Code<'calendar'>;

describe('the shelf', () => {
  const shelf = shelfOf(
    [
      published({}, { version: 3, validFrom: '2020-01-01' }),
      published({}, { version: 1, validFrom: '2019-09-01' }),
      published({}, { version: 4, validFrom: '2020-01-01' }),
      published({}, { version: 5, validFrom: '2019-12-01' }),
    ],
    [calendar(), calendar(undefined, { version: 2, validFrom: '2020-01-01' })],
  );
  const versionOn = (on: string) => shelf.programmeOn(programmeId, dayFrom(on))?.version;

  it('has in force what is valid since latest, of two from one day the later version (R-05, P12)', () => {
    expect(['2019-08-31', '2019-09-01', '2019-11-30', '2019-12-01', '2019-12-31', '2020-01-01'].map(versionOn)).toEqual([
      undefined,
      1,
      1,
      5,
      5,
      4,
    ]);
    expect(shelf.calendarOn(allDays, dayFrom('2018-12-31'))).toBeUndefined();
    expect(shelf.calendarOn(allDays, dayFrom('2019-12-31'))?.version).toBe(1);
    expect(shelf.calendarOn(allDays, dayFrom('2020-01-01'))?.version).toBe(2);
  });

  it('keeps every version by its number, and answers nothing for what it does not have', () => {
    expect(shelf.programme(programmeId, 3)?.validFrom).toBe('2020-01-01');
    expect(shelf.programme(programmeId, 2)).toBeUndefined();
    expect(shelf.programme(testId('programme', 'other'), 1)).toBeUndefined();
    expect(shelf.calendar(allDays, 2)?.validFrom).toBe('2020-01-01');
    expect(shelf.calendar('moon' as Code<'calendar'>, 1)).toBeUndefined();
  });

  it('numbers a version by its event, so that what comes between changes nothing', () => {
    const data = { validFrom: dayFrom('2019-09-01'), definition: meedoenWerkt };
    const event = { type: 'ProgrammePublished', occurredOn: dayFrom('2019-09-01'), data, version: 7 } as const;
    expect(publishedIn(programmeId, [event])).toEqual([{ programmeId, version: 7, ...data }]);
  });
});
