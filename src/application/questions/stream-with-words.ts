import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Effective } from '../../kernel/history.js';
import type { StreamId, TenantId } from '../../kernel/ids.js';
import type { DomainEvent } from '../../kernel/messages.js';
import { mayNot } from '../permissions.js';
import type { PersonVault, Words } from '../ports/person-vault.js';
import type { Refused } from '../refusals.js';
import { PERSON_VAULT } from '../tokens.js';
import { StreamWithWords, type StateAnswer } from './questions.js';
import { Replayer } from './replay.js';

/** Answers `StreamWithWords`: the words of the events that count, each under the id of its event; what was erased is absent. */
@QueryHandler(StreamWithWords)
export class AnswerStreamWithWords implements IQueryHandler<StreamWithWords> {
  constructor(
    private readonly replayer: Replayer,
    @Inject(PERSON_VAULT) private readonly vault: PersonVault,
  ) {}

  async execute({ identity, streamId }: StreamWithWords): Promise<(StateAnswer & { words: Record<string, Words> }) | Refused> {
    const forbidden = mayNot(identity, 'StreamWithWords');
    if (forbidden) return forbidden;

    const replayed = await this.replayer.replay(identity.tenant, streamId, {});
    if (replayed.kind === 'refused') return replayed;
    return { ...replayed.answer, words: await this.wordsOf(identity.tenant, streamId, replayed.events) };
  }

  private async wordsOf(
    tenant: TenantId,
    streamId: StreamId,
    events: readonly Effective<DomainEvent>[],
  ): Promise<Record<string, Words>> {
    const parts = events.flatMap(({ sealed, sealedUnder }) => (sealed ? [{ streamId, eventId: sealedUnder, sealed }] : []));
    const opened = await this.vault.open(tenant, parts);
    return Object.fromEntries(
      events.flatMap(({ eventId, sealedUnder }) => {
        const words = opened.get(sealedUnder);
        return words ? [[eventId, words]] : [];
      }),
    );
  }
}
