import { MemoryEventStore } from '../../src/adapters/event-store-memory/memory-event-store.js';
import type { Accepted } from '../../src/application/commands/accepted.js';
import { RecentHistories } from '../../src/application/commands/recent-histories.js';
import type { Wish } from '../../src/application/commands/wish.js';
import type { StoredEvent } from '../../src/application/ports/event-store.js';
import type { Refused } from '../../src/application/refusals.js';
import type { Day } from '../../src/kernel/days.js';
import type { StreamId, TenantId } from '../../src/kernel/ids.js';
import { anAppend, events } from '../event-store/appends.js';
import { MemoryClock } from '../harness/memory-clock.js';
import { memoryFlow } from '../harness/memory-flow.js';
import { BEGINNING } from '../event-store/store-under-test.js';

const tenant = 'hengelo' as TenantId;
const NEW = { category: 'candidate', id: null } as const;
const REGISTER: Wish = {
  kind: 'command',
  type: 'RegisterCandidate',
  data: { walkIn: true, identity: 'unlinked', postcode4: null, birthYearBand: null },
  words: { givenNames: 'Sanne' },
};
const MOVES: Wish = {
  kind: 'command',
  type: 'ChangeContactDetails',
  data: { postcode4: null },
  words: { telephone: '0612345678' },
};
const benefit = (type: 'RecordBenefitStart' | 'RecordBenefitEnd', on?: string): Wish => ({
  kind: 'command',
  type,
  ...(on ? { on: on as Day } : {}),
  data: { kind: 'bijstand', source: 'municipality' },
});

/** Two processes on one store: each remembers only what it did and read itself. */
function twoProcesses() {
  const { store, send, sendElsewhere } = memoryFlow();
  return { here: send, there: sendElsewhere, read: jest.spyOn(store, 'readStream'), store };
}

const targetOf = (outcome: Accepted | Refused) => ({ category: 'candidate' as const, id: (outcome as Accepted).id });
const streamOf = (outcome: Accepted | Refused) => `candidate-${(outcome as Accepted).id}` as StreamId;

describe('a command on a recently used stream', () => {
  // Seen to fail when an append is not remembered (mutant append-not-remembered).
  it('costs no read, and stores and answers what it would have by reading (R-530)', async () => {
    const { here, read, store } = twoProcesses();
    const registered = await here(NEW, REGISTER);
    const outcomes = [registered];
    for (let n = 0; n < 3; n += 1) outcomes.push(await here(targetOf(registered), MOVES));
    expect(read).not.toHaveBeenCalled();

    const stored = await store.readStream(tenant, streamOf(registered));
    const answers = stored.map(({ version, position }) => ({ kind: 'accepted', version, position }));
    expect(outcomes).toMatchObject(answers);
    expect(answers).toHaveLength(4);
  });

  it('is decided by what another process appended meanwhile, once its version is found to be an old one (R-530, P2)', async () => {
    const { here, there, read, store } = twoProcesses();
    const registered = await here(NEW, REGISTER);
    await there(targetOf(registered), benefit('RecordBenefitStart', '2019-09-02'));

    read.mockClear();
    expect(await here(targetOf(registered), benefit('RecordBenefitEnd', '2019-09-03'))).toMatchObject({
      kind: 'accepted',
      version: 3,
    });
    expect(read).toHaveBeenCalledTimes(1);
    expect(await store.readStream(tenant, streamOf(registered))).toHaveLength(3);
  });

  // Seen to fail when a refusal by what is remembered is an answer (mutant refused-by-memory).
  it('is not refused by what is remembered (R-530)', async () => {
    const { here, there } = twoProcesses();
    const registered = await here(NEW, REGISTER);
    await here(targetOf(registered), benefit('RecordBenefitStart', '2019-09-02'));
    await there(targetOf(registered), benefit('RecordBenefitEnd', '2019-09-03'));

    expect(await here(targetOf(registered), benefit('RecordBenefitStart', '2019-09-04'))).toMatchObject({
      kind: 'accepted',
      version: 4,
    });
  });

  it('is told the actual version of the stream, not the one that is remembered (R-530, P2)', async () => {
    const { here, there } = twoProcesses();
    const registered = await here(NEW, REGISTER);
    await there(targetOf(registered), MOVES);
    await there(targetOf(registered), MOVES);

    const refusal = async (ifMatch: number) => (await here(targetOf(registered), MOVES, { ifMatch })) as Refused;
    expect((await refusal(1)).refused).toEqual({ code: 'stale-version', expectedVersion: 1, actualVersion: 3 });
    expect(await here(targetOf(registered), MOVES, { ifMatch: 3 })).toMatchObject({ kind: 'accepted', version: 4 });
  });

  it('that is repeated is answered from the stream, also by a process that remembers an older one (R-530, P3)', async () => {
    const { here, there, read } = twoProcesses();
    const registered = await here(NEW, REGISTER);
    const first = await there(targetOf(registered), MOVES, { key: 'one-key', body: '{}' });
    read.mockClear();

    expect(await here(targetOf(registered), MOVES, { key: 'one-key', body: '{}' })).toEqual(first);
    expect(read).toHaveBeenCalledTimes(1);
  });
});

describe('the histories that are remembered', () => {
  const KEY = [tenant, 'candidate-1' as StreamId] as const;
  const history = async (length: number): Promise<readonly StoredEvent[]> => {
    const store = new MemoryEventStore({ clock: new MemoryClock(BEGINNING) });
    const append = anAppend({ events: events(length) });
    await store.append(append);
    return store.readStream(append.tenant, append.streamId);
  };

  it('never become shorter by a read that began earlier (R-530)', async () => {
    const histories = new RecentHistories();
    const long = await history(3);
    histories.read(...KEY, long);
    histories.read(...KEY, long.slice(0, 1));
    histories.appended(...KEY, { before: long.slice(0, 1), added: long.slice(1, 2) });
    expect(histories.get(...KEY)).toHaveLength(3);
  });

  it('are of one tenant (P11)', async () => {
    const histories = new RecentHistories();
    histories.read(...KEY, await history(1));
    expect(histories.get('enschede' as TenantId, KEY[1])).toBeUndefined();
  });

  it('have a bound: what was not used for longest goes first, and what is larger than all is not kept (R-530)', async () => {
    const one = await history(1);
    const bytes = JSON.stringify(one[0]).length;
    const histories = new RecentHistories(bytes * 3);
    const stream = (n: number) => `candidate-${n}` as StreamId;
    for (const n of [1, 2, 3]) histories.read(tenant, stream(n), one);
    histories.get(tenant, stream(1));
    histories.read(tenant, stream(4), one);

    expect([1, 2, 3, 4].filter((n) => histories.get(tenant, stream(n)))).toEqual([1, 3, 4]);
    expect(histories.size).toEqual({ streams: 3, bytes: bytes * 3 });
    histories.read(tenant, stream(5), await history(4));
    expect(histories.get(tenant, stream(5))).toBeUndefined();
    expect(histories.size).toEqual({ streams: 3, bytes: bytes * 3 });
  });
});
