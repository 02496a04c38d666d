import pg from 'pg';
import { AllReads } from '../../../src/adapters/event-store-kurrentdb/all-reads.js';
import type { KurrentDbStoreOptions } from '../../../src/adapters/event-store-kurrentdb/kurrentdb-event-store.js';
import { verifyKurrentDb } from '../../../src/adapters/event-store-kurrentdb/verify.js';
import type { Append } from '../../../src/application/ports/event-store.js';
import { addMicroseconds } from '../../../src/kernel/days.js';
import type { TenantId } from '../../../src/kernel/ids.js';
import { eventually } from '../../harness/eventually.js';
import { anAppend, events, newId } from '../appends.js';
import { Tape } from '../contract/tape.js';
import { BEGINNING } from '../store-under-test.js';
import { KurrentDouble } from './double/kurrentdb-double.js';
import type { Fate } from './double/faults.js';
import { unusedNames } from './server-under-test.js';
import { freshDatabaseBeside, openStore, type OpenStore, type Place } from './store-on-kurrentdb.js';

const NORTH = 'north' as TenantId;
const SOUTH = 'south' as TenantId;
const IMPATIENT: Partial<KurrentDbStoreOptions> = { answerWithinMs: 1_500, sealedWithinMs: 100 };

let double: KurrentDouble;
let place: Place;
const opened: OpenStore[] = [];
beforeEach(async () => {
  double = await KurrentDouble.start();
  place = { server: { url: double.url(), end: () => double.end() }, names: unusedNames(), database: await freshDatabaseBeside() };
});
afterEach(async () => {
  double.faults.fateOf = () => 'pass';
  await Promise.all(opened.splice(0).map(({ close }) => close()));
  await Promise.all([place.database.drop(), double.end()]);
});

function open(options: Partial<KurrentDbStoreOptions> = {}): OpenStore {
  const store = openStore(place, options);
  opened.push(store);
  return store;
}

const closed = (one: OpenStore) => one.close().then(() => opened.splice(opened.indexOf(one), 1));

/** What becomes of appends to the seals of some tenants; all other appends pass. */
function fateOfSeals(fate: Fate, tenants: readonly TenantId[] = [NORTH, SOUTH]): void {
  const streams = tenants.map((tenant) => place.names.of(`seal-${tenant}`));
  double.faults.fateOf = ({ stream }) => (streams.includes(stream) ? fate : 'pass');
}

const logOf = async ({ store }: OpenStore) => store.readAll({ limit: 10_000 });
const allSealed = (one: OpenStore) =>
  eventually('everything is sealed', async () => (await logOf(one)).every(({ sealedAt }) => sealedAt !== undefined));

async function expectWhole({ client }: OpenStore, count: number): Promise<void> {
  const reads = new AllReads({ client, names: place.names, answerWithinMs: 5_000 });
  const verified = await verifyKurrentDb({ reads, names: place.names, progress: () => undefined });
  expect(verified).toMatchObject({ events: count, unsealed: 0, bad: null });
}

const sealsIn = (tenant: TenantId) => double.log.everyOf(place.names.of(`seal-${tenant}`));

describe('two processes that seal at once', () => {
  it('never make a fork, each event has one seal, and one chain a tenant is whole', async () => {
    const both = [open({ leaseMs: 2 }), open({ leaseMs: 2 })]; // so short that each has it whenever it asks
    const writing = Array.from({ length: 120 }, (_, at) => {
      const append = anAppend({ tenant: at % 3 === 0 ? SOUTH : NORTH, events: events(1 + (at % 3)) });
      return both[at % 2].store.append(append);
    });
    await Promise.all(writing);
    for (const one of both) await allSealed(one);

    expect(await logOf(both[0])).toEqual(await logOf(both[1]));
    expect(sealsIn(NORTH).length + sealsIn(SOUTH).length).toBe(240);
    await expectWhole(both[0], 240);
  });
});

