import { addMicroseconds, startOf } from '../../../src/kernel/days.js';
import type { StreamId } from '../../../src/kernel/ids.js';
import type { StoredShape } from '../../../src/kernel/vocabulary.js';
import type { Told } from '../runner/lives.js';

/** What a store would hand out of these appends, by stream: each append recorded and sealed a microsecond after the one before. */
export function streamsOf(told: readonly Told[]): ReadonlyMap<StreamId, readonly StoredShape[]> {
  const streams = new Map<StreamId, StoredShape[]>();
  told.forEach(({ on, append: { events, expectedVersion: _, ...append } }, at) => {
    const stream = streams.get(append.streamId) ?? [];
    const recordedAt = addMicroseconds(startOf(on), at);
    for (const event of events)
      stream.push({
        ...append,
        ...event,
        version: stream.length + 1,
        recordedAt,
        sealedAt: recordedAt,
      });
    streams.set(append.streamId, stream);
  });
  return streams;
}
