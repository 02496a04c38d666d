import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { effective } from '../../kernel/history.js';
import { ownIdOf, type Name, type StreamId, type TenantId } from '../../kernel/ids.js';
import { programmeVocabulary, type ProgrammeEvent } from '../../programme/programme.events.js';
import { streamsWith } from '../every-event.js';
import { mayNot } from '../permissions.js';
import type { EventStore } from '../ports/event-store.js';
import type { Refused } from '../refusals.js';
import { historyIn, NATIONAL } from '../streams/shelves.js';
import { EVENT_STORE, NAME } from '../tokens.js';
import { ProgrammesOf, type ProgrammeAnswer } from './questions.js';

/** Answers `ProgrammesOf` from the log itself: programmes are few, and what was just published is in it. */
@QueryHandler(ProgrammesOf)
export class AnswerProgrammesOf implements IQueryHandler<ProgrammesOf> {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(NAME) private readonly name: Name,
  ) {}

  async execute({ identity, of }: ProgrammesOf): Promise<readonly ProgrammeAnswer[] | Refused> {
    const forbidden = mayNot(identity, 'ProgrammesOf');
    if (forbidden) return forbidden;

    const tenant = of === 'country' ? NATIONAL : identity.tenant;
    const streams = await streamsWith(this.store, { tenant, types: ['ProgrammePublished'] });
    const programmes = await Promise.all(streams.map((streamId) => this.programme(tenant, streamId)));
    return programmes.flat().toSorted((one, other) => (one.slug < other.slug ? -1 : 1));
  }

  /** Empty when every version was voided. */
  private async programme(tenant: TenantId, streamId: StreamId): Promise<ProgrammeAnswer[]> {
    const around = { store: this.store, tenant, name: this.name };
    const published = effective(await historyIn<ProgrammeEvent>(programmeVocabulary, streamId, around)).flatMap((event) =>
      event.type === 'ProgrammePublished' ? [event] : [],
    );
    const last = published.at(-1);
    if (!last) return [];

    const { slug, title } = last.data.definition;
    const versions = published.map(({ version, occurredOn, data }) => ({
      version,
      publishedOn: occurredOn,
      validFrom: data.validFrom,
    }));
    return [{ id: ownIdOf<'programme'>(streamId), slug, title, versions }];
  }
}
