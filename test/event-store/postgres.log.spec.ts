import pg from 'pg';
import { LOGINS, roleOf } from '../../src/adapters/connections.js';
import { appendCall } from '../../src/adapters/event-store-postgres/append-batch.js';
import { openPostgresStore, type PostgresEventStore } from '../../src/adapters/event-store-postgres/postgres-event-store.js';
import { pendingEvents, type PendingEvent } from '../../src/application/event-bytes.js';
import type { Append } from '../../src/application/ports/event-store.js';
import type { TenantId } from '../../src/kernel/ids.js';
import { freshPostgresStore, type PostgresStore } from '../harness/postgres-store.js';
import { sql } from '../harness/sql.js';
import { anAppend, events } from './appends.js';

let database: PostgresStore;
let store: PostgresEventStore;
let superuser: pg.Client;

beforeAll(async () => {
  database = await freshPostgresStore({ simulated: true });
  store = await openPostgresStore(database.connections);
  await store.append(anAppend({ events: events(2) }));
  superuser = new pg.Client(database.superuser);
  await superuser.connect();
});

afterAll(async () => {
  await superuser.end();
  await store.close();
  await database.drop();
});

async function ask<R extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<R[]> {
  return (await superuser.query<R>(text, values)).rows;
}

const count = async (): Promise<number> => (await ask<{ n: number }>('select count(*)::int as n from store.es_event'))[0].n;

describe('the log in PostgreSQL', () => {
  const KEPT = ['es_event', 'identity', 'simulated_clock', 'clock_acceptance', 'closing_mark'];

  it.each(KEPT.flatMap((table) => ['update', 'delete', 'truncate'].map((verb) => [verb, table] as const)))(
    'refuses %s of %s to the superuser, also as a replica (P8)',
    async (verb, table) => {
      const [{ column }] = await ask<{ column: string }>(
        `select attname as column from pg_attribute where attrelid = 'store.${table}'::regclass order by attnum desc limit 1`,
      );
      const text = {
        update: `update store.${table} set ${column} = ${column} where false`,
        delete: `delete from store.${table} where false`,
        truncate: `truncate store.${table}`,
      }[verb]!;

      for (const role of ['origin', 'replica'])
        await expect(superuser.query(`set local session_replication_role = ${role}; ${text}`)).rejects.toThrow(
          /history is never rewritten/,
        );
    },
  );

  it('has three indexes and no more', async () => {
    const rows = await ask<{ columns: string }>(
      `select (select string_agg(a.attname, ', ' order by k.n) from unnest(i.indkey) with ordinality k (attnum, n)
               join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum) as columns
       from pg_index i where i.indrelid = 'store.es_event'::regclass`,
    );
    expect(rows.map(({ columns }) => columns).sort()).toEqual(['position', 'stream, version', 'tenant, position']);
  });

  it.each(['repeatable read', 'serializable'])(
    'takes nothing under %s, where it would not see the last commit',
    async (level) => {
      const before = await count();
      const client = new pg.Client(database.connections.flusher);
      await client.connect();
      await client.query(`begin isolation level ${level}`);

      await expect(client.query(raw(anAppend()))).rejects.toMatchObject({ code: '55000' });

      await client.end();
      expect(await count()).toBe(before);
    },
  );
});

/** The call of one append, its bytes as they are or altered. */
function raw(append: Append, alter: (event: PendingEvent) => PendingEvent = (event) => event): pg.QueryConfig {
  const { name, text, values } = appendCall([{ append, events: pendingEvents(append).map(alter) }]);
  return { name, text, values: [...values] };
}

describe('the append function', () => {
  const length = (append: Append): number => pendingEvents(append)[0].bytes.length;
  const two = anAppend({ events: events(2) });

  it.each([
    ['one byte before', -1],
    ['one byte after', 1],
    ['before the beginning', -400],
    ['across the end', length(two) - 5 - pendingEvents(two)[0].offset],
    ['in the next event', length(two)],
  ])('refuses an offset %s where recordedAt goes (22023), and stores nothing', async (_, by) => {
    const before = await count();
    const shifted = raw(two, ({ bytes, offset }) => ({ bytes, offset: offset + by }));

    await expect(sql(database.connections.flusher, shifted.text, shifted.values)).rejects.toMatchObject({ code: '22023' });

    expect(await count()).toBe(before);
  });

  it('refuses bytes whose instant was filled in already (22023)', async () => {
    const filled = raw(anAppend(), ({ bytes, offset }) => {
      const other = Buffer.from(bytes);
      other.write('2019', offset);
      return { bytes: other, offset };
    });
    await expect(sql(database.connections.flusher, filled.text, filled.values)).rejects.toMatchObject({ code: '22023' });
  });

  it('refuses lengths that do not add up, and a tenant named twice (22023)', async () => {
    const { text, values } = raw(two);
    const longer = [...values!.slice(0, 14), Buffer.concat([values![14] as Buffer, Buffer.from('x')])];
    await expect(sql(database.connections.flusher, text, longer)).rejects.toMatchObject({ code: '22023' });

    const twice = [`{${two.tenant},${two.tenant}}`, ...values!.slice(1)];
    await expect(sql(database.connections.flusher, text, twice)).rejects.toMatchObject({ code: '22023' });
  });
});

