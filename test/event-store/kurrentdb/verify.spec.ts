import pg from 'pg';
import { AllReads } from '../../../src/adapters/event-store-kurrentdb/all-reads.js';
import { verifyKurrentDb, type Verified } from '../../../src/adapters/event-store-kurrentdb/verify.js';
import type { Position, StoredEvent } from '../../../src/application/ports/event-store.js';
import type { TenantId } from '../../../src/kernel/ids.js';
import { eventually } from '../../harness/eventually.js';
import { anAppend, anEvent, events, newStream } from '../appends.js';
import { KurrentDouble } from './double/kurrentdb-double.js';
import type { Recorded } from './double/log.js';
import { unusedNames } from './server-under-test.js';
import { freshDatabaseBeside, openStore, type OpenStore, type Place } from './store-on-kurrentdb.js';

const NORTH = 'north' as TenantId;
const SOUTH = 'south' as TenantId;
const streamId = newStream();

let double: KurrentDouble;
let place: Place;
let its: OpenStore;
let superuser: pg.Client;
let log: readonly StoredEvent[];
let sound: readonly Recorded[];
beforeAll(async () => {
  double = await KurrentDouble.start();
  place = { server: { url: double.url(), end: () => double.end() }, names: unusedNames(), database: await freshDatabaseBeside() };
  its = openStore(place);
  await its.store.append(anAppend({ tenant: NORTH, streamId, events: events(2) }));
  await its.store.append(anAppend({ tenant: SOUTH }));
  await its.store.append(
    anAppend({ tenant: NORTH, streamId, expectedVersion: 2, events: [anEvent({ data: { goal: 'volunteer' } })] }),
  );
  await eventually('everything is sealed', async () => {
    log = await its.store.readAll({ limit: 10 });
    return log.every(({ sealedAt }) => sealedAt !== undefined);
  });
  await its.store.close();
  sound = [...double.log.all];
  superuser = new pg.Client(place.database.superuser);
  await superuser.connect();
});
afterEach(() => void double.log.all.splice(0, Infinity, ...sound));
afterAll(async () => {
  await superuser.end();
  await its.client.dispose();
  await Promise.all([place.database.drop(), double.end()]);
});

function verified(reached: Position | null = null): Promise<Verified> {
  const { names } = place;
  const reads = new AllReads({ client: its.client, names, answerWithinMs: 5_000 });
  return verifyKurrentDb({ reads, names, progress: () => undefined, reached, database: superuser });
}

type Part = 'data' | 'metadata';

/** Alters the n-th of what a stream of this store holds, as somebody could who reaches the server's files. */
function alter(stream: string, n: number, change: (one: Recorded) => Partial<Recorded>): void {
  const found = double.log.all.filter((one) => one.stream === place.names.of(stream))[n];
  double.log.all[double.log.all.indexOf(found)] = { ...found, ...change(found) };
}

const member = (part: Part, name: string, value: unknown) => (one: Recorded) => ({
  [part]: Buffer.from(JSON.stringify({ ...(JSON.parse(one[part].toString()) as object), [name]: value })),
});

/** What becomes of the copy of the seals, and what is then found. */
const MEDDLED: readonly (readonly [string, string, unknown])[] = [
  [
    'says another instant',
    `update kurrentdb.seal set sealed_at = '1999-01-01T00:00:00.000000Z' where n = 2`,
    { streamId, version: 2 },
  ],
  ['says another link', `update kurrentdb.seal set tenant_hash = '\\x00' where n = 2`, { streamId, version: 2 }],
  ['lacks one', 'delete from kurrentdb.seal where n = 2', { streamId, version: 2 }],
  [
    'has one more',
    `insert into kurrentdb.seal select 'a', 'east', 1, stream, 9, event_id, tenant_hash, sealed_at from kurrentdb.seal where n = 2`,
    1,
  ],
];

