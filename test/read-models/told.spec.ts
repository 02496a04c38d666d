import fs from 'node:fs';
import path from 'node:path';
import type { Day } from '../../src/kernel/days.js';
import { dayInWords } from '../../src/read-models/timeline/days-in-words.js';
import { LANGUAGES, listed, same, type NamesOfCodes } from '../../src/read-models/timeline/line.js';
import { namesOfCodes } from '../../src/read-models/timeline/names-of-codes.js';
import { told } from '../../src/read-models/timeline/told.js';
import { vocabularies, type EventName } from '../../src/read-models/vocabularies.js';
import type { Definition } from '../../src/programme/programme.events.js';
import { meedoenWerkt } from '../examples/programme.examples.js';
import { codesLeft } from '../harness/codes-left.js';

const names = Object.values(vocabularies).flatMap((vocabulary) => Object.keys(vocabulary) as EventName[]);

/** The golden data of an event hold every one of its codes. */
const goldenOf = (name: EventName): unknown[] =>
  JSON.parse(fs.readFileSync(path.join(__dirname, `../golden/${name}.v${versionOf(name)}.json`), 'utf8')) as unknown[];

function versionOf(name: EventName): number {
  const types: Readonly<Record<string, { schemaVersion: number }>> = Object.assign({}, ...Object.values(vocabularies));
  return types[name].schemaVersion;
}

describe('a line of the timeline', () => {
  it.each(names)('tells %s as a sentence, whatever its codes, without ids, holes or codes', (type) => {
    for (const data of goldenOf(type)) {
      for (const language of LANGUAGES) {
        const line = told({ type, data })[language];

        expect(line).toMatch(/^(?:\p{Lu}|\d).*[^.\s]$/u);
        expect(line).not.toMatch(/undefined|null|NaN|\[object|[0-9a-f]{8}-|\s{2}|\s[,;:]/);
      }
    }
  });

  // 'a-code' stands in the golden data for what a tenant or a programme calls by a code of its own.
  it.each(names)('tells %s in Dutch without a code of a closed list', (type) => {
    const left = goldenOf(type).flatMap((data) => codesLeft(told({ type, data }).nl, data));
    expect(left.filter((code) => code !== 'a-code')).toEqual([]);
  });

  it('calls what a definition made as that definition does, the newest first, and else as it is written (R-591)', () => {
    const result = (nl: string, en: string) => ({ results: [{ of: 'paid-work', nl, en }] }) as unknown as Definition['names'];
    const named = (...of: Definition['names'][]) => namesOfCodes(of.map((names) => ({ ...meedoenWerkt, names })));
    const closed = (names: NamesOfCodes) => told({ type: 'TrajectoryClosed', data: { result: 'paid-work' } }, { names });

    expect(closed(named(result('werk', 'work'), result('baan', 'job')))).toEqual({
      nl: 'Traject afgesloten met resultaat: werk',
      en: 'Trajectory closed with result: work',
    });
    expect(closed(named(undefined, result('baan', 'job'))).nl).toBe('Traject afgesloten met resultaat: baan');
    expect(closed(named(undefined))).toEqual({
      nl: 'Traject afgesloten met resultaat: paid-work',
      en: 'Trajectory closed with result: paid-work',
    });
  });

  it('tells each code of a list in its own words', () => {
    const lines = goldenOf('AttendanceRecorded').map((data) => told({ type: 'AttendanceRecorded', data }).nl);
    expect(new Set(lines)).toEqual(
      new Set(['Een kandidaat was er', 'Een werkgever kwam niet', 'Een kandidaat kwam niet, met bericht']),
    );
  });

  it('says in Dutch and in English the same of a placement', () => {
    const data = { kind: 'job', contract: 'fixed-term', hoursPerWeek: 24.5, until: '2020-02-29' };

    expect(told({ type: 'PlacementStarted', data })).toEqual({
      nl: 'Begonnen in een baan: 24,5 uur per week, tijdelijk contract, tot en met 29 februari 2020',
      en: 'Started in a job: 24.5 hours a week, fixed-term contract, until 29 February 2020 inclusive',
    });
  });

  it('says that other rules hold from here on, and of a programme that was copied from where', () => {
    const migrated = { programmeVersion: 3, goals: [] };
    expect(told({ type: 'ProgrammeVersionMigrated', data: migrated })).toEqual({
      nl: 'Overgezet naar versie 3 van het programma',
      en: 'Moved to version 3 of the programme',
    });
    const published = { definition: { title: 'Meedoen Werkt!' }, validFrom: '2020-01-01' };
    const lineOf = (more: object) => told({ type: 'ProgrammePublished', data: { ...published, ...more } }).nl;
    expect([lineOf({}), lineOf({ copiedFrom: { slug: 'meedoen-werkt', version: 2 } })]).toEqual([
      'Programma Meedoen Werkt! gepubliceerd, geldig vanaf 1 januari 2020',
      'Programma Meedoen Werkt! gepubliceerd, geldig vanaf 1 januari 2020, overgenomen van het land (versie 2)',
    ]);
  });
});

describe('words', () => {
  it('say a day without a zero before it', () => {
    expect(dayInWords('2019-10-03' as Day)).toEqual({ nl: '3 oktober 2019', en: '3 October 2019' });
    expect(dayInWords('2019-12-31' as Day).nl).toBe('31 december 2019');
  });

  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a en b'],
    [['a', 'b', 'c'], 'a, b en c'],
  ])('list %j as %j', (parts, text) => {
    expect(listed(parts.map(same)).nl).toBe(text);
  });
});
