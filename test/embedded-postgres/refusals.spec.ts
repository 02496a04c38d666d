import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { saysDiskFull } from '../../src/adapters/embedded-postgres/start-failure.js';
import { PROJECT } from '../harness/planted-copy.js';
import { smallDisk } from '../harness/small-disk.js';
import { ask, refusalOf, Scratch } from './scratch.js';

const root = process.getuid?.() === 0;

describe('a start that cannot be', () => {
  const scratch = new Scratch();
  afterAll(() => scratch.clear());

  it('says that the folder lies where the database user may not go, or that this user may not write there', async () => {
    const closed = scratch.folder('closed');
    fs.mkdirSync(closed, { mode: root ? 0o700 : 0o500 });

    const line = await refusalOf(scratch.start({ folder: path.join(closed, 'home') }));

    expect(line).toMatch(
      root ? /PostgreSQL runs as user \w+, who cannot enter and write .*DATA_DIR/ : /Cannot write in .*EACCES.*DATA_DIR/,
    );
  });

  it('says that the folder is a file', async () => {
    fs.writeFileSync(scratch.folder('file'), '');
    expect(await refusalOf(scratch.start({ folder: scratch.folder('file/home') }))).toMatch(/Cannot write in .* \(ENOTDIR\)/);
  });

  it('says at once that nothing can be made where the system makes nothing', () => {
    const making = `import('./src/adapters/embedded-postgres/folders.js').then(({ makeHome }) => makeHome('/proc/x/real')).catch(({ message }) => console.log(message))`;
    const { stdout } = spawnSync(process.execPath, ['--import', './tools/typescript.mjs', '-e', making], {
      cwd: PROJECT,
      timeout: 60_000,
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/^Cannot write in \/proc\/x\/real \(\w+\): .*DATA_DIR/);
  }, 90_000);

  it('says whose data it is when it is another user’s', async () => {
    const cluster = scratch.folder('theirs/postgres');
    fs.mkdirSync(cluster, { recursive: true });
    if (root) fs.chownSync(cluster, 12_345, 12_345);
    const uid = fs.statSync(cluster).uid;

    const expected = root ? `belongs to user id ${uid}, but PostgreSQL would run as` : 'was made by PostgreSQL unknown';
    expect(await refusalOf(scratch.start({ folder: scratch.folder('theirs') }))).toContain(expected);
  });

  it('says that the disk is full when the database is made, and leaves nothing half made', async () => {
    const disk = smallDisk(24);
    try {
      expect(await refusalOf(scratch.start({ folder: disk.folder }))).toMatch(/^The disk that holds .* is full: free at least/);
      expect(fs.readdirSync(disk.folder)).toEqual(['socket']);
    } finally {
      disk.remove();
    }
  }, 120_000);

  it('says that the disk is full when it fills up while running, and what was committed stays (P1)', async () => {
    const disk = smallDisk(90);
    try {
      const heard: string[] = [];
      const server = await scratch.start({
        folder: disk.folder,
        onLog: (line) => heard.push(line),
        settings: { max_wal_size: '32MB', min_wal_size: '32MB' },
      });
      await ask(server.superuser, 'create table kept as select 7 as n');
      spawnSync('sh', ['-c', 'dd if=/dev/zero of="$1" bs=1M 2>/dev/null', 'sh', path.join(disk.folder, 'filler')]);

      const filling = ask(server.superuser, "create table much as select repeat('x', 1000) from generate_series(1, 60000)");
      const outcome = await Promise.race([filling.then(() => 'there was space', String), server.failed]);
      expect([outcome, ...heard].filter((line) => saysDiskFull(line) || line.includes('disk that holds'))).not.toEqual([]);

      fs.rmSync(path.join(disk.folder, 'filler'));
      await server.stop();
      const again = await scratch.start({ folder: disk.folder });
      expect(await ask(again.superuser, 'select n from kept')).toEqual([{ n: 7 }]);
      await again.stop();
    } finally {
      disk.remove();
    }
  }, 180_000);
});
