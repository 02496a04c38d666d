import { microsecondAfter, secondsAfter } from '../../src/adapters/event-store-memory/instants.js';
import { MemoryEventStore } from '../../src/adapters/event-store-memory/memory-event-store.js';
import { StoreUnavailable, type Position } from '../../src/application/ports/event-store.js';
import type { Instant } from '../../src/kernel/days.js';
import { anAppend } from './appends.js';

describe('the memory store', () => {
  it.each([
    ['2019-10-03T12:00:00.000000Z', '2019-10-03T12:00:00.000001Z'],
    ['2019-10-03T12:00:00.000999Z', '2019-10-03T12:00:00.001000Z'],
    ['2019-12-31T23:59:59.999999Z', '2020-01-01T00:00:00.000000Z'],
    ['2020-02-28T23:59:59.999999Z', '2020-02-29T00:00:00.000000Z'],
  ])('knows that a microsecond after %s is %s', (instant, next) => {
    expect(microsecondAfter(instant as Instant)).toBe(next);
  });

  it('keeps the microseconds when it counts seconds', () => {
    expect(secondsAfter('2019-12-31T23:59:57.123456Z' as Instant, 5)).toBe('2020-01-01T00:00:02.123456Z');
  });

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
