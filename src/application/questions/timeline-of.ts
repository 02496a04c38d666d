import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Day, Instant } from '../../kernel/days.js';
import { categoryOf, ownIdOf, type FollowUpId, type StreamId, type TenantId } from '../../kernel/ids.js';
import { told, type Telling } from '../../read-models/timeline/told.js';
import type { TimelineRow } from '../../read-models/timeline/timeline.projection.js';
import { ledgerVocabulary } from '../../trajectory/ledger/ledger.events.js';
import { mayNot } from '../permissions.js';
import type { EventStore } from '../ports/event-store.js';
import type { Loop } from '../ports/loops.js';
import type { LifePlace, Rows, TimelinePlace, TimelineRows } from '../ports/read-models.js';
import type { PagePlace } from '../ports/tokens.js';
import { refuse, type Refused } from '../refusals.js';
import { EVENT_STORE, PROJECTIONS, TIMELINE_ROWS } from '../tokens.js';
import { fresh } from './fresh.js';
import { namesFor } from './names-for.js';
import { TimelineOf, type Page, type Paging, type TimelineAnswer } from './questions.js';

/** Answers `TimelineOf` from the projection; `not-found` when it knows no such stream, also before it has come there. */
@QueryHandler(TimelineOf)
export class AnswerTimelineOf implements IQueryHandler<TimelineOf> {
  constructor(
    @Inject(TIMELINE_ROWS) readonly timelines: TimelineRows,
    @Inject(PROJECTIONS) private readonly projections: Readonly<Record<'timeline' | 'trajectories', Loop>>,
    @Inject(EVENT_STORE) readonly store: EventStore,
  ) {}

  async execute({ identity, streamId, paging }: TimelineOf): Promise<Page<TimelineAnswer> | Refused> {
    const forbidden = mayNot(identity, 'TimelineOf');
    if (forbidden) return forbidden;
    const late = await this.lateFor(streamId, paging);
    if (late) return refuse({ code: 'not-yet-projected', projection: late });

    const { rows, stale } = await this.rows(identity.tenant, streamId, paging);
    const isNew = rows.length === 0 && paging.after === null;
    if (isNew && !(await this.isThere(identity.tenant, streamId)))
      return refuse({ code: 'not-found', what: categoryOf(streamId) });

    const last = rows.length === paging.limit ? rows[rows.length - 1] : undefined;
    const items = await this.answersTo(identity.tenant, rows);
    return { rows: items, next: last ? placeOf(last, streamId) : null, stale: stale || isNew };
  }

  /** What was begun a moment ago has no line yet. */
  private async isThere(tenant: TenantId, streamId: StreamId): Promise<boolean> {
    return (await this.store.readStream(tenant, streamId, { limit: 1 })).length > 0;
  }

  private async lateFor(streamId: StreamId, { minPosition }: Paging): Promise<string | undefined> {
    const asked = isLife(streamId) ? (['timeline', 'trajectories'] as const) : (['timeline'] as const);
    for (const name of asked) if (!(await fresh(this.projections[name], minPosition))) return name;
  }

  /** A candidate's timeline is that of all their rounds. */
  private rows(tenant: TenantId, streamId: StreamId, { after, limit }: Paging): Promise<Rows<TimelineRow>> {
    if (!isLife(streamId)) return this.timelines.of(tenant, streamId, { after: after && placeIn(after), limit });
    return this.timelines.ofLife(tenant, ownIdOf<'candidate'>(streamId), { after: after && lifePlaceIn(after), limit });
  }

  private async answersTo(tenant: TenantId, rows: readonly TimelineRow[]): Promise<TimelineAnswer[]> {
    const later = rows.flatMap((row) => {
      const followUpId = followUpIn(row);
      return followUpId === null ? [] : [{ streamId: row.streamId, followUpId }];
    });
    const planned = await this.timelines.planned(tenant, later);
    const namesIn = await namesFor({ tenant, rows }, this);
    return rows.map((row) =>
      answerOf(row, { names: namesIn(row.streamId), planned: planned.get(followUpIn(row) as FollowUpId) }),
    );
  }
}

const isLife = (streamId: StreamId): boolean => categoryOf(streamId) === 'candidate';

/** The follow-up that an event is about when it does not say itself what that is; null for every other event. */
function followUpIn({ type, data }: TimelineRow): FollowUpId | null {
  if (!Object.hasOwn(ledgerVocabulary, type) || type === 'FollowUpPlanned') return null;
  return (data as Readonly<{ followUpId: FollowUpId }>).followUpId;
}

function placeOf({ version, occurredOn, recordedAt, streamId }: TimelineRow, asked: StreamId): PagePlace {
  const day = version === 1 && streamId === asked ? null : occurredOn;
  return isLife(asked) ? [day, recordedAt, version] : [day, version];
}

const placeIn = ([occurredOn, version]: PagePlace): TimelinePlace => ({
  occurredOn: occurredOn as Day | null,
  version: Number(version),
});

const lifePlaceIn = ([occurredOn, recordedAt, version]: PagePlace): LifePlace => ({
  occurredOn: occurredOn as Day | null,
  recordedAt: recordedAt as Instant,
  version: Number(version),
});

function answerOf(row: TimelineRow, telling: Telling): TimelineAnswer {
  const { streamId, eventId, version, type, occurredOn, recordedAt, data, actor, words, correctedBy } = row;
  const line = told(row, telling);
  return { streamId, eventId, version, type, occurredOn, recordedAt, line, data, actor, sealed: words !== null, correctedBy };
}
