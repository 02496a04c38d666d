import { StoreUnavailable, type Append, type AppendOutcome, type StoredEvent } from '../../application/ports/event-store.js';
import type { Draft } from './draft.js';
import type { Head } from './heads.js';
import type { EndDownTo } from './stream-reads.js';

/** A stream's last events, last first, down to the version that an append expects; its last one always, when it has any. */
export type EndOfStream = EndDownTo & Readonly<{ head?: Head }>;

/**
 * What the stream says of an append before it is sent, in the order of every adapter: tenant, repeat, version; undefined: send it.
 * Errors: throws `StoreUnavailable` for a stream that is spoilt, to which nothing can be appended.
 */
export function verdict(append: Append, { events, head, isSpoilt }: EndOfStream): AppendOutcome | undefined {
  const { tenant, expectedVersion, commandId } = append;
  if (head && head.tenant !== tenant) return { kind: 'unknown-stream' };

  const earlier = events.find((event) => event.version > expectedVersion && event.commandId === commandId);
  if (earlier) return { kind: 'repeated', ...answerOf(earlier) };
  const actualVersion = head?.version ?? 0;
  if (actualVersion !== expectedVersion) return { kind: 'conflict', actualVersion };
  if (isSpoilt) throw new StoreUnavailable('the stream holds what this store did not write');
  return undefined;
}

/**
 * What the stream says of a draft that was sent and not answered: it is stored, or it never will be, as the stream has gone on
 * without it; undefined while it may still come.
 */
export function lookedUp(append: Append, { head: ours }: Draft, end: EndOfStream): AppendOutcome | 'wrong-version' | undefined {
  const hash = ours.hash.toString('hex');
  const last = end.events.find((event) => event.version === ours.version && event.hash === hash);
  if (last) return { kind: 'stored', ...answerOf(last) };
  return end.isSpoilt || (end.head?.version ?? 0) > append.expectedVersion ? 'wrong-version' : undefined;
}

function answerOf({ version, position, recordedAt }: StoredEvent): Pick<StoredEvent, 'version' | 'position' | 'recordedAt'> {
  return { version, position, recordedAt };
}
