import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { categoryOf } from '../../kernel/ids.js';
import type { Day } from '../../kernel/days.js';
import { told } from '../../read-models/timeline/told.js';
import type { TimelineRow } from '../../read-models/timeline/timeline.projection.js';
import { mayNot } from '../permissions.js';
import type { Loop } from '../ports/loops.js';
import type { TimelinePlace, TimelineRows } from '../ports/read-models.js';
import type { PagePlace } from '../ports/tokens.js';
import { refuse, type Refused } from '../refusals.js';
import { PROJECTIONS, TIMELINE_ROWS } from '../tokens.js';
import { fresh } from './fresh.js';
import { TimelineOf, type Page, type TimelineAnswer } from './questions.js';

/** Answers `TimelineOf` from the projection; `not-found` when it knows no such stream, also before it has come there. */
@QueryHandler(TimelineOf)
export class AnswerTimelineOf implements IQueryHandler<TimelineOf> {
  constructor(
    @Inject(TIMELINE_ROWS) private readonly timelines: TimelineRows,
    @Inject(PROJECTIONS) private readonly projections: Readonly<Record<'timeline', Loop>>,
  ) {}

  async execute({ identity, streamId, paging }: TimelineOf): Promise<Page<TimelineAnswer> | Refused> {
    const forbidden = mayNot(identity, 'TimelineOf');
    if (forbidden) return forbidden;
    if (!(await fresh(this.projections.timeline, paging.minPosition)))
      return refuse({ code: 'not-yet-projected', projection: 'timeline' });

    const { after, limit } = paging;
    const { rows, stale } = await this.timelines.of(identity.tenant, streamId, { after: after && placeIn(after), limit });
    if (rows.length === 0 && after === null) return refuse({ code: 'not-found', what: categoryOf(streamId) });

    const last = rows.length === limit ? rows[rows.length - 1] : undefined;
    return { rows: rows.map(answerOf), next: last ? placeOf(last) : null, stale };
  }
}

const placeOf = ({ version, occurredOn }: TimelineRow): PagePlace => [version === 1 ? null : occurredOn, version];

const placeIn = ([occurredOn, version]: PagePlace): TimelinePlace => ({
  occurredOn: occurredOn as Day | null,
  version: Number(version),
});

function answerOf(row: TimelineRow): TimelineAnswer {
  const { eventId, version, type, occurredOn, recordedAt, data, actor, words, correctedBy } = row;
  return { eventId, version, type, occurredOn, recordedAt, line: told(row), data, actor, sealed: words !== null, correctedBy };
}
