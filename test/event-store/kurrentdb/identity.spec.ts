import { status } from '@grpc/grpc-js';
import pg from 'pg';
import { refuseLogElsewhere } from '../../../src/adapters/event-store-kurrentdb/identity.js';
import { kurrentDbLogEnd } from '../../../src/adapters/event-store-kurrentdb/log-end.js';
import { serverAddressFrom } from '../../../src/adapters/event-store-kurrentdb/server-address.js';
import type { Position } from '../../../src/application/ports/event-store.js';
import { LogRefused } from '../../../src/adapters/event-store-kurrentdb/log-refused.js';
import { migrations } from '../../../src/adapters/event-store-kurrentdb/migrations.js';
import { openPostgresStore } from '../../../src/adapters/event-store-postgres/postgres-event-store.js';
import { endingOf, EXIT } from '../../../src/lifecycle/ending.js';
import { freshPostgresStore } from '../../harness/postgres-store.js';
import { anAppend, newId } from '../appends.js';
import { besidePostgres, type Beside } from './beside-postgres.js';
import { rejectionOf } from './clients.js';
import { KurrentDouble } from './double/kurrentdb-double.js';

let its: Beside;
beforeEach(async () => {
  its = await besidePostgres();
});
afterEach(() => its.end());

/** The one line that an operator is told. */
async function refusalOf(opening: Promise<unknown>): Promise<string> {
  const error = await rejectionOf(opening);
  expect(error).toBeInstanceOf(LogRefused);
  expect(endingOf(error, null)).toEqual({ code: EXIT.cannotRun, text: error.message });
  expect(error.message).not.toContain('\n');
  return error.message;
}

const identityIn = (double: KurrentDouble, name: string) =>
  double.log.read(`${name}~store`)?.map(({ data }) => JSON.parse(data.toString()) as object);

describe('a user who may not read the whole log (R-653)', () => {
  it('is told so in one line, and no store is opened', async () => {
    its.double.faults.hidesTheLog = true;
    expect(await refusalOf(its.open())).toMatch(/^KurrentDB \(127\.0\.0\.1:\d+\) does not let this user read \$all: add it/);
    its.double.faults.hidesTheLog = false;
    expect((await its.open()).store.simulated).toBe(true);
  });
});

describe('a name space on KurrentDB (R-533)', () => {
  it('is begun with the identity of the database, once, and is that store ever after', async () => {
    const [one, two] = await Promise.all([its.open(), its.open()]);
    const { rows } = await its.superuser.query<{ store_id: string }>('select store_id from store.identity');
    expect([one, two].map(({ store }) => store.storeId)).toEqual([rows[0].store_id, rows[0].store_id]);
    expect(identityIn(its.double, 'spec')).toEqual([{ storeId: rows[0].store_id, simulated: true }]);
    expect((await its.open()).store.simulated).toBe(true);
  });

  // Seen to fail when the ids are not compared (mutant another-store-is-taken).
  it('is refused to a database of another store, simulated or real, which stays as it was', async () => {
    await its.open();
    for (const simulated of [true, false]) {
      const other = await freshPostgresStore({ simulated, migrations });
      expect(await refusalOf(its.open({ database: other }))).toMatch(
        /^Name space spec on KurrentDB \(127\.0\.0\.1:\d+\) is the log of another store: set KURRENTDB_NAME_SPACE to an unused one/,
      );
      const pool = new pg.Pool({ ...other.connections.writer, max: 1 });
      await refuseLogElsewhere(pool);
      await pool.end();
      await other.drop();
    }
  });

  it('is the only one of its database', async () => {
    await its.open();
    expect(await refusalOf(its.open({ nameSpace: 'other' }))).toBe(
      'The log of this database is in name space spec on KurrentDB, not in other: set KURRENTDB_NAME_SPACE to spec.',
    );
    expect(identityIn(its.double, 'other')).toBeUndefined();
    const writer = its.poolOf('writer');
    expect(await refusalOf(refuseLogElsewhere(writer))).toMatch(/^The log of this database is on KurrentDB: set KURRENTDB_URL/);
  });

  it('that was there and is gone is not begun anew', async () => {
    await its.open();
    const empty = await KurrentDouble.start();
    expect(await refusalOf(its.open({ url: empty.url() }))).toMatch(
      /^The log of this database is gone: Name space spec on KurrentDB/,
    );
    expect(empty.log.all).toEqual([]);
    await empty.end();
  });

  it('is not taken by a database that has a log of its own', async () => {
    const store = await openPostgresStore(its.database.connections);
    await store.append(anAppend());
    await store.close();
    expect(await refusalOf(its.open())).toBe(
      'The log of this database is in PostgreSQL: leave KURRENTDB_URL out, or move it with npm run store:copy.',
    );
  });

  it('of a server that does not answer ends the start in one line, without who comes in', async () => {
    its.double.freeze();
    const { address, port } = its.double.endpoint;
    const line = await refusalOf(its.open({ url: `kurrentdb://user:geheim@${address}:${port}?tls=false` }));
    expect(line).toBe(
      `KurrentDB (${address}:${port}) does not answer: start it there, and see that tls in KURRENTDB_URL is as the server has it, or mend the address.`,
    );
    its.double.thaw();
  });

  it('of a server that turns the user away ends the start in one line that says so', async () => {
    its.double.faults.fateOf = () => ({ refuse: status.PERMISSION_DENIED, details: 'no' });
    const { address, port } = its.double.endpoint;
    expect(await refusalOf(its.open())).toBe(
      `KurrentDB (${address}:${port}) does not let this user in, or not do this: mend KURRENTDB_USER and KURRENTDB_PASSWORD, or what that user may do there.`,
    );
  });

  it('is where reactions begin that a migration meets first: at its end, and never at that of another log', async () => {
    const { store } = await its.open();
    const { storeId } = store;
    const place = { server: serverAddressFrom(its.double.url())!, nameSpace: 'spec' };
    expect(await kurrentDbLogEnd(place, { storeId, simulated: true })).toBeNull();
    const stored = await store.append(anAppend());
    expect(await kurrentDbLogEnd(place, { storeId, simulated: true })).toBe((stored as { position: Position }).position);
    expect(await refusalOf(kurrentDbLogEnd(place, { storeId: newId(), simulated: true }))).toMatch(/is the log of another store/);
    expect(await refusalOf(refuseLogElsewhere(its.poolOf('writer')))).toMatch(/^The log of this database is on KurrentDB/);
    expect(await refusalOf(refuseLogElsewhere(its.poolOf('writer'), 'other'))).toMatch(/KURRENTDB_NAME_SPACE to spec/);
    await refuseLogElsewhere(its.poolOf('writer'), 'spec');
  });
});
