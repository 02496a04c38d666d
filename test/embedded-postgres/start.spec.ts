import fs from 'node:fs';
import { isAlive } from '../../src/adapters/embedded-postgres/postmaster.js';
import { LOGINS } from '../../src/adapters/connections.js';
import { ask, passwordOf, refusalOf, Scratch } from './scratch.js';

describe('an embedded PostgreSQL', () => {
  const scratch = new Scratch();
  const fleeting = (name: string) => scratch.start({ folder: scratch.folder(name), durable: false });
  afterAll(() => scratch.clear());

  it('waits for the disk, listens to no network, and logs no statement and no values (P1, P10)', async () => {
    const { superuser } = await scratch.start();
    const names = [
      'fsync',
      'synchronous_commit',
      'full_page_writes',
      'listen_addresses',
      'log_min_error_statement',
      'log_error_verbosity',
    ];

    const [settings] = await ask(superuser, `select ${names.map((name) => `current_setting('${name}') as ${name}`).join(', ')}`);

    expect(settings).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      listen_addresses: '',
      log_min_error_statement: 'panic',
      log_error_verbosity: 'terse',
    });
  });

  it('keeps those settings whatever its own files say', async () => {
    const server = await scratch.start({ folder: scratch.folder('altered') });
    await ask(server.superuser, 'alter system set fsync = off');
    await ask(server.superuser, 'alter system set synchronous_commit = off');
    await server.stop();

    const again = await scratch.start({ folder: scratch.folder('altered') });
    expect(await ask(again.superuser, 'show fsync')).toEqual([{ fsync: 'on' }]);
    expect(await ask(again.superuser, 'show synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
  });

  it('lets each login in with its own password, and nobody without one', async () => {
    const { connections } = await fleeting('logins');
    for (const login of LOGINS) {
      expect(await ask(connections[login], 'select current_user, current_database()')).toEqual([
        { current_user: `trajectlijn_${login}`, current_database: 'trajectlijn' },
      ]);
      await expect(ask({ ...connections[login], password: 'guessed' }, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    }
  });

  it('can be entered by its own user only', async () => {
    const server = await fleeting('modes');
    const modes = ['postgres', 'socket'].map((name) => fs.statSync(`${server.folder}/${name}`).mode & 0o777);
    expect(modes).toEqual([0o700, 0o700]);
  });

  it('keeps what was committed over a stop, and leaves no process', async () => {
    const folder = scratch.folder('kept');
    const first = await scratch.start({ folder });
    await ask(first.connections.owner, 'create table kept as select 7 as n');
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);

    const second = await scratch.start({ folder });
    expect(await ask(second.connections.owner, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  it('starts where the path is too long for a socket', async () => {
    const { superuser } = await fleeting('long'.repeat(30));
    expect(await ask(superuser, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('starts once on one folder, and names who is there to the second', async () => {
    const wish = { folder: scratch.folder('twice'), durable: false };
    const first = await scratch.start(wish);

    const line = await refusalOf(scratch.start(wish));

    expect(line).toContain(`already runs on ${wish.folder} (trajectlijn, process ${process.pid})`);
    expect(await ask(first.superuser, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('starts once when two start at the same time on a new folder', async () => {
    const wish = { folder: scratch.folder('race'), durable: false };
    const starts = await Promise.allSettled([scratch.start(wish), scratch.start(wish)]);

    expect(starts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [refused] = starts.filter((start) => start.status === 'rejected');
    expect((refused?.reason as Error).message).toMatch(/already runs on/);
  });

  it('says that the passwords are not those of the data', async () => {
    const wish = { folder: scratch.folder('other-keys'), durable: false };
    await (await scratch.start(wish)).stop();

    const line = await refusalOf(scratch.start({ ...wish, passwordOf: (name) => `${passwordOf(name)}, but another` }));

    expect(line).toMatch(/put back the key folder that belongs to it/);
  });

  it('says that another major version made the data', async () => {
    const wish = { folder: scratch.folder('older'), durable: false };
    await (await scratch.start(wish)).stop();
    fs.writeFileSync(`${wish.folder}/postgres/PG_VERSION`, '17\n');

    expect(await refusalOf(scratch.start(wish))).toMatch(/was made by PostgreSQL 17 and this is 18/);
  });
});