describe('a process that was stopped half-way through sealing', () => {
  it('is gone on with by another, which gives every append the instant that it would have had (R-510)', async () => {
    const { store } = open({ seals: false });
    const appends = [NORTH, SOUTH, NORTH, SOUTH, NORTH].map((tenant) => anAppend({ tenant, events: events(2) }));
    for (const append of appends) await store.append(append);
    fateOfSeals('lose', [SOUTH]);
    const first = open(IMPATIENT);
    await eventually('the north is sealed', () => sealsIn(NORTH).length === 6);
    await closed(first);
    expect(sealsIn(SOUTH)).toEqual([]);

    double.faults.fateOf = () => 'pass';
    const second = open(IMPATIENT);
    await allSealed(second);
    const instants = (await logOf(second)).map(({ sealedAt }) => sealedAt);
    expect(instants).toEqual(Array.from({ length: 10 }, (_, at) => addMicroseconds(BEGINNING, Math.floor(at / 2))));
    expect([sealsIn(NORTH).length, sealsIn(SOUTH).length]).toEqual([6, 4]);
    await expectWhole(second, 10);
  });

  it.each<readonly [string, Fate]>([
    ['were stored', 'lose-answer'],
    ['were lost', 'lose'],
  ])('sends seals again that were not answered and %s, and has them once', async (_, fate) => {
    const its = open(IMPATIENT);
    fateOfSeals(fate);
    await its.store.append(anAppend({ events: events(2) }));
    await eventually('the seals were sent', () => double.faults.underWay.size > 0);
    double.faults.fateOf = () => 'pass';
    await allSealed(its);
    expect(sealsIn(NORTH)).toHaveLength(2);
    await expectWhole(its, 2);
  });
});

describe('an event without a seal', () => {
  it('counts for deciding, has neither instant nor link, and is handed out only once it is sealed, with what follows it (R-511)', async () => {
    const its = open(IMPATIENT);
    const heard = new Tape(its.store);
    fateOfSeals('lose', [SOUTH]);
    const south = anAppend({ tenant: SOUTH });
    const after: Append = { ...anAppend({ tenant: SOUTH, streamId: south.streamId }), expectedVersion: 1 };
    expect(await its.store.append(south)).toMatchObject({ kind: 'stored' });
    expect(await its.store.append({ ...after, expectedVersion: 0 })).toEqual({ kind: 'conflict', actualVersion: 1 });
    expect(await its.store.append(after)).toMatchObject({ kind: 'stored', version: 2 });
    await its.store.append(anAppend({ tenant: NORTH }));
    await eventually('a seal was sent', () => double.faults.underWay.size > 0);

    const unsealed = await its.store.readStream(SOUTH, south.streamId);
    expect(unsealed).toHaveLength(2);
    for (const event of [...unsealed, ...(await logOf(its))]) {
      expect(event).not.toHaveProperty('sealedAt');
      expect(event).not.toHaveProperty('tenantHash');
    }
    heard.subscription.wake();
    expect(heard.events).toEqual([]);

    double.faults.fateOf = () => 'pass';
    await heard.has(3);
    expect(heard.events).toEqual(await logOf(its));
    expect(heard.events.every(({ sealedAt }) => sealedAt !== undefined)).toBe(true);
    await heard.subscription.stop();
  });

  it('is held back also from who reads on from behind what is kept (R-511)', async () => {
    const first = open();
    for (let n = 0; n < 3; n++) await first.store.append(anAppend());
    await allSealed(first);
    const [{ position }] = await logOf(first);
    await closed(first);
    fateOfSeals('lose');
    const its = open(IMPATIENT);
    for (let n = 0; n < 2; n++) await its.store.append(anAppend());
    await eventually('a seal was sent', () => double.faults.underWay.size > 0);

    const heard = new Tape(its.store, { after: position });
    await heard.has(2);
    double.faults.fateOf = () => 'pass';
    await heard.has(4);
    await heard.subscription.stop();
    await allSealed(its);
    expect(heard.events).toEqual((await logOf(its)).slice(1));
  });

  it('has its seal in its stream by the time that it is handed out', async () => {
    const its = open();
    const seen: unknown[] = [];
    const heard = new Tape(its.store, { batch: 1 });
    heard.during = async ([event]) => void seen.push((await its.store.readStream(event.tenant, event.streamId))[0]);
    for (let n = 0; n < 5; n++) await its.store.append(anAppend());
    await heard.has(5);
    await heard.subscription.stop();
    expect(seen).toEqual(heard.events);
  });
});

