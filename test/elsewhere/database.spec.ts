import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { roleOf } from '../../src/adapters/connections.js';
import { connectionsElsewhere, wayIn } from '../../src/lifecycle/elsewhere.js';
import { endingOf, EXIT } from '../../src/lifecycle/ending.js';
import { migrateElsewhere } from '../../src/lifecycle/migrate-elsewhere.js';
import { scramVerifier } from '../../src/lifecycle/scram-verifier.js';
import { migrateAll } from '../../src/composition/migrate-all.js';
import type { Environment } from '../../src/settings/setting.js';
import { settingsFrom } from '../../src/settings/settings.js';
import { freePort } from '../harness/free-port.js';
import { PostgresElsewhere } from '../harness/postgres-elsewhere.js';
import { Program } from './program.js';

const server = new PostgresElsewhere();
beforeAll(() => server.start(), 120_000);
afterAll(() => server.remove(), 60_000);

const WORKERS = {
  DATABASE_FLUSHER_PASSWORD: "flusher's own",
  DATABASE_WRITER_PASSWORD: "writer's own",
  DATABASE_READER_PASSWORD: "reader's own",
};
const OWNER = { DATABASE_OWNER_PASSWORD: "owner's own" };
const superuser = (): Environment => ({ DATABASE_SUPERUSER: 'postgres', DATABASE_SUPERUSER_PASSWORD: server.password });
const urlOf = (database: string): Environment => ({ DATABASE_URL: `postgres://127.0.0.1:${server.port}/${database}` });

const migrateWith = (env: Environment) => migrateElsewhere(settingsFrom(env, []));
const opened = (env: Environment) => connectionsElsewhere(settingsFrom(env, []));

async function madeDatabase(name: string): Promise<void> {
  await server.ask(`create database ${name}`);
}

/** The code and the one line with which something ends. */
async function ending(work: Promise<unknown>): Promise<readonly [code: number, line: string]> {
  const error = await work.then(
    () => new Error('it went well'),
    (refused: unknown) => refused,
  );
  const { code, text } = endingOf(error, null);
  expect(text.split('\n')).toEqual([text]);
  return [code, text];
}

