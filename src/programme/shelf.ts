import type { Day } from '../kernel/days.js';
import type { Code } from '../kernel/fields.events.js';
import { effective, occurredDay, type Effective, type History } from '../kernel/history.js';
import type { ProgrammeId, RulesetId } from '../kernel/ids.js';
import { inForce, publicationsIn } from '../kernel/publications.js';
import type { Definition, ProgrammeClosed, ProgrammeEvent, ProgrammePublished } from './programme.events.js';

/** Whether a version is for what is new: its place among those that are; null when it was replaced or voided, and holds only for what carries it. */
type Standing = Readonly<{ standsAt: number | null; validFrom: Day }>;

/** One version of a programme, in force from `validFrom` until a later one is or the programme is closed. */
export type PublishedProgramme = Standing &
  Readonly<{
    programmeId: ProgrammeId;
    version: number;
    definition: Definition;
    /** From this day on no version of the programme is in force; absent: it is open. */
    closedOn?: Day;
    /** The programme that takes its place from that day on, where one does. */
    successorId?: ProgrammeId;
  }>;

/** Which version of whose calendar something was planned by: two organisations may call theirs the same. */
export type CalendarPin = Readonly<{ rulesetId: RulesetId; id: Code<'calendar'>; version: number }>;

/** One version of a working calendar, in force from `validFrom` until a later one is. */
export type WorkingCalendar = Standing & CalendarPin & Readonly<{ isWorkingDay(day: Day): boolean }>;

/** The rules that the core may ask for, loaded before deciding; it answers nothing where nothing is in force (P12). */
export type Shelf = Readonly<{
  /** Each programme that has a version here, once. */
  programmeIds: readonly ProgrammeId[];
  /** Every version that counts, of each programme. */
  standing: readonly PublishedProgramme[];
  /** Exactly as it was when somebody took this number, whatever became of it since. */
  programme(programmeId: ProgrammeId, version: number): PublishedProgramme | undefined;
  programmeOn(programmeId: ProgrammeId, on: Day): PublishedProgramme | undefined;
  /** Exactly as it was when somebody planned by it, whatever became of it since, and whoever else publishes one of this name. */
  calendar(pin: CalendarPin): WorkingCalendar | undefined;
  calendarOn(id: Code<'calendar'>, on: Day): WorkingCalendar | undefined;
}>;

/**
 * Puts every version at hand; on a day the last one that was valid by then is in force, of two from the same day the later publication.
 * Of calendars of one name that cover a day, those of the ruleset that comes first in `calendars` are in force: the nearest first.
 */
export function shelfOf(programmes: readonly PublishedProgramme[], calendars: readonly WorkingCalendar[]): Shelf {
  const versionsOf = (id: ProgrammeId) => programmes.filter(({ programmeId }) => programmeId === id);
  const calendarsOf = (id: Code<'calendar'>) => calendars.filter((calendar) => calendar.id === id);

  return {
    programmeIds: [...new Set(programmes.map(({ programmeId }) => programmeId))],
    standing: programmes.filter(({ standsAt }) => standsAt !== null),
    programme: (id, version) => versionsOf(id).find((published) => published.version === version),
    programmeOn: (id, on) => inForce(versionsOf(id).filter(isOpenOn(on)), on),
    calendar: (pin) => calendarsOf(pin.id).find((one) => one.rulesetId === pin.rulesetId && one.version === pin.version),
    calendarOn: (id, on) => nearestInForce(calendarsOf(id), on),
  };
}

/** Whether the programme of a version is not closed by then; the day of the closing is the first on which it is. */
export const isOpenOn =
  (on: Day) =>
  ({ closedOn }: PublishedProgramme): boolean =>
    closedOn === undefined || on < closedOn;

/** Every version that a programme's history ever held; the number of each is the version of the event that brought it. */
export function publishedIn(programmeId: ProgrammeId, history: History<ProgrammeEvent>): readonly PublishedProgramme[] {
  const closing = effective(history).find(({ type }) => type === 'ProgrammeClosed');
  const closed = closing && closedBy(closing as Effective<ProgrammeClosed>);
  return publicationsIn(publicationsOf(history)).map(({ data, ...version }) => ({
    programmeId,
    ...version,
    ...data,
    ...closed,
  }));
}

function closedBy(closing: Effective<ProgrammeClosed>): Pick<PublishedProgramme, 'closedOn' | 'successorId'> {
  const { successorId } = closing.data;
  return { closedOn: occurredDay(closing), ...(successorId && { successorId }) };
}

/** What was published, and what became of it by corrections; targets and cohorts are no versions. */
function publicationsOf(history: History<ProgrammeEvent>): History<ProgrammePublished> {
  const published = new Set(history.flatMap(({ type, eventId }) => (type === 'ProgrammePublished' ? [eventId] : [])));
  return history.filter((event) =>
    event.type === 'EventCorrected' ? published.has(event.data.corrects) : published.has(event.eventId),
  ) as unknown as History<ProgrammePublished>;
}

/** Whose calendar covers the day: where the nearest does not, the next is asked. */
function nearestInForce(calendars: readonly WorkingCalendar[], on: Day): WorkingCalendar | undefined {
  const rulesets = [...new Set(calendars.map(({ rulesetId }) => rulesetId))];
  const found = rulesets.map((ruleset) =>
    inForce(
      calendars.filter(({ rulesetId }) => rulesetId === ruleset),
      on,
    ),
  );
  return found.find((calendar) => calendar !== undefined);
}
