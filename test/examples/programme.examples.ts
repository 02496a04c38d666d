import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { dayFrom } from '../../src/kernel/days.js';
import type { Code } from '../../src/kernel/fields.events.js';
import type { ProgrammeId, RulesetId } from '../../src/kernel/ids.js';
import { checkedDefinition } from '../../src/programme/check-definition.js';
import type { Definition } from '../../src/programme/programme.events.js';
import { shelfOf, type PublishedProgramme, type Shelf, type WorkingCalendar } from '../../src/programme/shelf.js';
import { testId } from '../harness/ids.js';

/** A definition that is shipped, as it stands in its file. */
const shippedFile = (slug: string): unknown =>
  parse(fs.readFileSync(path.join(__dirname, `../../programmes/${slug}.yaml`), 'utf8'));

/** The shipped definition of Meedoen Werkt, as it stands in its file. */
export const meedoenWerktFile: unknown = shippedFile('meedoen-werkt');

export const meedoenWerkt = definitionOf(meedoenWerktFile, 'meedoen-werkt');

export const programmeId: ProgrammeId = testId('programme', 'meedoen-werkt');

/** Whose the calendar of the stories is. */
export const rulesetId: RulesetId = testId('ruleset', 'all-days');

/** What is planned by the calendar of the stories carries this. */
export const calendarPin = { rulesetId, id: 'all-days' as Code<'calendar'>, version: 1 } as const;

type Versioned = Partial<Pick<WorkingCalendar, 'rulesetId' | 'version' | 'standsAt'>> & Readonly<{ validFrom?: string }>;

/** A calendar with one rule for all days; `all-days` version 1 holds from 2019 unless told otherwise. */
export const calendar = (
  works: WorkingCalendar['isWorkingDay'] = () => true,
  { validFrom = '2019-01-01', ...versioned }: Versioned = {},
): WorkingCalendar => {
  const pin = { ...calendarPin, ...versioned };
  return { standsAt: pin.version, ...pin, validFrom: dayFrom(validFrom), isWorkingDay: works };
};

/** Meedoen Werkt as published, from 2019 on, with what this example changes. */
export const published = (
  changes: Partial<Definition> = {},
  { version = 1, validFrom = '2019-01-01', standsAt = version }: Omit<Versioned, 'rulesetId'> = {},
): PublishedProgramme => ({
  programmeId,
  version,
  standsAt,
  validFrom: dayFrom(validFrom),
  definition: { ...meedoenWerkt, ...changes },
});

/** A shelf with one version of Meedoen Werkt and the calendar of all days. */
export const shelfWith = (changes: Partial<Definition> = {}): Shelf => shelfOf([published(changes)], [calendar()]);

/** A shelf with one version of a shipped programme, from 2019 on and under the id of the examples, and the calendar of all days. */
export const shelfOfShipped = (slug: string): Shelf =>
  shelfOf([{ ...published(), definition: definitionOf(shippedFile(slug), slug) }], [calendar()]);

function definitionOf(file: unknown, slug: string): Definition {
  const checked = checkedDefinition(file, (name) => name === 'all-days');
  if ('faults' in checked) throw new Error(`${slug}.yaml: ${JSON.stringify(checked.faults)}`);
  return checked.definition;
}
