import type { Code } from '../../src/kernel/fields.events.js';
import { dayFrom } from '../../src/kernel/days.js';
import { publishedIn, shelfOf } from '../../src/programme/shelf.js';
import { calendar, calendarPin, meedoenWerkt, programmeId, published } from '../examples/programme.examples.js';
import { historyTold } from '../harness/decider-spec.js';
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
    expect(shelf.calendar({ ...calendarPin, version: 2 })?.validFrom).toBe('2020-01-01');
    expect(shelf.calendar({ ...calendarPin, id: 'moon' as Code<'calendar'> })).toBeUndefined();
  });

  it('keeps what was replaced or voided for what carries its number, and has it in force no more (P7, P12)', () => {
    const gone = published({}, { version: 2, validFrom: '2020-01-01', standsAt: null });
    const inItsPlace = published({}, { version: 4, validFrom: '2020-01-01', standsAt: 2 });
    const later = published({}, { version: 3, validFrom: '2020-01-01' });
    const after = shelfOf([gone, inItsPlace, later], []);

    expect(after.programme(programmeId, 2)).toBe(gone);
    expect(after.programmeOn(programmeId, dayFrom('2020-01-01'))).toBe(later);
    expect(shelfOf([gone, inItsPlace], []).programmeOn(programmeId, dayFrom('2020-01-01'))).toBe(inItsPlace);
    expect(shelfOf([gone], []).programmeOn(programmeId, dayFrom('2020-01-01'))).toBeUndefined();
  });

  it('tells calendars of one name apart by whose they are; the nearest that covers a day is in force (R-402, P7)', () => {
    const own = calendar(() => false, { rulesetId: testId('ruleset', 'own'), validFrom: '2019-09-01' });
    const country = calendar();
    const both = shelfOf([], [own, country]);

    expect(both.calendar(country)).toBe(country);
    expect(both.calendar(own)).toBe(own);
    expect(both.calendarOn(allDays, dayFrom('2019-09-01'))).toBe(own);
    expect(both.calendarOn(allDays, dayFrom('2019-08-31'))).toBe(country);
  });

  it('numbers a version by its event, so that what comes between changes nothing', () => {
    const data = { validFrom: dayFrom('2019-09-01'), definition: meedoenWerkt };
    const event = { type: 'ProgrammePublished', occurredOn: dayFrom('2019-09-01'), data } as const;
    const [told] = historyTold([event]);
    expect(publishedIn(programmeId, [{ ...told, version: 7 }])).toEqual([{ programmeId, version: 7, standsAt: 7, ...data }]);
  });
});
