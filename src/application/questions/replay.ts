import { effective, stateOf, type Cut, type Effective, type History } from '../../kernel/history.js';
import { categoryOf, type Name, type StreamId, type TenantId } from '../../kernel/ids.js';
import { earlierOf } from '../../kernel/days.js';
import type { DomainEvent } from '../../kernel/messages.js';
import { historyOf } from '../../kernel/vocabulary.js';
import type { EventStore } from '../ports/event-store.js';
import { refuse, type Refused } from '../refusals.js';
import { KINDS } from '../streams/kinds.js';
import { lastSealed } from './last-sealed.js';
import { plain } from './plain.js';
import type { StateAnswer } from './questions.js';

/** A stream read and folded on two clocks, with the events that counted. */
export type Replayed = Readonly<{ kind: 'replayed'; answer: StateAnswer; events: readonly Effective<DomainEvent>[] }>;

/** Answers what a stream was, from its events alone. */
export class Replayer {
  constructor(
    private readonly store: EventStore,
    private readonly name: Name,
  ) {}

  /** Errors: `not-found`; `not-yet-known` when the stream had not begun by `knownAt`. */
  async replay(tenant: TenantId, streamId: StreamId, cut: Cut): Promise<Replayed | Refused> {
    const kind = KINDS[categoryOf(streamId)];
    // The log's last seal first: what was acknowledged is sealed by the time that it is known, so the stream holds one's own write.
    const last = await lastSealed(this.store, tenant);
    const stored = await this.store.readStream(tenant, streamId);
    if (stored.length === 0) return refuse({ code: 'not-found', what: kind.category });
    if (!last) return refuse({ code: 'not-yet-known', knownAt: cut.knownAt ?? stored[0].recordedAt });

    const knownAt = earlierOf(cut.knownAt ?? last.sealedAt, last.sealedAt); // after the log's last seal, as of that one
    const history = historyOf(kind.vocabulary, stored) as unknown as History<DomainEvent>;
    const known = history.filter(({ sealedAt }) => sealedAt !== undefined && sealedAt <= knownAt);
    if (known.length === 0) return refuse({ code: 'not-yet-known', knownAt: cut.knownAt ?? knownAt });

    const { decider } = await kind.prepare(history, null, { store: this.store, tenant, name: this.name });
    const exact = { ...cut, knownAt };
    const answer = {
      knownAt,
      validOn: cut.validOn ?? null,
      version: known[known.length - 1].version,
      state: plain(stateOf(decider, history, exact)),
    };
    return { kind: 'replayed', answer, events: effective(history, exact) as unknown as Effective<DomainEvent>[] };
  }
}
