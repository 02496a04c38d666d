import { setTimeout as pause } from 'node:timers/promises';
import { AllReads, LogWentBack } from '../../../src/adapters/event-store-kurrentdb/all-reads.js';
import type { KurrentDbStoreOptions } from '../../../src/adapters/event-store-kurrentdb/kurrentdb-event-store.js';
import { verifyKurrentDb } from '../../../src/adapters/event-store-kurrentdb/verify.js';
import type { Append, StoredEvent } from '../../../src/application/ports/event-store.js';
import { Dice } from '../../harness/dice.js';
import { eventually } from '../../harness/eventually.js';
import { runs, SEED } from '../../harness/seed.js';
import { anAppend, events, newStream } from '../appends.js';
import { Tape } from '../contract/tape.js';
import { rejectionOf, someEvents } from './clients.js';
import type { Fate } from './double/faults.js';
import { KurrentDouble } from './double/kurrentdb-double.js';
import { unusedNames } from './server-under-test.js';
import { freshDatabaseBeside, openStore, type OpenStore, type Place } from './store-on-kurrentdb.js';

/** In a real client ten seconds each; here short, so that a spec needs not wait for twenty. The client warns of it. */
const KEEP_ALIVE = { keepAliveInterval: 300, keepAliveTimeout: 300 };
const IMPATIENT: Partial<KurrentDbStoreOptions> = { answerWithinMs: 1_500, pollMs: 100, patienceMs: 60_000 };

let double: KurrentDouble;
/** Another node of the same cluster, which leads when the first one does not. */
let other: KurrentDouble;
let place: Place;
const opened: OpenStore[] = [];
const tapes: Tape[] = [];
beforeEach(async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  double = await KurrentDouble.start();
  other = await KurrentDouble.start(double.log);
  const server = { url: double.url(KEEP_ALIVE), end: () => double.end() };
  place = { server, names: unusedNames(), database: await freshDatabaseBeside() };
});
afterEach(async () => {
  double.faults.fateOf = () => 'pass';
  double.faults.leader = undefined;
  await Promise.all(tapes.splice(0).map(({ subscription }) => subscription.stop()));
  await Promise.all(opened.splice(0).map(({ close }) => close()));
  await Promise.all([place.database.drop(), double.end(), other.end()]);
});

function open(options: Partial<KurrentDbStoreOptions> = {}): OpenStore {
  const store = openStore(place, { ...IMPATIENT, ...options });
  opened.push(store);
  return store;
}

function listen({ store }: OpenStore, options: ConstructorParameters<typeof Tape>[1] = {}): Tape {
  const tape = new Tape(store, options);
  tapes.push(tape);
  return tape;
}

const append = (its: OpenStore, changes: Partial<Append> = {}) => its.store.append(anAppend(changes));
const ids = (stored: readonly StoredEvent[]) => stored.map(({ eventId }) => eventId);

/** Everything that was heard is everything that is in the log, once and in its order, and the log is whole. */
async function expectAllHeard(its: OpenStore, heard: Tape): Promise<readonly StoredEvent[]> {
  const log = await its.store.readAll({ limit: 10_000 });
  await heard.hasUpTo(log.at(-1)!.position);
  expect(heard.events).toEqual(log);
  const reads = new AllReads({ client: its.client, names: place.names, answerWithinMs: 5_000 });
  const verified = await verifyKurrentDb({ reads, names: place.names, progress: () => undefined });
  expect(verified).toMatchObject({ events: log.length, unsealed: 0, bad: null });
  return log;
}

/** A node that is no leader any more drops who is connected, and sends on whoever reads. */
async function losesItsLead(): Promise<void> {
  double.faults.leader = other.endpoint;
  await double.die();
  await double.revive();
}

describe('a subscription whose server', () => {
  it.each<readonly [string, () => Promise<void>, () => Promise<void>]>([
    ['is restarted', () => double.die(), () => double.revive()],
    ['loses its leadership', losesItsLead, () => Promise.resolve((double.faults.leader = undefined))],
    ['freezes', () => Promise.resolve(double.freeze()), () => Promise.resolve(double.thaw())],
  ])('%s goes on by itself, with nothing lost and nothing twice (P4)', async (_, breakIt, mendIt) => {
    const told: unknown[] = [];
    const its = open({ onError: (error) => told.push(error) });
    const heard = listen(its);
    await append(its, { events: events(3) });
    await heard.has(3);
    await breakIt();
    const sent = [append(its), append(its)];
    await eventually('it is told that the log is not followed', () => told.length > 0);
    await mendIt();
    expect(await Promise.all(sent)).toMatchObject([{ kind: 'stored' }, { kind: 'stored' }]);
    await append(its);
    await heard.has(6);
    await expectAllHeard(its, heard);
  });
});

describe('a server that names a leader that is gone', () => {
  it('is read again once it leads itself, although the client that asked it then never comes back (P4)', async () => {
    const told: unknown[] = [];
    const its = open({ onError: (error) => told.push(error) });
    const heard = listen(its);
    await append(its);
    await heard.has(1);
    double.faults.leader = { address: '127.0.0.1', port: 1 };
    await double.die();
    await double.revive();
    const stream = anAppend();
    const error = await rejectionOf(its.store.readStream(stream.tenant, stream.streamId));
    expect((error.cause as { type?: string }).type).toMatch(/^(not-leader|unavailable)$/); // the first to ask is told who leads
    await eventually('reads find nobody', () => told.some((error) => (error as { type?: string }).type === 'unavailable'));
    double.faults.leader = undefined;
    await append(its, { events: events(2) });
    await heard.has(3);
    expect(await its.store.readAll({ limit: 10 })).toEqual(heard.events);
  });
});

