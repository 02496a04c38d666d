import type { Position, StoredEvent, Subscribe } from '../../src/application/ports/event-store.js';
import { SubscriptionLoop } from '../../src/application/subscription-loop.js';

const eventAt = (n: number) => ({ position: `p${n}` as Position }) as StoredEvent;
const settled = () => jest.advanceTimersByTimeAsync(0);

/** A loop over a source whose looks are answered by hand. */
function loopOf(options: Partial<Subscribe> = {}) {
  const looks: { after: Position | null; answer: (events: readonly StoredEvent[]) => void; fail: (error: Error) => void }[] = [];
  const read = (after: Position | null) =>
    new Promise<readonly StoredEvent[]>((answer, fail) => looks.push({ after, answer, fail }));
  const handled: (readonly StoredEvent[])[] = [];
  const handle = (events: readonly StoredEvent[]) => Promise.resolve(void handled.push(events));
  const source = { read, pollMs: 60_000, firstPauseMs: 100, longestPauseMs: 350 };
  const loop = new SubscriptionLoop(source, { name: 'spec', after: null, batch: 10, handle, ...options });
  return { loop, looks, handled };
}

describe('a subscription loop', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('looks again at the next poll when nobody wakes it', async () => {
    const { loop, looks } = loopOf();
    looks[0].answer([]);
    await jest.advanceTimersByTimeAsync(59_999);
    expect(looks).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(looks).toHaveLength(2);
    looks[1].answer([]);
    await loop.stop();
  });

  it('looks again at once when it was woken during a look that found nothing (P4)', async () => {
    const { loop, looks } = loopOf();
    loop.wake();
    looks[0].answer([]);
    await settled();
    expect(looks).toHaveLength(2);

    looks[1].answer([]);
    await settled();
    expect(looks).toHaveLength(2);
    await loop.stop();
  });

  it('looks after the last event that was handled', async () => {
    const { loop, looks, handled } = loopOf({ after: 'p0' as Position });
    looks[0].answer([eventAt(1), eventAt(2)]);
    await settled();
    expect(looks.map(({ after }) => after)).toEqual(['p0', 'p2']);
    expect(handled).toEqual([[eventAt(1), eventAt(2)]]);
    looks[1].answer([]);
    await loop.stop();
  });

  it('says how often in a row it failed, to read or to handle, and forgets it with the first that did not (P6)', async () => {
    let poisoned = true;
    const { loop, looks } = loopOf({ handle: () => (poisoned ? Promise.reject(new Error('poison')) : Promise.resolve()) });
    looks[0].fail(new Error('away'));
    await jest.advanceTimersByTimeAsync(100);
    looks[1].fail(new Error('away'));
    await jest.advanceTimersByTimeAsync(200);
    expect(loop.failures).toBe(2);

    looks[2].answer([eventAt(1)]);
    await jest.advanceTimersByTimeAsync(300);
    expect(loop.failures).toBe(3);
    poisoned = false;
    await jest.advanceTimersByTimeAsync(350);
    expect(loop.failures).toBe(0);
    looks[3].answer([]);
    await loop.stop();
  });

  it('pauses twice as long after each failure in a row, up to a limit, whoever wakes it (P6)', async () => {
    const tries: number[] = [];
    const began = Date.now();
    const handle = () => {
      tries.push(Date.now() - began);
      return tries.length === 5 ? Promise.resolve() : Promise.reject(new Error('poison'));
    };
    const { loop, looks } = loopOf({ handle });
    looks[0].answer([eventAt(1)]);
    for (let ms = 0; ms < 2000; ms += 10) {
      loop.wake();
      await jest.advanceTimersByTimeAsync(10);
    }
    expect(tries).toEqual([0, 100, 300, 650, 1000]);
    expect(looks).toHaveLength(2);
    looks[1].answer([]);
    await loop.stop();
  });

  it('goes on after a look that failed, and tells of it', async () => {
    const errors: unknown[] = [];
    const { loop, looks, handled } = loopOf({ onError: (error) => errors.push(error) });
    looks[0].fail(new Error('lost'));
    await jest.advanceTimersByTimeAsync(100);
    looks[1].answer([eventAt(1)]);
    await settled();
    expect(errors).toEqual([new Error('lost')]);
    expect(handled).toEqual([[eventAt(1)]]);
    looks[2].answer([]);
    await loop.stop();
  });

  it('hands out nothing more once stop was called, though a look was under way', async () => {
    const { loop, looks, handled } = loopOf();
    let stopped = false;
    const stopping = loop.stop().then(() => (stopped = true));
    await settled();
    expect(stopped).toBe(false);

    looks[0].answer([eventAt(1)]);
    await stopping;
    expect(handled).toEqual([]);
  });

  it.each([
    ['the next poll', (looks: { answer: (events: readonly StoredEvent[]) => void }[]) => looks[0].answer([])],
    ['the end of a pause', (looks: { fail: (error: Error) => void }[]) => looks[0].fail(new Error('lost'))],
  ])('does not wait for %s when it stops', async (_, answer) => {
    const { loop, looks } = loopOf();
    answer(looks);
    await settled();
    await loop.stop();
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('a subscription loop with a pace', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function pacedLoop() {
    const looks: ((events: readonly StoredEvent[]) => void)[] = [];
    const read = () => new Promise<readonly StoredEvent[]>((answer) => looks.push(answer));
    const source = { read, pollMs: 60_000, paceMs: 25 };
    const handle = () => Promise.resolve();
    return { loop: new SubscriptionLoop(source, { name: 'spec', after: null, batch: 2, handle }), looks };
  }

  it('looks at once for what is told after a rest, and lets what follows gather', async () => {
    const { loop, looks } = pacedLoop();
    looks[0]([]);
    await jest.advanceTimersByTimeAsync(100);
    loop.tell();
    await settled();
    expect(looks).toHaveLength(2);

    looks[1]([eventAt(1)]);
    loop.tell();
    await jest.advanceTimersByTimeAsync(24);
    expect(looks).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(1);
    expect(looks).toHaveLength(3);
    looks[2]([]);
    await loop.stop();
  });

  it('forgets nothing that is told right after a look that found nothing (P4)', async () => {
    const { loop, looks } = pacedLoop();
    looks[0]([]);
    await jest.advanceTimersByTimeAsync(5);
    loop.tell();
    loop.tell();
    await jest.advanceTimersByTimeAsync(19);
    expect(looks).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(looks).toHaveLength(2);
    looks[1]([]);
    await loop.stop();
  });

  it('keeps nobody waiting who wakes it, and does not wait where more lies ready', async () => {
    const { loop, looks } = pacedLoop();
    looks[0]([eventAt(1), eventAt(2)]);
    await settled();
    expect(looks).toHaveLength(2);

    looks[1]([eventAt(3)]);
    await settled();
    expect(looks).toHaveLength(2);
    loop.wake();
    await settled();
    expect(looks).toHaveLength(3);
    looks[2]([]);
    await loop.stop();
  });
});
