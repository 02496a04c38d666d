import { MemoryEventStore } from '../../src/adapters/event-store-memory/memory-event-store.js';
import { ConsultedStreams } from '../../src/application/commands/consulted-streams.js';
import type { EventStore, StoredEvent, Subscribe } from '../../src/application/ports/event-store.js';
import type { StreamId } from '../../src/kernel/ids.js';
import { anAppend, newId, TENANT } from '../event-store/appends.js';
import { BEGINNING } from '../event-store/store-under-test.js';
import { eventually } from '../harness/eventually.js';
import { MemoryClock } from '../harness/memory-clock.js';

let store: MemoryEventStore;
let consulted: ConsultedStreams;
let told: Subscribe;
let reads: jest.SpyInstance<Promise<readonly StoredEvent[]>>;
let readStream: EventStore['readStream'];
let programme: StreamId;
let passed: number;

beforeEach(async () => {
  store = new MemoryEventStore({ clock: new MemoryClock(BEGINNING) });
  programme = `programme-${newId<string>()}` as StreamId;
  passed = 0;
  await append(0);
  const subscribe = store.subscribe.bind(store);
  jest.spyOn(store, 'subscribe').mockImplementation((options) => {
    told = options;
    return subscribe({ ...options, handle: (events) => options.handle(events).then(() => void (passed += events.length)) });
  });
  readStream = store.readStream.bind(store);
  reads = jest.spyOn(store, 'readStream');
  consulted = new ConsultedStreams(store);
  await consulted.start();
});
afterEach(async () => {
  await consulted.stop();
  await store.close();
});

/** By another process. */
const append = (expectedVersion: number, streamId = programme) => store.append(anAppend({ streamId, expectedVersion }));
const look = async (streamId = programme): Promise<number> => (await consulted.look.readStream(TENANT, streamId)).length;

/** The next read answers what it read only once it is let go. */
function stalledRead(): () => void {
  let letGo = (): void => undefined;
  const asleep = new Promise<void>((resolve) => (letGo = resolve));
  reads.mockImplementationOnce(async (...asked: Parameters<EventStore['readStream']>) => {
    const events = await readStream(...asked);
    await asleep;
    return events;
  });
  return letGo;
}

describe('a stream that a command consults', () => {
  // Seen to fail when a change is not told (mutant consulted-never-told).
  it('is read once, until the log tells that it changed (R-530)', async () => {
    expect([await look(), await look(), reads.mock.calls.length]).toEqual([1, 1, 1]);

    await append(1);
    await eventually('it is read anew', async () => (await look()) === 2);
  });

  it('is read anew at once after an append of this process, and not for one that is known (R-530)', async () => {
    await look();
    await append(1);
    consulted.changed(TENANT, programme, 2);
    expect(await look()).toBe(2);

    const before = reads.mock.calls.length;
    consulted.changed(TENANT, programme, 2);
    expect([await look(), reads.mock.calls.length]).toEqual([2, before]);
  });

  // Seen to fail when it is kept all the same (mutant consulted-kept-as-it-was).
  it('is not kept as it was read while it changed (R-530)', async () => {
    const letGo = stalledRead();
    const reading = look();
    await append(1);
    await eventually('the log told of it', () => passed === 1);
    letGo();
    expect(await reading).toBe(1);
    expect(await look()).toBe(2);
  });

  it('is not kept while the log cannot be followed, nor as it was read when that was lost (R-530)', async () => {
    await look();
    const letGo = stalledRead();
    const other = `ruleset-${newId<string>()}` as StreamId;
    const reading = look(other);
    told.onError!(new Error('lost'));
    letGo();
    await reading;
    const before = reads.mock.calls.length;
    for (const streamId of [programme, programme, other]) await look(streamId);
    expect(reads.mock.calls.length).toBe(before + 3);

    await append(1);
    await eventually('it is kept again', async () => {
      const count = reads.mock.calls.length;
      return (await look()) === 2 && reads.mock.calls.length === count;
    });
  });

  it('is always read where it changes often, and in part (R-530)', async () => {
    const trajectory = `trajectory-${newId<string>()}` as StreamId;
    for (const _ of [1, 2]) await look(trajectory);
    for (const _ of [1, 2]) await consulted.look.readStream(TENANT, programme, { limit: 1 });
    expect(reads).toHaveBeenCalledTimes(4);
  });
});
