import type { Day } from '../kernel/days.js';
import type { Code } from '../kernel/fields.events.js';
import type { ProgrammeId } from '../kernel/ids.js';
import type { Definition, ProgrammeEvent } from './programme.events.js';

/** One version of a programme, in force from `validFrom` until a later one is. */
export type PublishedProgramme = Readonly<{ programmeId: ProgrammeId; version: number; validFrom: Day; definition: Definition }>;

/** One version of a working calendar, in force from `validFrom` until a later one is. */
export type WorkingCalendar = Readonly<{
  id: Code<'calendar'>;
  version: number;
  validFrom: Day;
  isWorkingDay(day: Day): boolean;
}>;

/** The rules that the core may ask for, loaded before deciding; it answers nothing where nothing is in force (P12). */
export type Shelf = Readonly<{
  /** Each programme that has a version here, once. */
  programmeIds: readonly ProgrammeId[];
  programme(programmeId: ProgrammeId, version: number): PublishedProgramme | undefined;
  programmeOn(programmeId: ProgrammeId, on: Day): PublishedProgramme | undefined;
  calendar(id: Code<'calendar'>, version: number): WorkingCalendar | undefined;
  calendarOn(id: Code<'calendar'>, on: Day): WorkingCalendar | undefined;
}>;

/** Puts every version at hand; on a day the last one that was valid by then is in force, of two from the same day the later version. */
export function shelfOf(programmes: readonly PublishedProgramme[], calendars: readonly WorkingCalendar[]): Shelf {
  const versionsOf = (id: ProgrammeId) => programmes.filter(({ programmeId }) => programmeId === id);
  const calendarsOf = (id: Code<'calendar'>) => calendars.filter((calendar) => calendar.id === id);

  return {
    programmeIds: [...new Set(programmes.map(({ programmeId }) => programmeId))],
    programme: (id, version) => versionsOf(id).find((published) => published.version === version),
    programmeOn: (id, on) => inForce(versionsOf(id), on),
    calendar: (id, version) => calendarsOf(id).find((calendar) => calendar.version === version),
    calendarOn: (id, on) => inForce(calendarsOf(id), on),
  };
}

/** The versions that a programme's effective history holds; the number of each is the version of its event. */
export function publishedIn(
  programmeId: ProgrammeId,
  facts: readonly (ProgrammeEvent & Readonly<{ version: number }>)[],
): readonly PublishedProgramme[] {
  return facts.map(({ version, data }) => ({ programmeId, version, ...data }));
}

function inForce<V extends Readonly<{ version: number; validFrom: Day }>>(versions: readonly V[], on: Day): V | undefined {
  const valid = versions.filter(({ validFrom }) => validFrom <= on);
  return valid
    .toSorted((a, b) => (a.validFrom === b.validFrom ? a.version - b.version : a.validFrom < b.validFrom ? -1 : 1))
    .at(-1);
}