describe('a process that does not seal', () => {
  it('holds back no more than it may, and hands out everything once another seals (R-662)', async () => {
    const reader = open({ seals: false, holds: 4 });
    const heard = new Tape(reader.store);
    for (let n = 0; n < 12; n++) await reader.store.append(anAppend({ tenant: n % 3 ? SOUTH : NORTH, events: events(2) }));
    open({ leaseMs: 300, holds: 5 });
    await heard.has(24);
    await heard.subscription.stop();
    expect(heard.events).toEqual(await logOf(reader));
    await expectWhole(reader, 24);
  });

  it('hands out what another seals, and the next one takes over when that ends', async () => {
    const reader = open({ seals: false, leaseMs: 300 });
    const sealers = [open({ leaseMs: 300 }), open({ leaseMs: 300 })];
    const heard = new Tape(reader.store);
    for (let n = 0; n < 3; n++) await reader.store.append(anAppend());
    await heard.has(3);
    await closed(sealers[0]);
    await reader.store.append(anAppend());
    await heard.has(4);
    await closed(sealers[1]);
    await reader.store.append(anAppend());
    await closed(reader);
    expect(heard.events).toHaveLength(4);
    expect(sealsIn(NORTH)).toHaveLength(4);
  });
});

describe('the table of seals', () => {
  const rows = async () => {
    const client = new pg.Client(place.database.superuser);
    await client.connect();
    const { rows: found } = await client.query<{ position: string }>('select * from kurrentdb.seal order by position');
    await client.end();
    return found;
  };
  const emptied = async () => {
    const client = new pg.Client(place.database.superuser);
    await client.connect();
    await client.query('truncate kurrentdb.seal');
    await client.end();
  };

  it('is filled in again from the streams when it was emptied, while the store goes on', async () => {
    const its = open();
    const heard = new Tape(its.store);
    for (let n = 0; n < 4; n++) await its.store.append(anAppend({ tenant: n % 2 ? SOUTH : NORTH }));
    await heard.has(4);
    const before = await rows();
    await emptied();
    await its.store.append(anAppend());
    await heard.has(5);
    expect((await rows()).slice(0, 4)).toEqual(before);
    expect(await rows()).toHaveLength(5);
    expect(heard.events).toEqual(await logOf(its));
    await heard.subscription.stop();
    await expectWhole(its, 5);
  });

  it('is filled in from the streams in a database that never had one', async () => {
    const its = open();
    for (let n = 0; n < 3; n++) await its.store.append(anAppend({ events: events(2) }));
    await allSealed(its);
    const sealed = await logOf(its);
    await closed(its);
    const old = place.database;
    place = { ...place, database: await freshDatabaseBeside() };
    await old.drop();

    const other = open();
    await allSealed(other);
    expect(await logOf(other)).toEqual(sealed);
    expect(sealsIn(NORTH)).toHaveLength(6);
  });

  it('gives a reader the seals of one tenant, and nothing else of it (P11)', async () => {
    const its = open();
    const [north, south] = [anAppend({ tenant: NORTH }), anAppend({ tenant: SOUTH })];
    for (const append of [north, south]) await its.store.append(append);
    await allSealed(its);
    const client = new pg.Client(place.database.connections.reader);
    await client.connect();
    const asked = await client.query('select * from kurrentdb.seals_of($1, $2, $3)', [
      NORTH,
      [north.streamId, south.streamId],
      [1, 1],
    ]);
    expect(asked.rows).toMatchObject([{ place: 1 }]);
    await expect(client.query('select * from kurrentdb.seal')).rejects.toThrow('permission denied');
    await expect(client.query('select kurrentdb.hold_sealer($1, $2)', [newId(), '1 s'])).rejects.toThrow('permission denied');
    await client.end();
  });
});
