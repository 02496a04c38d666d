import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { Appender, type AppenderOptions } from '../../../src/adapters/event-store-kurrentdb/appender.js';
import { NameSpace } from '../../../src/adapters/event-store-kurrentdb/names.js';
import { Reader } from '../../../src/adapters/event-store-kurrentdb/reader.js';
import { StreamReads } from '../../../src/adapters/event-store-kurrentdb/stream-reads.js';
import { Writer, type WriterOptions } from '../../../src/adapters/event-store-kurrentdb/writer.js';
import type { Append, StoredEvent } from '../../../src/application/ports/event-store.js';
import { MemoryClock } from '../../harness/memory-clock.js';
import { BEGINNING } from '../store-under-test.js';

export type AppenderUnderTest = Readonly<{
  appender: Appender;
  reads: StreamReads;
  clock: MemoryClock;
  streamOf(append: Append): Promise<readonly StoredEvent[]>;
}>;

type Changes = Partial<AppenderOptions & WriterOptions>;

/** An appender of the name space `spec`, patient with the machine that it runs on and hasty in everything else. */
export function anAppender(
  client: KurrentDBClient,
  { credentials, another, answerWithinMs = 5_000, ...changes }: Changes = {},
): AppenderUnderTest {
  const names = new NameSpace('spec');
  const reads = new StreamReads({ client, reader: new Reader(client, another), names, answerWithinMs });
  const writer = new Writer({ client, another, credentials, answerWithinMs });
  const clock = new MemoryClock(BEGINNING);
  const guard = { holding: <T>(_: Append, send: () => Promise<T>) => send() };
  const pace = { patienceMs: 10_000, firstPauseMs: 10, longestPauseMs: 100, heads: 1_000 };
  const appender = new Appender({ writer, names, reads, clock, guard, ...pace, ...changes });
  return { appender, reads, clock, streamOf: ({ tenant, streamId }) => reads.inTenant(tenant, streamId) };
}
