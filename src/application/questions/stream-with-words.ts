import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Effective } from '../../kernel/history.js';
import type { DomainEvent, Envelope } from '../../kernel/messages.js';
import { mayNot } from '../permissions.js';
import type { PersonVault, Words } from '../ports/person-vault.js';
import { refuse, type Refused } from '../refusals.js';
import { PERSON_VAULT } from '../tokens.js';
import { opened, openingOf } from '../words-opened.js';
import { StreamWithWords, type StateAnswer } from './questions.js';
import { Replayer } from './replay.js';

/** As the log has it: with who recorded it. */
type Recorded = Effective<DomainEvent> & Pick<Envelope, 'actor'>;

/** Answers `StreamWithWords`: the words of the events that count, each under the id of its event; what was erased is absent. */
@QueryHandler(StreamWithWords)
export class AnswerStreamWithWords implements IQueryHandler<StreamWithWords> {
  constructor(
    private readonly replayer: Replayer,
    @Inject(PERSON_VAULT) private readonly vault: PersonVault,
  ) {}

  async execute(asked: StreamWithWords): Promise<(StateAnswer & { words: Record<string, Words> }) | Refused> {
    const { identity, streamId, only } = asked;
    const forbidden = mayNot(identity, 'StreamWithWords');
    if (forbidden) return forbidden;

    const replayed = await this.replayer.replay(identity.tenant, streamId, {});
    if (replayed.kind === 'refused') return replayed;

    const events = replayed.events as readonly Recorded[];
    const named = events.find(({ eventId }) => eventId === only);
    if (named?.sealed && openingOf(identity, streamId, named).length === 0)
      return refuse({ code: 'not-permitted', role: identity.role, wanted: 'StreamWithWords' });
    return { ...replayed.answer, words: await this.wordsOf(asked, only ? events.filter((event) => event === named) : events) };
  }

  /** What the reader may not open is not even decrypted. */
  private async wordsOf({ identity, streamId }: StreamWithWords, events: readonly Recorded[]): Promise<Record<string, Words>> {
    const openings = events.map((event) => ({ event, opening: openingOf(identity, streamId, event) }));
    const open = openings.filter(({ opening }) => opening.length > 0);

    const parts = open.flatMap(({ event: { sealed, sealedUnder } }) =>
      sealed ? [{ streamId, eventId: sealedUnder, sealed }] : [],
    );
    const found = await this.vault.open(identity.tenant, parts);
    return Object.fromEntries(
      open.flatMap(({ event: { eventId, sealedUnder }, opening }) => {
        const words = found.get(sealedUnder);
        const readable = words && opened(words, opening);
        return readable ? [[eventId, readable]] : [];
      }),
    );
  }
}