describe('the logins', () => {
  const FUNCTIONS = `select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'store' and has_function_privilege($1, p.oid, 'execute')
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`;
  const TABLES = `select c.relname || ' ' || privilege as right from pg_class c join pg_namespace n on n.oid = c.relnamespace,
      unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) privilege
    where n.nspname not in ('pg_catalog', 'information_schema') and c.relkind in ('r', 'p', 'v', 'm', 'S')
      and case c.relkind when 'S' then false else has_table_privilege($1, c.oid, privilege) end order by 1`;

  const functionsOf = async (role: string) => (await ask<{ name: string }>(FUNCTIONS, [role])).map(({ name }) => name);
  const rightsOf = async (role: string) => (await ask<{ right: string }>(TABLES, [role])).map(({ right }) => right);

  it('let the flusher do its functions and nothing else', async () => {
    const flusher = roleOf('flusher');
    expect(await functionsOf(flusher)).toEqual([
      'append_batch',
      'find_appends',
      'give_up_key_claims',
      'instant_text',
      'log_is_closed',
      'log_lock',
      'release_key_claims',
      'sweep_key_claims',
    ]);
    expect(await rightsOf(flusher)).toEqual([]);
    await expect(sql(database.connections.flusher, 'select 1 from store.es_event')).rejects.toMatchObject({ code: '42501' });
    await expect(sql(database.connections.flusher, 'create temporary table t ()')).rejects.toMatchObject({ code: '42501' });
    await expect(sql(database.connections.flusher, 'create table store.t ()')).rejects.toMatchObject({ code: '42501' });
    await expect(sql(database.connections.flusher, `set role ${roleOf('owner')}`)).rejects.toMatchObject({ code: '42501' });
  });

  it('let nobody append but the flusher, and nobody write into the log', async () => {
    for (const login of LOGINS.filter((one) => one !== 'flusher' && one !== 'owner')) {
      expect(await functionsOf(roleOf(login))).not.toEqual(expect.arrayContaining(['append_batch']));
      expect((await rightsOf(roleOf(login))).filter((right) => /^es_event (?!select)/.test(right))).toEqual([]);
    }
    const { text, values } = raw(anAppend());
    await expect(sql(database.connections.writer, text, values)).rejects.toMatchObject({ code: '42501' });
  });

  it('let the reader and the writer read, and the writer claim, not delete', async () => {
    expect(await rightsOf(roleOf('reader'))).toEqual([
      'closing_mark select',
      'es_event select',
      'identity select',
      'migration select',
      'simulated_clock select',
    ]);
    expect(await rightsOf(roleOf('writer'))).toEqual([
      'es_event select',
      'identity select',
      'key_claim insert',
      'key_claim select',
    ]);
  });

  it('let the copier close, copy and open, and write nothing else into the log (R-550)', async () => {
    const copier = roleOf('copier');
    expect(await functionsOf(copier)).toEqual([
      'close_log',
      'close_log_for',
      'copied_elsewhere',
      'copied_up_to',
      'copy_in',
      'instant_text',
      'log_is_closed',
      'log_lock',
      'move_simulated_clock',
      'open_log',
      'simulated_now',
    ]);
    expect(await rightsOf(copier)).toEqual([
      'closing_mark select',
      'es_event select',
      'identity select',
      'key_claim insert',
      'key_claim select',
      'key_claim update',
    ]);
  });

  it('show the reader the log of the tenant that its transaction names, and without a name nothing (P11)', async () => {
    const [here, there] = ['hier', 'elders'] as TenantId[];
    for (const tenant of [here, here, there]) await store.append(anAppend({ tenant }));
    const client = new pg.Client(database.connections.reader);
    await client.connect();
    const seen = async () => {
      const { rows } = await client.query<{ tenant: string }>('select distinct tenant from store.es_event');
      return rows.map(({ tenant }) => tenant);
    };
    try {
      expect(await seen()).toEqual([]);
      await client.query('begin');
      await client.query(`select set_config('app.tenant', $1, true)`, [there]);
      expect(await seen()).toEqual([there]);
      await client.query('commit');
      expect(await seen()).toEqual([]);
    } finally {
      await client.end();
    }
    const read = async (tenant?: TenantId) => (await store.readAll({ tenant, limit: 1_000 })).map((event) => event.tenant);
    expect(await read(here)).toEqual([here, here]);
    expect(await read(there)).toEqual([there]);
    expect(await read()).toHaveLength(await count());
  });

  it('end whatever the flusher leaves open, and commit to the disk', async () => {
    const names = ['transaction_timeout', 'lock_timeout', 'default_transaction_isolation', 'synchronous_commit'];
    const rows = await sql<{ setting: string }>(
      database.connections.flusher,
      `select current_setting(name) as setting from unnest($1::text[]) name`,
      [names],
    );
    expect(rows.map(({ setting }) => setting)).toEqual(['15s', '2s', 'read committed', 'on']);
  });
});
