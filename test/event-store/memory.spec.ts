import { MemoryEventStore } from '../../src/adapters/event-store-memory/memory-event-store.js';
import { StoreUnavailable, type Position } from '../../src/application/ports/event-store.js';
import type { Instant } from '../../src/kernel/days.js';
import { anAppend } from './appends.js';

describe('the memory store', () => {
  it('stops appending when the log is more than 5 seconds ahead of the clock, and goes on when it is not', async () => {
    let now = '2019-10-03T12:00:10.000000Z';
    const store = new MemoryEventStore({ clock: { simulated: false, now: () => Promise.resolve(now as Instant) } });
    await store.append(anAppend());

    now = '2019-10-03T12:00:04.999999Z';
    await expect(store.append(anAppend())).rejects.toBeInstanceOf(StoreUnavailable);
    now = '2019-10-03T12:00:05.000000Z';
    expect(await store.append(anAppend())).toMatchObject({ kind: 'stored', recordedAt: '2019-10-03T12:00:10.000001Z' });
  });

  it('seals in the append: sealedAt is recordedAt', async () => {
    const store = new MemoryEventStore({
      clock: { simulated: false, now: () => Promise.resolve('2019-10-03T12:00:00.000000Z' as Instant) },
    });
    await store.append(anAppend());
    const [event] = await store.readAll({ limit: 1 });
    expect(event.sealedAt).toBe(event.recordedAt);
  });

  it('does not take a position of another store for one of its own', async () => {
    const store = new MemoryEventStore({
      clock: { simulated: false, now: () => Promise.resolve('2019-10-03T12:00:00.000000Z' as Instant) },
    });
    await expect(store.readAll({ after: '0000000000000000001' as Position, limit: 1 })).rejects.toThrow('of another store');
  });
});
