import type { Code } from '../../kernel/fields.events.js';
import type { History } from '../../kernel/history.js';
import { streamIdOf, type ProgrammeId, type StreamId, type TenantId } from '../../kernel/ids.js';
import type { DomainEvent } from '../../kernel/messages.js';
import { historyOf, type Vocabulary } from '../../kernel/vocabulary.js';
import { programmeVocabulary, type Definition, type ProgrammeEvent } from '../../programme/programme.events.js';
import { publishedIn, shelfOf, type PublishedProgramme, type Shelf, type WorkingCalendar } from '../../programme/shelf.js';
import { rulesetVocabulary, type RulesetEvent } from '../../ruleset/ruleset.events.js';
import { workingCalendars } from '../../ruleset/working-calendar.js';
import type { Around } from './stream-kind.js';

type CalendarCode = Code<'calendar'>;

/** Whose rulesets and programmes everybody may read. */
export const NATIONAL = 'nl' as TenantId;

/**
 * Every version that these programmes ever had, and those that take their places, and of every calendar that one of them names: what is
 * pinned is found for ever.
 */
export async function shelfFor(programmeIds: readonly ProgrammeId[], around: Around): Promise<Shelf> {
  const known = new Map<ProgrammeId, readonly PublishedProgramme[]>();
  for (const id of programmeIds) await versionsInto(known, id, around);

  const published = [...known.values()].flat();
  const calendars = await Promise.all(calendarsNamed(published).map((code) => calendarsFor(code, around)));
  return shelfOf(published, calendars.flat());
}

/** The versions of a programme, then of the one that takes its place, and so on; each once. */
async function versionsInto(
  known: Map<ProgrammeId, readonly PublishedProgramme[]>,
  first: ProgrammeId,
  around: Around,
): Promise<void> {
  let programmeId: ProgrammeId | undefined = first;
  while (programmeId && !known.has(programmeId)) {
    const history: History<ProgrammeEvent> = await historyIn(programmeVocabulary, streamIdOf('programme', programmeId), around);
    const versions: readonly PublishedProgramme[] = publishedIn(programmeId, history);
    known.set(programmeId, versions);
    programmeId = versions.at(-1)?.successorId;
  }
}

const calendarsNamed = (published: readonly PublishedProgramme[]): readonly CalendarCode[] => [
  ...new Set(published.flatMap(({ definition }) => definition.followUps.map(({ calendar }) => calendar))),
];

/** Which of the calendars that definitions name are published, and not all voided since. */
export async function calendarsKnown(definitions: readonly Definition[], around: Around): Promise<ReadonlySet<string>> {
  const named = new Set(definitions.flatMap(({ followUps }) => followUps.map(({ calendar }) => calendar)));
  const calendars = await Promise.all([...named].map((code) => calendarsFor(code, around)));
  return new Set(calendars.flat().flatMap(({ id, standsAt }) => (standsAt === null ? [] : [id])));
}

/** The versions of the tenant's own calendar of this name, which is nearer, then of the country's. */
async function calendarsFor(code: CalendarCode, around: Around): Promise<readonly WorkingCalendar[]> {
  const tenants = [...new Set([around.tenant, NATIONAL])];
  return (await Promise.all(tenants.map((tenant) => versionsOf(code, { ...around, tenant })))).flat();
}

async function versionsOf(code: CalendarCode, around: Around): Promise<readonly WorkingCalendar[]> {
  const rulesetId = around.name<'ruleset'>(['slug', around.tenant, code]);
  const history = await historyIn<RulesetEvent>(rulesetVocabulary, streamIdOf('ruleset', rulesetId), around);
  return workingCalendars({ rulesetId, id: code }, history);
}

/** What another stream of the tenant holds, in the shape of today. */
export async function historyIn<E extends DomainEvent>(
  vocabulary: Vocabulary,
  streamId: StreamId,
  { store, tenant }: Around,
): Promise<History<E>> {
  return historyOf(vocabulary, await store.readStream(tenant, streamId));
}
