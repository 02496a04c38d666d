import { occurredDay } from '../../kernel/history.js';
import type { Day, Instant } from '../../kernel/days.js';
import type { EventId, StreamId, TenantId } from '../../kernel/ids.js';
import type { Role } from '../../kernel/messages.js';
import type { Projection, Shown } from '../projection.js';
import { vocabularies, type EventName } from '../vocabularies.js';

/**
 * One event that counts, as it stands on a timeline. In the order of the timeline: version 1 first, then by (`occurredOn`, `version`).
 * `data` holds codes, ids, days and numbers only; of words about a person there is no more than where they lie.
 */
export type TimelineRow = Readonly<{
  tenant: TenantId;
  streamId: StreamId;
  eventId: EventId;
  version: number;
  occurredOn: Day;
  recordedAt: Instant;
  /** Null: not sealed yet. */
  sealedAt: Instant | null;
  type: EventName;
  data: unknown;
  /** The correction that gave it its present form. */
  correctedBy: EventId | null;
  actor: Readonly<{ role: Role; organisation: string }>;
  /** Where the words lie that belong to it: with which event, of whom, and with which digest. */
  words: Readonly<{ eventId: EventId; subject: string; digest: string }> | null;
}>;

/** The timelines of all streams: a row for each event that counts, none for a correction itself, none for what was voided. */
export const timeline: Projection<TimelineRow> = {
  name: 'timeline',
  version: 1,
  key: ({ eventId }) => eventId,
  on: onEvery((_, event) => rowOf(event)),
};

/** Listens to all there is, so that an event cannot be forgotten. */
function onEvery(fold: (row: TimelineRow | undefined, event: Shown) => TimelineRow): Projection<TimelineRow>['on'] {
  const names = Object.values(vocabularies).flatMap((vocabulary) => Object.keys(vocabulary));
  return Object.fromEntries(names.map((name) => [name, fold])) as unknown as Projection<TimelineRow>['on'];
}

function rowOf(event: Shown): TimelineRow {
  const { tenant, streamId, eventId, version, recordedAt, type, data, sealed } = event;
  return {
    tenant,
    streamId,
    eventId,
    version,
    occurredOn: occurredDay(event),
    recordedAt,
    sealedAt: event.sealedAt ?? null,
    type,
    data,
    correctedBy: event.correctedBy ?? null,
    actor: { role: event.actor.role, organisation: event.actor.organisation },
    words: sealed && { eventId: event.sealedUnder, ...sealed },
  };
}