describe('verifying a log on KurrentDB', () => {
  it('finds a log whole that nobody altered, and says how much it is', async () => {
    const counts = { events: 4, streams: 2, tenants: 2, unsealed: 0 };
    expect(await verified()).toEqual({ ...counts, bad: null, missing: null, strangers: null, unlike: null });
  });

  it('passes over what is not sealed yet at the end, and says how much that is', async () => {
    double.log.all.splice(-1);
    expect(await verified()).toMatchObject({ events: 4, unsealed: 1, bad: null });
  });

  it('says up to where events are missing at the end that somebody read', async () => {
    const reached = log[3].position;
    expect(await verified(reached)).toMatchObject({ missing: null });
    double.log.all.splice(
      double.log.all.findLastIndex(({ stream }) => stream === place.names.of(streamId)),
      Infinity,
    );
    expect(await verified(reached)).toMatchObject({ bad: null, missing: reached });
  });

  it.each<readonly [what: string, bad: Readonly<{ fault: string; version: number }>, meddle: () => void]>([
    ['data', { fault: 'link 1', version: 2 }, () => alter(streamId, 1, member('data', 'goal', 'other'))],
    ['an actor', { fault: 'link 1', version: 1 }, () => alter(streamId, 0, member('metadata', 'actor', { subject: 'x' }))],
    [
      'its time',
      { fault: 'link 1', version: 3 },
      () => alter(streamId, 2, member('metadata', 'recordedAt', '2019-09-02T07:00:00.000009Z')),
    ],
    ['its tenant', { fault: 'another tenant', version: 2 }, () => alter(streamId, 1, member('metadata', 'tenant', SOUTH))],
    ['its version', { fault: 'not version 2', version: 3 }, () => alter(streamId, 1, member('metadata', 'version', 3))],
    [
      'its stream',
      { fault: 'another stream', version: 1 },
      () => alter(streamId, 0, member('metadata', 'streamId', newStream())),
    ],
    ['its link', { fault: 'link 1', version: 2 }, () => alter(streamId, 1, member('metadata', 'hash', '00'.repeat(32)))],
    [
      'the end of its append',
      { fault: 'ends elsewhere', version: 2 },
      () => alter(streamId, 1, member('metadata', 'appendedTo', 1)),
    ],
    [
      'a later end of its append',
      { fault: 'ends elsewhere', version: 2 },
      () => alter(streamId, 0, member('metadata', 'appendedTo', 5)),
    ],
    [
      'the server’s id of it',
      { fault: 'under which the server', version: 2 },
      () => alter(streamId, 1, () => ({ id: crypto.randomUUID() })),
    ],
    [
      'the link of a seal',
      { fault: 'link 2', version: 2 },
      () => alter('seal-north', 1, member('data', 'tenantHash', '00'.repeat(32))),
    ],
    [
      'the event of a seal',
      { fault: 'link 2', version: 3 },
      () => alter('seal-north', 2, member('data', 'eventId', log[0].eventId)),
    ],
    ['the number of a seal', { fault: 'not number', version: 2 }, () => alter('seal-north', 1, member('data', 'n', 3))],
    [
      'the instant of a seal',
      { fault: 'wrong instant', version: 3 },
      () => alter('seal-north', 2, member('data', 'sealedAt', log[0].sealedAt)),
    ],
    [
      'the tenant of a seal',
      { fault: 'another tenant', version: 1 },
      () => alter('seal-north', 0, member('data', 'tenant', SOUTH)),
    ],
  ])('names the first event of which somebody altered %s (P8)', async (_, { fault, version }, meddle) => {
    meddle();
    const { bad } = await verified();
    expect(bad).toMatchObject({ version });
    expect(bad!.fault).toContain(fault);
    expect(bad!.position).toMatch(/^k\d{20}-\d{20}-/);
  });

  it.each<readonly [string, string, number]>([
    ['an event', streamId, 0],
    ['a seal', 'seal-north', 1],
  ])('names what comes after %s that is gone', async (_, stream, n) => {
    const gone = double.log.all.filter((one) => one.stream === place.names.of(stream))[n];
    double.log.all.splice(double.log.all.indexOf(gone), 1);
    expect((await verified()).bad).not.toBeNull();
  });

  it.each(MEDDLED)('finds a copy of the seals in PostgreSQL that %s (R-663)', async (_, meddle, unlike) => {
    await superuser.query('begin');
    await superuser.query(meddle);
    expect(await verified()).toMatchObject({ events: 4, bad: null, unlike });
    await superuser.query('rollback');
    expect(await verified()).toMatchObject({ unlike: null });
  });

  it('sees nothing of what others keep on the server', async () => {
    const other = { ...sound[0], stream: `${place.names.name}2~trajectory-1`, metadata: Buffer.from('{}') };
    double.log.all.splice(1, 0, other, { ...other, stream: '$stats' }, { ...other, stream: place.names.of('store') });
    expect(await verified()).toMatchObject({ events: 4, bad: null });
  });
});
