import { setImmediate as immediately } from 'node:timers/promises';
import type { Position, StoredEvent, Subscribe } from '../../../src/application/ports/event-store.js';
import { eventually } from '../../harness/eventually.js';
import { anAppend, events, newStream } from '../appends.js';
import type { MakeStore, StoreUnderTest } from '../store-under-test.js';
import { Tape } from './tape.js';

/** What a subscription promises its handler; each spec has a store of its own, because a subscription sees all of it. */
export function subscribing(make: MakeStore): void {
  let its: StoreUnderTest;
  const tapes: Tape[] = [];
  const tape = (options: Partial<Subscribe> = {}) => {
    const made = new Tape(its.store, options);
    tapes.push(made);
    return made;
  };
  const all = () => its.store.readAll({ limit: 10_000 });
  const positionsOf = (stored: readonly StoredEvent[]): readonly Position[] => stored.map(({ position }) => position);
  const appendSome = async (count: number) => {
    for (let n = 0; n < count; n++) await its.store.append(anAppend());
  };

  beforeEach(async () => {
    its = await make();
  });
  afterEach(async () => {
    await Promise.all(tapes.splice(0).map(({ subscription }) => subscription.stop()));
    await its.end();
  });

  it('hands out what is there and then what comes, each event once, in the order of the log (P4)', async () => {
    await appendSome(7);
    const heard = tape({ batch: 3 });
    await heard.has(7);
    await appendSome(5);
    await heard.has(12);

    expect(heard.events).toEqual(await all());
    expect(Math.max(...heard.calls.map(({ length }) => length))).toBeLessThanOrEqual(3);
    expect(heard.errors).toEqual([]);
  });

  it('goes on after a stored place, wherever in an append that is', async () => {
    await its.store.append(anAppend({ events: events(4) }));
    const [, second] = await all();
    const heard = tape({ after: second.position });
    await appendSome(1);
    await heard.has(3);

    expect(heard.positions).toEqual(positionsOf(await all()).slice(2));
  });

  it('hands every reader every acknowledged event once in one order, which keeps that of each stream, while 20 writers append (P4)', async () => {
    const heard = [tape({ batch: 1 }), tape({ batch: 7 }), tape({ batch: 500 })];
    const streams = Array.from({ length: 5 }, newStream);
    const acknowledged = new Set<string>();
    const writer = async (n: number) => {
      for (let tries = 0; tries < 15; tries++) {
        const streamId = streams[(n + tries) % 5];
        const expectedVersion = (await its.store.readStream(anAppend().tenant, streamId)).length;
        const append = anAppend({ streamId, expectedVersion, events: events(1 + (tries % 3)) });
        if ((await its.store.append(append)).kind === 'stored') append.events.forEach(({ eventId }) => acknowledged.add(eventId));
      }
    };
    await Promise.all(Array.from({ length: 20 }, (_, n) => writer(n)));
    const stored = await all();
    await Promise.all(heard.map((one) => one.hasUpTo(stored.at(-1)!.position)));

    expect(new Set(stored.map(({ eventId }) => eventId))).toEqual(acknowledged);
    expect(stored).toHaveLength(acknowledged.size);
    for (const one of heard) expect(one.positions).toEqual(positionsOf(stored));
    for (const streamId of streams) {
      const versions = stored.filter((event) => event.streamId === streamId).map(({ version }) => version);
      expect(versions).toEqual(versions.map((_, at) => at + 1));
    }
  });

  it('never shows a reader that pages along an event before its own place, while writers append (P4)', async () => {
    const paged: StoredEvent[] = [];
    const turnPage = async () => {
      const page = await its.store.readAll({ after: paged.at(-1)?.position, limit: 20 });
      paged.push(...page);
      await immediately();
      return page.length > 0;
    };
    let writing = true;
    const paging = (async () => {
      while (writing) await turnPage();
    })();
    await Promise.all(Array.from({ length: 8 }, () => appendSome(20))).finally(() => (writing = false));
    await paging;
    while (paged.length < 1000 && (await turnPage()));

    expect(positionsOf(paged)).toEqual(positionsOf(await all()));
    expect(paged).toHaveLength(160);
  });

  it('calls its handler again with the same events when it throws, and then goes on (P6)', async () => {
    await appendSome(5);
    let failures = 3;
    const heard = tape({ batch: 2 });
    heard.during = () => {
      if (heard.calls.length > 1 && failures-- > 0) throw new Error('poison');
    };
    await heard.hasUpTo((await all()).at(-1)!.position);

    const [first, ...others] = heard.calls;
    expect(others.slice(0, 4).map(positionsOf)).toEqual(Array(4).fill(positionsOf(others[0])));
    expect(positionsOf([first, ...others.slice(3)].flat())).toEqual(positionsOf(await all()));
    expect(heard.errors).toEqual(Array(3).fill(new Error('poison')));
  });

  it('leaves the other subscriptions alone when one handler keeps throwing (P6)', async () => {
    const failing = tape();
    failing.during = () => {
      throw new Error('poison');
    };
    const sound = tape();
    await appendSome(3);
    await sound.has(3);
    await failing.has(2);

    expect(sound.positions).toEqual(positionsOf(await all()));
    expect(new Set(failing.calls.map(([{ position }]) => position)).size).toBe(1);
  });

  it('calls its handler one at a time', async () => {
    let underWay = 0;
    let most = 0;
    const heard = tape({ batch: 1 });
    heard.during = async () => {
      most = Math.max(most, ++underWay);
      await immediately();
      underWay--;
    };
    await appendSome(10);
    heard.subscription.wake();
    await heard.has(10);

    expect(most).toBe(1);
  });

  it('stops only when no call is under way, and calls no more after it', async () => {
    await appendSome(2);
    let release = () => {};
    const heard = tape({ batch: 1 });
    heard.during = () => new Promise<void>((resolve) => (release = resolve));
    await heard.has(1);

    let stopped = false;
    const stopping = heard.subscription.stop().then(() => (stopped = true));
    await appendSome(1);
    expect(stopped).toBe(false);
    release();
    await stopping;

    const other = tape();
    await other.has(3);
    expect(heard.calls).toHaveLength(1);
  });

  it('stops at once while it pauses after a failure, and may be stopped twice', async () => {
    await appendSome(1);
    const heard = tape();
    heard.during = () => {
      throw new Error('poison');
    };
    await eventually('three failures', () => heard.errors.length >= 3);

    await heard.subscription.stop();
    await heard.subscription.stop();
    const { length } = heard.calls;
    await appendSome(1);
    expect(heard.calls).toHaveLength(length);
  });
}

/** A store on which nothing else would make a subscription look. */
export function waking(make: MakeStore): void {
  it('looks at once when it is woken, also when that comes while it looks', async () => {
    const its = await make({ wakeOnly: true });
    await its.store.append(anAppend());
    const heard = new Tape(its.store);
    try {
      await heard.has(1);
      for (let count = 2; count <= 12; count++) {
        await its.store.append(anAppend());
        heard.subscription.wake();
        await heard.has(count);
      }
      expect(heard.events).toEqual(await its.store.readAll({ limit: 100 }));
    } finally {
      await heard.subscription.stop();
      await its.end();
    }
  });
}
