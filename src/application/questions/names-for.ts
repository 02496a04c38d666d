import type { History } from '../../kernel/history.js';
import { categoryOf, streamIdOf, type ProgrammeId, type StreamId, type TenantId } from '../../kernel/ids.js';
import { historyOf } from '../../kernel/vocabulary.js';
import { programmeVocabulary, type Definition, type ProgrammeEvent } from '../../programme/programme.events.js';
import { publishedIn } from '../../programme/shelf.js';
import type { NamesOfCodes } from '../../read-models/timeline/line.js';
import { namesOfCodes } from '../../read-models/timeline/names-of-codes.js';
import type { TimelineRow } from '../../read-models/timeline/timeline.projection.js';
import type { EventStore } from '../ports/event-store.js';
import type { TimelineRows } from '../ports/read-models.js';

type Asked = Readonly<{ tenant: TenantId; rows: readonly TimelineRow[] }>;
type From = Readonly<{ timelines: TimelineRows; store: EventStore }>;

/** Whose lines say a code of a definition. */
const SAY_A_CODE = /^(?:FollowUp|Milestone|TrajectoryClosed$)/;

/**
 * How the programmes of the trajectories among these rows call their codes: the newest version that names one has the word, that of the
 * programme under which a trajectory stands now before one that it left. Nothing is read where no row says a code.
 */
export async function namesFor(
  { tenant, rows }: Asked,
  { timelines, store }: From,
): Promise<(streamId: StreamId) => NamesOfCodes> {
  const saying = rows.filter(({ streamId, type }) => categoryOf(streamId) === 'trajectory' && SAY_A_CODE.test(type));
  const stands = await timelines.programmes(tenant, [...new Set(saying.map(({ streamId }) => streamId))]);

  const ids = [...new Set(stands.map(({ programmeId }) => programmeId))];
  const read = await Promise.all(ids.map(async (id) => [id, await definitionsOf(id, tenant, store)] as const));
  const known = new Map(read);
  const definitionsFor = (streamId: StreamId): readonly Definition[] =>
    stands.filter((one) => one.streamId === streamId).flatMap(({ programmeId }) => known.get(programmeId) ?? []);
  return (streamId) => namesOfCodes(definitionsFor(streamId));
}

/** Every version that counts, the newest first, then those that were replaced or voided, which some trajectory may still carry. */
async function definitionsOf(programmeId: ProgrammeId, tenant: TenantId, store: EventStore): Promise<readonly Definition[]> {
  const stored = await store.readStream(tenant, streamIdOf('programme', programmeId));
  const history = historyOf(programmeVocabulary, stored) as History<ProgrammeEvent>;
  const versions = publishedIn(programmeId, history).toSorted((one, other) => (other.standsAt ?? 0) - (one.standsAt ?? 0));
  return versions.map(({ definition }) => definition);
}
