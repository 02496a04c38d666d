import pg from 'pg';
import { openPostgresStore } from '../../src/adapters/event-store-postgres/postgres-event-store.js';
import { positionOf } from '../../src/adapters/event-store-postgres/positions.js';
import { verifyStore, type Verified } from '../../src/adapters/event-store-postgres/verify.js';
import type { Position } from '../../src/application/ports/event-store.js';
import { freshPostgresStore, type PostgresStore } from '../harness/postgres-store.js';
import { anAppend, events, newStream, newTenant } from './appends.js';

let database: PostgresStore;
let superuser: pg.Client;

const STREAMS = [newStream(), newStream(), newStream()];
const TENANTS = [newTenant(), newTenant()];
const LENGTH = 12;

/** Twelve events: positions 1 to 12, three streams, the last of another tenant, two events an append. */
beforeAll(async () => {
  database = await freshPostgresStore();
  const store = await openPostgresStore(database.connections);
  for (const expectedVersion of [0, 2])
    for (const [index, streamId] of STREAMS.entries())
      await store.append(anAppend({ streamId, expectedVersion, tenant: TENANTS[index === 2 ? 1 : 0], events: [...events(2)] }));
  await store.close();
  superuser = new pg.Client(database.superuser);
  await superuser.connect();
});

afterAll(async () => {
  await superuser.end();
  await database.drop();
});

const verify = (reached: Position | null = null): Promise<Verified> =>
  verifyStore(superuser, { progress: () => undefined, reached });

/** What verification finds after a superuser, who took the triggers away, did this to the log; undone afterwards. */
async function after(...wrongs: string[]): Promise<Verified> {
  await superuser.query('begin; alter table store.es_event disable trigger all');
  try {
    for (const wrong of wrongs) await superuser.query(wrong);
    return await verify();
  } finally {
    await superuser.query('rollback');
  }
}

/** Makes every hash of the log right again, as somebody would who has the time. */
const RELINK = `do $$
  declare e record; h bytea; t bytea; zeros bytea := decode(repeat('00', 32), 'hex'); n bigint;
  begin
    for e in select * from store.es_event order by position loop
      h := (select p.hash from store.es_event p where p.stream = e.stream and p.version = e.version - 1);
      select p.tenant_hash, p.tenant_number into t, n from store.es_event p
        where p.tenant = e.tenant and p.position < e.position order by p.position desc limit 1;
      update store.es_event set hash = sha256(bytes || coalesce(h, zeros)), tenant_number = coalesce(n, 0) + 1 where position = e.position;
      update store.es_event set tenant_hash = sha256(coalesce(t, zeros) || hash) where position = e.position;
    end loop;
  end $$`;

describe('store:verify', () => {
  it('finds a log whole that nobody altered, and says how much it saw (P8)', async () => {
    expect(await verify()).toEqual({ events: LENGTH, streams: 3, tenants: 2, bad: null, missing: null });
  });

  it('says that events are missing at the end, as far as somebody else read them (P8)', async () => {
    const reached = positionOf(LENGTH);
    expect(await verify(reached)).toMatchObject({ bad: null, missing: null });

    await superuser.query('begin; alter table store.es_event disable trigger all');
    await superuser.query('delete from store.es_event where position > $1', [LENGTH - 2]);
    expect(await verify(reached)).toMatchObject({ events: LENGTH - 2, bad: null, missing: reached });
    await superuser.query('delete from store.es_event');
    expect(await verify(reached)).toMatchObject({ events: 0, bad: null, missing: reached });
    await superuser.query('rollback');
  });

  it('reports progress', async () => {
    const heard: number[] = [];
    await verifyStore(superuser, { progress: (count) => heard.push(count) });
    expect(heard).toEqual([LENGTH]);
  });

  it.each([
    [
      'bytes',
      `set bytes = overlay(bytes placing 'x'::bytea from octet_length(bytes) - 60)`,
      'not canonical|link 1|not those of an event',
    ],
    [
      'bytes that read alike',
      `set bytes = convert_to(replace(convert_from(bytes, 'UTF8'), '","', '", "'), 'UTF8')`,
      'not canonical',
    ],
    ['bytes that are none', `set bytes = 'no event'`, 'not those of an event'],
    ['link 1', `set hash = sha256(hash)`, 'link 1'],
    ['link 2', `set tenant_hash = sha256(tenant_hash)`, 'link 2'],
    ['the tenant', `set tenant = 'other'`, 'column tenant'],
    ['the stream', `set stream = stream || 'x'`, 'column stream'],
    ['the version', `set version = 99`, 'column version'],
    ['the event id', `set event_id = gen_random_uuid()`, 'column event_id'],
    ['the type', `set type = 'PlanAgreed'`, 'column type'],
    ['the command', `set command_id = gen_random_uuid()`, 'column command_id'],
    ['the instant', `set recorded_at = recorded_at + interval '1 microsecond'`, 'column recorded_at'],
    ['the seal', `set sealed_at = sealed_at + interval '1 microsecond'`, 'sealed at another instant'],
    ['the number', `set tenant_number = 99`, 'number 5 of its tenant'],
  ])('names the event of which somebody altered %s (P8)', async (_, set, fault) => {
    const { events: good, bad } = await after(`update store.es_event ${set} where position = 7`);

    expect(good).toBe(6);
    expect(bad).toMatchObject({ position: '7', fault: expect.stringMatching(fault) });
  });

  it('names the event after one that is gone, also when every hash was made right again (P8)', async () => {
    const gone = 'delete from store.es_event where position = 7';
    expect((await after(gone)).bad).toMatchObject({ position: '8', fault: 'the log has no position 7' });

    const closed = 'update store.es_event set position = position - 1 where position > 7';
    expect((await after(gone, closed, RELINK)).bad).toMatchObject({ position: '7', fault: expect.stringContaining('version 3') });
  });

  it('names the event that comes too early when two have changed places, also when every hash was made right again (P8)', async () => {
    const swapped = ['-7 where position = 7', '7 where position = 9', '9 where position = -7'];
    const found = await after(...swapped.map((step) => `update store.es_event set position = ${step}`), RELINK);
    expect(found.bad).toMatchObject({ position: '8', fault: expect.stringContaining('later than those before') });
  });

  it('names the first event of an instant that was used before, whatever its hashes say (P8)', async () => {
    const earlier = `(select to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') from store.es_event where position = 5)`;
    const backdated = `update store.es_event e set recorded_at = f.recorded_at, sealed_at = f.recorded_at,
        bytes = convert_to(replace(convert_from(e.bytes, 'UTF8'), store.instant_text(e.recorded_at), ${earlier}), 'UTF8')
      from store.es_event f where f.position = 5 and e.position in (7, 8)`;

    expect((await after(backdated, RELINK)).bad).toMatchObject({ position: '7', fault: expect.stringContaining('recordedAt') });
  });
});