describe('a subscription whose consumer is slow', () => {
  it('has everything once and in order, however far it falls behind what is kept, and holds up no other (P4)', async () => {
    const its = open({ window: 10, batch: 7 });
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const slow = listen(its, { batch: 5 });
    slow.during = () => held;
    const quick = listen(its);
    for (let n = 0; n < 60; n++) await append(its, { events: events(2) });
    await quick.has(120);
    expect(slow.events.length).toBeLessThanOrEqual(5);
    release();
    await slow.has(120);
    expect(slow.events).toEqual(quick.events);
    await expectAllHeard(its, slow);
  });

  it('has everything also where so much waits for its seals that it is not all kept', async () => {
    const its = open({ window: 4, batch: 9, seals: false });
    const heard = listen(its, { batch: 3 });
    for (let n = 0; n < 30; n++) await append(its, { events: events(2) });
    expect(heard.events).toEqual([]);
    open({ window: 4, batch: 9 });
    await heard.has(60);
    await expectAllHeard(its, heard);
  });
});

describe('a server that was restored from an older back-up', () => {
  /** A store whose projections have read six events, each with its seal, and then its server has only so many of what it had. */
  async function restored(count: number): Promise<Readonly<{ its: OpenStore; read: readonly StoredEvent[]; told: unknown[] }>> {
    const first = open();
    const heard = listen(first);
    for (let n = 0; n < 6; n++) await append(first);
    await heard.has(6);
    await Promise.all([heard.subscription.stop(), first.close()]);
    opened.splice(0);
    expect(double.log.all).toHaveLength(12);
    double.log.restore(count);
    const told: unknown[] = [];
    return { its: open({ onError: (error) => told.push(error) }), read: heard.events, told };
  }

  it.each<readonly [string, number]>([
    ['ends before the checkpoint', 0],
    ['has grown to where no event is', 1],
    ['has grown past it by other events', 8],
  ])('and %s is refused aloud, and nothing is handed out (R-512)', async (_, further) => {
    const { its, read, told } = await restored(5);
    const { client } = its;
    for (let n = 0; n < further; n++) {
      await client.appendToStream('other~stream', someEvents(1, { goal: 'x'.repeat(n * 7) }), {});
    }
    const heard = listen(its, { after: read[5].position });
    await eventually('it is told twice', () => heard.errors.length >= 2 && told.length >= 2);
    for (const error of [...heard.errors, ...told]) expect(error).toBeInstanceOf(LogWentBack);
    expect(heard.calls).toEqual([]);
    await expect(its.store.readAll({ after: read[5].position, limit: 10 })).rejects.toBeInstanceOf(LogWentBack);
  });

  it('and has other events at the very places that were read is refused aloud too (R-512)', async () => {
    const { its, read, told } = await restored(5);
    const kept = double.log.all.length;
    const bodies = Array.from({ length: 7 }, () => anAppend());
    for (const body of bodies) await its.store.append(body).catch(() => undefined);
    expect(double.log.all.length).toBeGreaterThan(kept);
    const heard = listen(its, { after: read[5].position });
    await eventually('it is told', () => heard.errors.length >= 1 && told.length >= 1);
    for (const error of [...heard.errors, ...told]) expect(error).toBeInstanceOf(LogWentBack);
    expect(heard.calls).toEqual([]);
  });
});

describe('a server that breaks in every way while eight write', () => {
  const FATES: readonly Fate[] = ['pass', 'pass', 'pass', 'lose', 'lose-answer'];

  it('keeps every acknowledged append, once and whole, and hands each event out once (P1, P4)', async () => {
    const { seed } = runs(1, SEED);
    const dice = new Dice(seed);
    const late = () => pause(dice.below(80));
    const fate = (): Fate =>
      dice.percent(20) ? { storeAfter: late() } : dice.percent(20) ? { answerAfter: late() } : dice.pick(FATES);
    const told = [0, 0];
    const both = [0, 1].map((n) => open({ leaseMs: 300, onError: () => told[n]++ }));
    const heard = both.map((its) => listen(its, { batch: 7 }));
    const acknowledged: string[] = [];
    const write = async (n: number) => {
      const streamId = newStream();
      for (let version = 0; version < 8; version += 2) {
        const one = anAppend({ streamId, expectedVersion: version, events: events(2) });
        const outcome = await both[n % 2].store.append(one);
        expect(outcome).toMatchObject({ kind: 'stored', version: version + 2 });
        acknowledged.push(...one.events.map(({ eventId }) => eventId));
      }
    };

    double.faults.fateOf = fate;
    const writing = Promise.all(Array.from({ length: 8 }, (_, n) => write(n)));
    await eventually('some are stored', () => acknowledged.length >= 8, 30_000);
    await double.die();
    await double.revive();
    await eventually('more are stored', () => acknowledged.length >= 24, 30_000);
    told.fill(0);
    double.freeze();
    await eventually('both are told', () => told.every((times) => times > 0), 30_000);
    double.thaw();
    await eventually('more are stored', () => acknowledged.length >= 36, 30_000);
    told.fill(0);
    await losesItsLead();
    await eventually('both are told again', () => told.every((times) => times > 0), 30_000);
    double.faults.leader = undefined;
    await writing;
    double.faults.fateOf = () => 'pass';

    const log = await expectAllHeard(both[0], heard[0]);
    expect(ids(log).sort()).toEqual(acknowledged.sort());
    await heard[1].hasUpTo(log.at(-1)!.position);
    expect(heard[1].events).toEqual(log);
  }, 120_000);
});