async function asked(config: pg.ClientConfig, sql: string): Promise<unknown[]> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return (await client.query<object>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('a database that others run (R-572)', () => {
  beforeAll(() => madeDatabase('trajectlijn'));

  it('is not worked on before it is migrated, nor where there is none', async () => {
    const place = `DATABASE_URL: 127.0.0.1:${server.port}`;
    expect(await ending(opened({ ...urlOf('trajectlijn'), ...WORKERS }))).toEqual([
      EXIT.cannotRun,
      `${place} does not let trajectlijn_flusher in (28P01): mend DATABASE_FLUSHER_PASSWORD, or run npm run migrate as a superuser, which makes the roles.`,
    ]);
    expect(await ending(migrateWith({ ...urlOf('nowhere'), ...WORKERS, ...superuser() }))).toEqual([
      EXIT.cannotRun,
      `${place} has no database nowhere for postgres (3D000): make it, and run npm run migrate.`,
    ]);
  });

  it('is migrated by a superuser, who makes the roles, and each comes in with a password of its own', async () => {
    await migrateWith({ ...urlOf('trajectlijn'), ...WORKERS, ...OWNER, ...superuser() });

    const connections = await opened({ ...urlOf('trajectlijn'), ...WORKERS });
    for (const login of ['flusher', 'writer', 'reader'] as const)
      expect(await asked(connections[login], 'select current_user as who')).toEqual([{ who: roleOf(login) }]);
    expect(
      await server.ask(`select rolname from pg_roles where rolname like 'trajectlijn%'
        and (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)`),
    ).toEqual([]);
  });

  it('keeps none of its passwords as it is, and lets in nobody who was given none', async () => {
    const kept = await server.ask<{ role: string; kept: string | null }>(
      `select rolname as role, rolpassword as kept from pg_authid where rolname like 'trajectlijn%' order by 1`,
    );
    const begins = kept.map((row) => [row.role.slice('trajectlijn_'.length), row.kept?.slice(0, 14) ?? null]);
    const verifier = 'SCRAM-SHA-256$';
    expect(begins).toEqual([['copier', null], ...['flusher', 'owner', 'reader', 'writer'].map((login) => [login, verifier])]);
  });

  it('is migrated again by its owner', async () => {
    await migrateWith({ ...urlOf('trajectlijn'), ...OWNER });
    await opened({ ...urlOf('trajectlijn'), ...WORKERS });
  });

  it.each(Object.keys(WORKERS))('is refused with one line where %s is missing, is empty or is wrong', async (name) => {
    const env = { ...urlOf('trajectlijn'), ...WORKERS };
    const missing = `${name} is missing: with DATABASE_URL it must be the password of trajectlijn_${name.split('_')[1].toLowerCase()}, or ${name}_FILE a file with it.`;
    expect(await ending(opened({ ...env, [name]: undefined }))).toEqual([EXIT.wrongSetting, missing]);
    expect(await ending(opened({ ...env, [name]: '' }))).toEqual([EXIT.wrongSetting, missing]);
    const [code, line] = await ending(opened({ ...env, [name]: 'of another' }));
    expect([code, line]).toEqual([EXIT.cannotRun, expect.stringContaining(`(28P01): mend ${name},`)]);
    expect(line).not.toContain('of another');
  });

  it('is refused with one line where nothing listens', async () => {
    const port = await freePort();
    expect(await ending(opened({ DATABASE_URL: `postgres://127.0.0.1:${port}/trajectlijn`, ...WORKERS }))).toEqual([
      EXIT.cannotRun,
      `DATABASE_URL: 127.0.0.1:${port} does not answer (ECONNREFUSED): start PostgreSQL there, or mend DATABASE_URL.`,
    ]);
  });

  it('is refused while it is of another release, or holds a simulated store', async () => {
    await server.ask('create table public.kept as select * from store.migration', 'trajectlijn');
    await server.ask(
      `delete from store.migration where (adapter, number) = (select adapter, max(number) from store.migration
      group by adapter limit 1)`,
      'trajectlijn',
    );
    expect((await ending(opened({ ...urlOf('trajectlijn'), ...WORKERS })))[1]).toBe(
      `DATABASE_URL: trajectlijn on 127.0.0.1:${server.port} does not have the schema of this release: run npm run migrate of this release first.`,
    );
    await server.ask('insert into store.migration select * from public.kept on conflict do nothing', 'trajectlijn');

    await madeDatabase('played');
    await migrateAll(server.superuser('played'), { simulated: true });
    expect((await ending(opened({ ...urlOf('played'), ...WORKERS })))[1]).toContain('holds a simulated store');
    expect((await ending(migrateWith({ ...urlOf('played'), ...OWNER })))[1]).toContain('this is a simulated store');
  });
});

describe('npm run migrate (R-572)', () => {
  it('names what is missing', async () => {
    expect((await ending(migrateWith({})))[1]).toContain('DATABASE_URL is missing');
    expect((await ending(migrateWith(urlOf('trajectlijn'))))[1]).toContain('DATABASE_OWNER_PASSWORD is missing');
    const { DATABASE_WRITER_PASSWORD: _, ...others } = WORKERS;
    expect((await ending(migrateWith({ ...urlOf('trajectlijn'), ...superuser(), ...others })))[1]).toContain(
      'DATABASE_WRITER_PASSWORD is missing',
    );
  });

  it('names the password of the superuser where it is missing or wrong, and not itself as the cure', async () => {
    const env = { ...urlOf('trajectlijn'), ...WORKERS, DATABASE_SUPERUSER: 'postgres' };
    const place = `DATABASE_URL: 127.0.0.1:${server.port} does not let postgres in`;
    expect(await ending(migrateWith(env))).toEqual([
      EXIT.cannotRun,
      `${place} without a password: set DATABASE_SUPERUSER_PASSWORD.`,
    ]);
    expect(await ending(migrateWith({ ...env, DATABASE_SUPERUSER_PASSWORD: 'of another' }))).toEqual([
      EXIT.cannotRun,
      `${place} (28P01): mend DATABASE_SUPERUSER or DATABASE_SUPERUSER_PASSWORD.`,
    ]);
  });

  it('takes no one for a superuser who is none', async () => {
    await server.ask(`create role passer_by login password 'by'`);
    const env = { ...urlOf('postgres'), ...WORKERS, DATABASE_SUPERUSER: 'passer_by', DATABASE_SUPERUSER_PASSWORD: 'by' };
    expect(await ending(migrateWith(env))).toEqual([
      EXIT.cannotRun,
      'DATABASE_SUPERUSER: passer_by is no superuser: name one, or leave it out to migrate as trajectlijn_owner.',
    ]);
  });

  it('lets the owner do nothing on a database in which no superuser made the roles ready', async () => {
    await madeDatabase('bare');
    const [code, line] = await ending(migrateWith({ ...urlOf('bare'), ...OWNER }));
    expect([code, line]).toEqual([EXIT.cannotRun, expect.stringContaining('migrate as superuser')]);
  });
});

describe('npm run migrate where others are (R-640)', () => {
  /** All that a wrong migration might change: who may connect, and whether there are roles or a schema of ours. */
  const standing = (name: string) =>
    server.ask(
      `select datacl, (select count(*)::int from pg_db_role_setting where setdatabase = d.oid) as settings,
        to_regclass('store.identity') as identity from pg_database d where datname = '${name}'`,
      name,
    );

  it.each([
    ['otherapp', 'create schema store; create table store.migration (n int)', 'holds something else (schema store)'],
    ['webshop', 'create table orders (n int)', 'holds something else (relation orders)'],
    ['postgres', '', 'is for who administers the server'],
  ])('leaves %s as it was, which is not ours, and says so', async (name, sql, holds) => {
    if (name !== 'postgres') await madeDatabase(name);
    await server.ask(sql, name);
    const before = await standing(name);

    expect(await ending(migrateWith({ ...urlOf(name), ...WORKERS, ...superuser() }))).toEqual([
      EXIT.cannotRun,
      `the database ${name} ${holds}: make an empty one, and name that`,
    ]);
    expect(await standing(name)).toEqual(before);
  });

  it('takes a database that holds nothing but an extension', async () => {
    await madeDatabase('extended');
    await server.ask('create extension pg_stat_statements; create extension pgcrypto', 'extended');
    await migrateWith({ ...urlOf('extended'), ...WORKERS, ...superuser() });
  });

  it('changes nothing in a database that a newer release migrated', async () => {
    await madeDatabase('newer');
    await migrateWith({ ...urlOf('newer'), ...WORKERS, ...superuser() });
    await server.ask(
      `insert into store.migration (adapter, number, name, digest) select adapter, 999, 'x', 'x' from store.migration limit 1;
      grant connect on database newer to public`,
      'newer',
    );
    const before = await standing('newer');

    const [code, line] = await ending(migrateWith({ ...urlOf('newer'), ...WORKERS, ...superuser() }));
    expect([code, line]).toEqual([EXIT.cannotRun, expect.stringContaining('a newer release migrated this database')]);
    expect(await standing('newer')).toEqual(before);
    expect((await ending(opened({ ...urlOf('newer'), ...WORKERS })))[1]).toBe(
      `DATABASE_URL: newer on 127.0.0.1:${server.port} was migrated by a newer release: start that one.`,
    );
  });

  it('succeeds for each of many at once, on fresh databases and on migrated ones', async () => {
    const names = ['at_once', 'beside_it'];
    for (const name of names) await madeDatabase(name);
    const env = { ...WORKERS, ...OWNER, ...superuser() };
    for (const _ of ['fresh', 'migrated', 'migrated again'])
      await Promise.all([...names, ...names, ...names].map((name) => migrateWith({ ...urlOf(name), ...env })));
    for (const name of names) await opened({ ...urlOf(name), ...WORKERS });
  }, 60_000);
});

describe('TLS to a database (R-572)', () => {
  const verified = (host: string): Environment => ({
    DATABASE_URL: `postgres://${host}:${server.port}/trajectlijn?sslmode=verify-full`,
    ...WORKERS,
  });

  it.each(['localhost', '127.0.0.1'])('is used with %s, by all logins, where the signer is known', async (host) => {
    const settings = settingsFrom({ ...verified(host), DATABASE_CA: server.ca }, []);
    const connections = await connectionsElsewhere(settings);
    for (const login of ['flusher', 'writer', 'reader'] as const)
      expect(await asked(connections[login], 'select ssl from pg_stat_ssl where pid = pg_backend_pid()')).toEqual([
        { ssl: true },
      ]);
    expect(wayIn(settings, { user: 'x', password: null }).ssl).toMatchObject({ rejectUnauthorized: true });
  });

  it('is what every connection of the whole program goes by, with its passwords from files', async () => {
    const folder = fs.mkdtempSync('/var/tmp/trajectlijn-tls-');
    const inFile = (name: string, text: string) => {
      fs.writeFileSync(path.join(folder, name), text);
      return [`${name}_FILE`, path.join(folder, name)] as const;
    };
    const files = Object.entries({ ...WORKERS, DATABASE_CA: server.ca }).map(([name, text]) => inFile(name, text));
    const { DATABASE_URL } = verified('localhost');
    const env = { ...Object.fromEntries(files), DATABASE_URL: DATABASE_URL!, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'warn' };
    const program = new Program('src/main.ts', ['--development'], env);
    try {
      const health = (await (await fetch(`${await program.address()}/health/ready`)).json()) as object;
      expect(health).toMatchObject({ status: 'ready', queue: 'answers' });
      const sessions = await server.ask<{ ssl: boolean; n: number }>(`select ssl, count(*)::int as n from pg_stat_ssl
        join pg_stat_activity using (pid) where usename like 'trajectlijn%' group by ssl`);
      expect(sessions).toEqual([{ ssl: true, n: expect.any(Number) as number }]);
      expect(sessions[0].n).toBeGreaterThan(5);
      expect(sessions[0].n).toBeLessThanOrEqual(50);
    } finally {
      expect(await program.end('SIGTERM')).toBe(0);
      fs.rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);

  it('is refused where the signer is not known, or the name is another', async () => {
    expect(await ending(opened(verified('localhost')))).toEqual([
      EXIT.cannotRun,
      expect.stringMatching(
        /^DATABASE_URL: localhost:\d+ shows a certificate that is not trusted \(\w+\): set DATABASE_CA_FILE to the certificate of who signed it\.$/,
      ),
    ]);
    const [, line] = await ending(opened({ ...verified('127.0.0.2'), DATABASE_CA: server.ca }));
    expect(line).toMatch(/^DATABASE_URL: 127\.0\.0\.2:\d+ shows a certificate of another name: /);
  });
});

it.each([
  ['postgres://db/trajectlijn', { host: 'db', port: 5432, database: 'trajectlijn', tls: false }],
  ['postgresql://[::1]:6000/t?sslmode=disable', { host: '::1', port: 6000, database: 't', tls: false }],
  ['postgres://db/t?sslmode=verify-full', { host: 'db', port: 5432, database: 't', tls: true }],
  ['postgres://%2Frun%2Fpostgresql/t', { host: '/run/postgresql', port: 5432, database: 't', tls: false }],
])('DATABASE_URL says where it is: %s (R-572)', (url, address) => {
  expect(settingsFrom({ DATABASE_URL: url }, []).database).toEqual(address);
});

it.each([
  'db:5432',
  'postgres://user@db/t',
  'postgres://db',
  'postgres://db/t?sslmode=require',
  'http://db/t',
  'postgres://db/a/b',
  'postgres://db:0/t',
  'postgres://db,other/t',
  'postgres://db%2Cother/t',
  'postgres://db/t?toString',
])('DATABASE_URL is refused when it says more or less than that: %s (R-572)', (url) => {
  expect(() => settingsFrom({ DATABASE_URL: url }, [])).toThrow('it must be as postgres://host:5432/trajectlijn');
});

it('PostgreSQL keeps of a password what RFC 7677 has as its example', () => {
  const salt = Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64');
  expect(scramVerifier('pencil', salt)).toBe(
    'SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=',
  );
});
