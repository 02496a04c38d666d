import type { JSONEventData } from '@kurrent/kurrentdb-client';
import { withRecordedAt, type PendingEvent } from '../../application/event-bytes.js';
import { FIRST_PREDECESSOR, streamLink } from '../../application/event-links.js';
import type { Append } from '../../application/ports/event-store.js';
import { addMicroseconds, laterOf, type Instant } from '../../kernel/days.js';
import type { Head } from './heads.js';
import { serverEvent } from './stored-form.js';

/** An append as it will be sent, and sent again: always the same bytes, so that the server can tell that it is the same. */
export type Draft = Readonly<{
  events: readonly JSONEventData[];
  expected: 'no_stream' | bigint;
  /** The revision that the server answers when it is stored. */
  revision: bigint;
  head: Head;
}>;

/** Dates an append after the end of its stream, and links it to that. Instants grow per stream, as the server has no lock. */
export function draft(append: Append, pending: readonly PendingEvent[], { end, now }: { end?: Head; now: Instant }): Draft {
  const recordedAt = end ? laterOf(now, addMicroseconds(end.recordedAt, 1)) : now;
  const version = append.expectedVersion + pending.length;
  let hash = end?.hash ?? FIRST_PREDECESSOR;
  const decision = append.claims && { decision: append.claims.decision };
  const events = pending.map((event, at) => {
    const bytes = withRecordedAt(event, recordedAt);
    hash = streamLink(bytes, hash);
    return serverEvent(bytes, hash, { appendedTo: version, ...(at === 0 ? decision : undefined) });
  });

  const expected = append.expectedVersion === 0 ? 'no_stream' : BigInt(append.expectedVersion - 1);
  return { events, expected, revision: BigInt(version - 1), head: { tenant: append.tenant, version, recordedAt, hash } };
}
