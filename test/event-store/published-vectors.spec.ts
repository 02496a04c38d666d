import fs from 'node:fs';
import path from 'node:path';
import { MemoryEventStore } from '../../src/adapters/event-store-memory/memory-event-store.js';
import { bytesOf, eventIn, pendingEvents } from '../../src/application/event-bytes.js';
import type { Append, StoredEvent } from '../../src/application/ports/event-store.js';
import type { Instant } from '../../src/kernel/days.js';
import { MemoryClock } from '../harness/memory-clock.js';
import { independentBytes, sha256, ZEROS, type PlainEvent } from './independent-bytes.js';
import { publishedVectors } from './published-vectors.js';

const vectors = publishedVectors;

/** The appends that the vectors' events came from. */
function appends(): readonly Append[] {
  const events = vectors.map(({ event }) => event as unknown as StoredEvent);
  const commands = [...new Set(events.map(({ commandId }) => commandId))];
  return commands.map((commandId) => {
    const own = events.filter((event) => event.commandId === commandId);
    return { ...own[0], expectedVersion: own[0].version - 1, events: own };
  });
}

describe('the vectors in docs/events.md', () => {
  it('are five: a seal, an emoji, a correction, an override and an instant among them', () => {
    const has = (test: (event: PlainEvent) => unknown) => vectors.filter(({ event }) => test(event)).length;

    expect(vectors).toHaveLength(5);
    expect(has(({ sealed }) => sealed)).toBe(2);
    expect(has(({ data }) => JSON.stringify(data).includes('🙂'))).toBe(2);
    expect(has(({ type }) => type === 'EventCorrected')).toBe(1);
    expect(has(({ overrides }) => (overrides as unknown[]).length)).toBe(2);
    expect(has(({ occurredAt }) => occurredAt)).toBe(1);
  });

  it('are recomputed by code that knows nothing of the engine', () => {
    const source = fs.readFileSync(path.join(__dirname, 'independent-bytes.ts'), 'utf8');
    expect([...source.matchAll(/from '(.+)'/g)].map(([, name]) => name)).toEqual(['node:crypto']);
  });

  it.each(vectors)('$title: the bytes follow from the page alone', ({ event, bytes, length, recordedAtOffset }) => {
    expect(independentBytes(event).toString('hex')).toBe(bytes.toString('hex'));
    expect(bytes).toHaveLength(length);
    expect(bytes.toString('latin1', recordedAtOffset, recordedAtOffset + 27)).toBe(event.recordedAt);
  });

  it.each(vectors)('$title: the engine reads them as the same event, and writes the same bytes', ({ event, bytes }) => {
    expect(eventIn(bytes)).toEqual(event);
    expect(bytesOf(eventIn(bytes)).toString('hex')).toBe(bytes.toString('hex'));
  });

  it('have links that follow from the page alone', () => {
    const ends = new Map<unknown, Buffer>();
    let tenantEnd = ZEROS;
    for (const { event, bytes, hash, tenantHash } of vectors) {
      const link = sha256(bytes, ends.get(event.streamId) ?? ZEROS);
      tenantEnd = sha256(tenantEnd, link);
      ends.set(event.streamId, link);
      expect([link.toString('hex'), tenantEnd.toString('hex')]).toEqual([hash, tenantHash]);
    }
  });

  it('place recordedAt where the engine expects it', () => {
    const offsets = appends().flatMap((append) => pendingEvents(append).map(({ offset }) => offset));
    expect(offsets).toEqual(vectors.map(({ recordedAtOffset }) => recordedAtOffset));
  });

  it('are what a store holds after the same appends at the same instants', async () => {
    const clock = new MemoryClock('2019-09-05T12:00:00.000000Z' as Instant);
    const store = new MemoryEventStore({ clock });
    for (const append of appends()) {
      await clock.moveTo((append as unknown as StoredEvent).recordedAt);
      await store.append(append);
    }

    const stored = await store.readAll({ limit: 10 });
    const published = vectors.map(({ event, hash, tenantHash }) => ({ ...event, hash, tenantHash }));
    expect(stored).toMatchObject(published);
  });
});
