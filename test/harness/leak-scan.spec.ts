import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { freshDatabase, type TestDatabase } from './database.js';
import { leaksIn, leaksInFolder, leaksInTables } from './leak-scan.js';

const MARKER = 'QzvKwmXjyhpBtdfG';
const OTHER = 'WvnRbqLkzJcxDmpT';
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

const PLANTED: readonly (readonly [form: string, Buffer])[] = [
  ['plain', Buffer.from(`a note about ${MARKER}.`)],
  ['plain', Buffer.from(MARKER.toLowerCase())],
  ['plain', Buffer.from(MARKER.toUpperCase())],
  ['utf-16', Buffer.from(`…${MARKER}…`, 'utf16le')],
  ['utf-16', utf16be(`…${MARKER}…`)],
  ...['', 'a', 'ab', 'abc'].map(
    (before) => ['base64', Buffer.from(Buffer.from(`${before}${MARKER}, the rest`).toString('base64'))] as const,
  ),
  ['base64', Buffer.from(Buffer.from(`ab${MARKER}é`).toString('base64url'))],
  ['hex', Buffer.from(Buffer.from(`ab${MARKER}cd`).toString('hex'))],
  ['hex', Buffer.from(Buffer.from(`ab${MARKER}cd`).toString('hex').toUpperCase())],
  ['base64 of utf-16', Buffer.from(Buffer.from(`a${MARKER}b`, 'utf16le').toString('base64'))],
  ['hex of utf-16', Buffer.from(utf16be(`a${MARKER}b`).toString('hex'))],
  ['hex of base64', Buffer.from(Buffer.from(Buffer.from(`b${MARKER}b`).toString('base64')).toString('hex'))],
];

describe('the scan for leaks finds one that is planted (P10)', () => {
  it.each(PLANTED)('%s', (form, planted) => {
    expect(leaksIn('a log', planted, [OTHER, MARKER])).toContainEqual({ where: 'a log', marker: MARKER, form });
  });

  it('and nothing in what only looks like it', () => {
    const near = [MARKER.slice(1), MARKER.slice(0, -1), [...MARKER].reverse().join(''), MARKER.split('').join(' ')];

    expect(leaksIn('a log', near.join('\n'), [MARKER])).toEqual([]);
  });

  it('only takes a marker that cannot stand anywhere by chance', () => {
    expect(() => leaksIn('a log', '', ['short'])).toThrow('at least 9 letters');
  });
});

describe('in a database', () => {
  let database: TestDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    database = await freshDatabase();
    client = new pg.Client(database.config);
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });
  afterEach(() => client.query('drop table if exists public.leak, public.other; drop schema if exists hidden cascade'));

  it('finds nothing where nothing is', async () => {
    await client.query('create table public.leak (of text)');

    expect(await leaksInTables(database.config, [MARKER])).toEqual([]);
  });

  it('finds a column of any type in any schema that holds it', async () => {
    const columns = [
      ['text', MARKER, 'plain'],
      ['jsonb', JSON.stringify({ deep: [{ note: `a\n"${MARKER}"` }] }), 'plain'],
      ['text[]', `{"x","${MARKER}"}`, 'plain'],
      ['bytea', Buffer.from(MARKER), 'hex'],
      ['bytea', Buffer.from(MARKER, 'utf16le'), 'hex of utf-16'],
      ['bytea', Buffer.from(Buffer.from(MARKER).toString('base64')), 'hex of base64'],
      ['text', Buffer.from(MARKER).toString('base64'), 'base64'],
      ['text', Buffer.from(MARKER).toString('hex'), 'hex'],
    ] as const;
    await client.query('create schema hidden');
    for (const [at, [type, value]] of columns.entries()) {
      await client.query(`create table hidden."table ${at}" (id int, of ${type})`);
      await client.query(`insert into hidden."table ${at}" values (1, $1)`, [value]);
    }

    const found = await leaksInTables(database.config, [MARKER]);

    expect(found).toEqual(
      expect.arrayContaining(columns.map(([, , form], at) => ({ where: `table hidden."table ${at}"`, marker: MARKER, form }))),
    );
  });

  // Seen to fail when the chunks of COPY are not copied: they lie in a buffer that is used again for what comes next.
  it('finds each of many rows among many more', async () => {
    await client.query('create table public.leak (n int, of text)');
    await client.query(
      `insert into public.leak select n, case when n % 500 = 0 then $1 || lpad(n::text, 16, 'z') else repeat('x', 100) end
       from generate_series(1, 10000) n`,
      [MARKER.slice(0, 1)],
    );
    const markers = Array.from({ length: 20 }, (_, n) => MARKER.slice(0, 1) + `${(n + 1) * 500}`.padStart(16, 'z'));

    const found = (await leaksInTables(database.config, markers)).filter(({ where }) => where === 'table public.leak');
    expect(found.map(({ marker }) => marker).sort()).toEqual([...markers].sort());
  });

  it('finds a long text that PostgreSQL compressed, and what its statistics remember', async () => {
    await client.query('create table public.leak (of text); create table public.other (of text)');
    await client.query(`insert into public.leak values (repeat('abc ', 5000) || $1)`, [MARKER]);
    await client.query('insert into public.other select $1 from generate_series(1, 100)', [MARKER]);
    await client.query('analyze public.other');
    await client.query('delete from public.other');

    const found = (await leaksInTables(database.config, [MARKER])).map(({ where }) => where);

    expect(found).toEqual(expect.arrayContaining(['table public.leak', 'table pg_catalog.pg_statistic']));
    expect(found).not.toContain('table public.other');
  });
});

describe('in files', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'trajectlijn-leaks-'));
    await mkdir(path.join(folder, 'pg_wal'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('finds a marker in a folder below, also across the chunks in which a file is read', async () => {
    await writeFile(path.join(folder, 'pg_wal', 'here'), Buffer.concat([Buffer.alloc((4 << 20) - 5), Buffer.from(MARKER)]));
    await writeFile(path.join(folder, 'nothing'), Buffer.alloc(5 << 20, 'x'));

    expect(await leaksInFolder(folder, [OTHER, MARKER])).toEqual([{ where: 'file pg_wal/here', marker: MARKER, form: 'plain' }]);
  });
});
