import type { Code } from '../../kernel/fields.events.js';
import { facts, type History } from '../../kernel/history.js';
import { streamIdOf, type ProgrammeId, type StreamId, type TenantId } from '../../kernel/ids.js';
import type { DomainEvent } from '../../kernel/messages.js';
import { historyOf, type Vocabulary } from '../../kernel/vocabulary.js';
import { programmeVocabulary, type Definition, type ProgrammeEvent } from '../../programme/programme.events.js';
import { publishedIn, shelfOf, type PublishedProgramme, type Shelf, type WorkingCalendar } from '../../programme/shelf.js';
import { rulesetVocabulary, type RulesetEvent } from '../../ruleset/ruleset.events.js';
import { workingCalendars } from '../../ruleset/working-calendar.js';
import type { Around } from './stream-kind.js';

type CalendarCode = Code<'calendar'>;

const NO_LEDGER = { ledger: new Set<never>() };

/** Whose rulesets everybody may read. */
const NATIONAL = 'nl' as TenantId;

/** The versions of one programme, and of every calendar that one of them names, as they are published now. */
export async function shelfFor(programmeId: ProgrammeId, around: Around): Promise<Shelf> {
  const history = await historyIn<ProgrammeEvent>(programmeVocabulary, streamIdOf('programme', programmeId), around);
  const published = publishedIn(programmeId, facts(NO_LEDGER, history));

  const calendars = await Promise.all(calendarsNamed(published).map((code) => calendarsFor(code, around)));
  return shelfOf(published, calendars.flat());
}

const calendarsNamed = (published: readonly PublishedProgramme[]): readonly CalendarCode[] => [
  ...new Set(published.flatMap(({ definition }) => definition.followUps.map(({ calendar }) => calendar))),
];

/** Which of the calendars that a definition names are published. */
export async function calendarsKnown(definition: Definition, around: Around): Promise<ReadonlySet<string>> {
  const calendars = await Promise.all(definition.followUps.map(({ calendar }) => calendarsFor(calendar, around)));
  return new Set(calendars.flat().map(({ id }) => id));
}

/** The versions of the tenant's own calendar of this name; where it has none, of the country's. */
async function calendarsFor(code: CalendarCode, around: Around): Promise<readonly WorkingCalendar[]> {
  const own = await versionsOf(code, around);
  return own.length > 0 ? own : versionsOf(code, { ...around, tenant: NATIONAL });
}

async function versionsOf(code: CalendarCode, around: Around): Promise<readonly WorkingCalendar[]> {
  const rulesetId = around.name<'ruleset'>(['slug', around.tenant, code]);
  const history = await historyIn<RulesetEvent>(rulesetVocabulary, streamIdOf('ruleset', rulesetId), around);
  return workingCalendars(code, facts(NO_LEDGER, history));
}

/** What another stream of the tenant holds, in the shape of today. */
export async function historyIn<E extends DomainEvent>(
  vocabulary: Vocabulary,
  streamId: StreamId,
  { store, tenant }: Around,
): Promise<History<E>> {
  return historyOf(vocabulary, await store.readStream(tenant, streamId));
}
