import pg from 'pg';
import type { OpenKurrentDb } from '../../../src/adapters/event-store-kurrentdb/open.js';
import { eventually } from '../../harness/eventually.js';
import { anAppend, newId } from '../appends.js';
import { besidePostgres, type Beside } from './beside-postgres.js';
import { rejectionOf } from './clients.js';
import { StoreUnavailable } from '../../../src/application/ports/event-store.js';

const LOG = 'kurrentdb:spec';

/** For how long appends share what one of them holds. */
const SHARE_MS = 50;

let its: Beside;
let opened: OpenKurrentDb;
beforeEach(async () => {
  its = await besidePostgres();
  opened = await its.open();
});
afterEach(() => its.end());

/** Advisory locks of the log in PostgreSQL, those that are waited for and those that are had. */
async function locks(granted: boolean, mode: 'ShareLock' | 'ExclusiveLock'): Promise<number> {
  const { rows } = await its.superuser.query<{ locks: string }>(
    `select count(*) as locks from pg_locks l join pg_database d on d.oid = l.database
     where d.datname = current_database() and l.locktype = 'advisory' and l.granted = $1 and l.mode = $2
       and (l.classid::bigint << 32) + l.objid::bigint = store.log_lock($3)`,
    [granted, mode, LOG],
  );
  return Number(rows[0].locks);
}

/** Closes the log as the copier does, on a connection of its own; `closed` tells when that is done. */
async function closing(): Promise<Readonly<{ closed(): boolean; done: Promise<void> }>> {
  const client = new pg.Client(its.database.superuser);
  await client.connect();
  let isClosed = false;
  const done = client
    .query('select store.close_log($1)', [LOG])
    .then(() => void (isClosed = true))
    .finally(() => client.end());
  return { closed: () => isClosed, done };
}

const eventsIn = () => its.double.log.all.filter(({ stream }) => stream.startsWith('spec~trajectory-'));

describe('closing a log on KurrentDB for copying (R-534)', () => {
  // Seen to fail when the lock is not kept while the append is under way (mutant closing-does-not-wait).
  it('waits for an append that a frozen server has not answered, which is stored; what comes meanwhile is refused', async () => {
    const [known, other] = [anAppend(), anAppend()];
    for (const append of [known, other]) await opened.store.append(append);
    await eventually('nobody holds', async () => (await locks(true, 'ShareLock')) === 0);
    its.double.freeze();
    const first = opened.store.append(anAppend({ streamId: known.streamId, expectedVersion: 1 }));
    await eventually('it is under way', async () => (await locks(true, 'ShareLock')) === 1);
    const close = await closing();
    await eventually('the copier waits', async () => (await locks(false, 'ExclusiveLock')) === 1);
    const since = performance.now();
    await eventually('nobody joins the first any more', () => performance.now() > since + 2 * SHARE_MS);
    const second = opened.store.append(anAppend({ streamId: other.streamId, expectedVersion: 1 }));
    await eventually('the second waits too', async () => (await locks(false, 'ShareLock')) === 1);
    expect([close.closed(), eventsIn().length]).toEqual([false, 2]);

    its.double.thaw();
    expect(await first).toMatchObject({ kind: 'stored' });
    await close.done;
    expect(await second).toEqual({ kind: 'closed' });
    expect(await opened.store.append(anAppend())).toEqual({ kind: 'closed' });
    expect(eventsIn()).toHaveLength(3);
  });

  it('refuses from then on, also what names claims, until the log is opened again', async () => {
    await (
      await closing()
    ).done;
    const append = anAppend({ claims: { decision: newId(), keys: 1 } });
    await its.claimKeys(append, append.claims!.decision, 1);
    for (const one of [append, anAppend()]) expect(await opened.store.append(one)).toEqual({ kind: 'closed' });
    expect(eventsIn()).toEqual([]);

    await its.superuser.query('select store.open_log($1, null, null)', [LOG]);
    for (const one of [append, anAppend()]) expect(await opened.store.append(one)).toMatchObject({ kind: 'stored' });
  });

  it('is not kept waiting by appends that come without end', async () => {
    let isOver = false;
    const outcomes: string[] = [];
    const writers = Array.from({ length: 8 }, async () => {
      while (!isOver) {
        const { kind } = await opened.store.append(anAppend());
        outcomes.push(kind);
        if (kind === 'closed') return;
      }
    });
    await eventually('they write', () => outcomes.length > 50);
    await (
      await closing()
    ).done;
    const stored = eventsIn().length;
    await Promise.all(writers);
    isOver = true;
    expect(outcomes.filter((kind) => kind === 'closed')).toHaveLength(8);
    expect(eventsIn()).toHaveLength(stored);
    expect(outcomes.filter((kind) => kind === 'stored')).toHaveLength(stored);
  });
});

describe('appends beside PostgreSQL', () => {
  it('share what they hold, however many come at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 200 }, () => opened.store.append(anAppend())));
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['stored']));
    expect(await locks(true, 'ShareLock')).toBeLessThanOrEqual(4);
  });

  it('are not sent while it cannot be asked, and say so', async () => {
    await its.superuser.query(`alter role trajectlijn_writer in database ${await nameOfDatabase()} set lock_timeout = '50ms'`);
    const apart = await its.open();
    await its.superuser.query('begin; select pg_advisory_xact_lock(store.log_lock($$kurrentdb:spec$$))');
    expect(await rejectionOf(apart.store.append(anAppend()))).toBeInstanceOf(StoreUnavailable);
    await its.superuser.query('commit');
    expect(await apart.store.append(anAppend())).toMatchObject({ kind: 'stored' });
    expect(eventsIn()).toHaveLength(1);
  });
});

async function nameOfDatabase(): Promise<string> {
  const { rows } = await its.superuser.query<{ name: string }>('select quote_ident(current_database()) as name');
  return rows[0].name;
}
