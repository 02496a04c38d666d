import fs from 'node:fs';
import path from 'node:path';
import { eventually } from '../harness/eventually.js';
import { smallDisk } from '../harness/small-disk.js';
import { Clone, INSTALL_MS, postgresOn, type Started } from './clone.js';

const FREE_PORT = { PORT: '0' };

/** In this order, on one clone below a folder that only its owner may enter: installing it takes most of the time. */
describe('npm start, as the first and only command of a fresh clone', () => {
  const clone = new Clone(0o700);
  let server: Started;
  let data: string;
  afterAll(() => clone.remove(), INSTALL_MS);

  it(
    'installs, builds and serves, and says so',
    async () => {
      server = clone.npm(['start'], FREE_PORT);
      const address = await server.serving();
      data = server.dataFolder() ?? '';

      expect((await fetch(`${address}/health/live`)).status).toBe(200);
      expect(server.output).toMatch(/\[set-up\] Installing .*\[set-up\] Building .*Starting PostgreSQL .*Migrating /s);
      expect(postgresOn(data)).toHaveLength(1);
    },
    INSTALL_MS,
  );

  it('is refused beside a running one, which goes on', async () => {
    const second = clone.npm(['start'], FREE_PORT);
    expect(await second.ended()).not.toBe(0);
    expect(second.lastWords()).toMatch(/^Trajectlijn already runs on .*\(trajectlijn, process \d+\): stop that one first/);
    expect((await fetch(`${await server.serving()}/health/live`)).status).toBe(200);
  }, 120_000);

  it('says which port is in use, and leaves no PostgreSQL behind', async () => {
    const { port } = new URL(await server.serving());
    const other = path.join('/var/tmp', `trajectlijn-other-${process.pid}`);
    const second = clone.npm(['start'], { PORT: port, DATA_DIR: other });

    expect(await second.ended(120_000)).not.toBe(0);
    expect(second.lastWords()).toBe(`Port ${port} of 127.0.0.1 is in use: stop what listens there, or set PORT to another one.`);
    expect(postgresOn(path.join(other, 'real'))).toEqual([]);
    fs.rmSync(other, { recursive: true, force: true });
  }, 180_000);

  it('stops in order when npm is told to', async () => {
    server.signal('SIGTERM');

    expect(await server.ended()).toBe(0);
    expect(server.output).toMatch(/Stopping \(SIGTERM\) \.\.\.\n(?:\{.*\}\n)*Stopped\./);
    expect(postgresOn(data)).toEqual([]);
  }, 90_000);

  it('leaves no PostgreSQL when it is killed, and recovers at the next start', async () => {
    server = clone.npm(['start'], FREE_PORT);
    await server.serving();
    const [postgres] = postgresOn(data);
    expect(postgres).toBeDefined();

    server.signalGroup('SIGKILL');
    await eventually('PostgreSQL is gone', () => postgresOn(data).length === 0, 30_000);

    server = clone.npm(['start'], FREE_PORT);
    expect((await fetch(`${await server.serving()}/health/live`)).status).toBe(200);
  }, 180_000);

  it('stops in order at Ctrl-C, which reaches the server before PostgreSQL', async () => {
    server.signalGroup('SIGINT');

    await server.ended();
    expect(server.output).toMatch(/Stopping \(SIGINT\) \.\.\.\n(?:\{.*\}\n)*Stopped\./);
    expect(server.output).not.toMatch(/PostgreSQL: |did not stop in order/);
    expect(postgresOn(data)).toEqual([]);
  }, 90_000);

  it('says that the database user cannot write the data directory', async () => {
    const closed = fs.mkdtempSync('/var/tmp/trajectlijn-closed-');
    if (process.getuid?.() !== 0) fs.chmodSync(closed, 0o500);
    const start = clone.npm(['start'], { ...FREE_PORT, DATA_DIR: path.join(closed, 'data') });

    expect(await start.ended()).not.toBe(0);
    expect(start.lastWords()).toMatch(/(cannot enter and write|Cannot write in) .*DATA_DIR/);
    fs.rmSync(closed, { recursive: true, force: true });
  }, 90_000);

  it('says that the disk is full', async () => {
    const disk = smallDisk(24);
    try {
      const start = clone.npm(['start'], { ...FREE_PORT, DATA_DIR: disk.folder });

      expect(await start.ended(120_000)).not.toBe(0);
      expect(start.lastWords()).toMatch(/^The disk that holds .* is full: free at least/);
    } finally {
      disk.remove();
    }
  }, 180_000);

  it('says which setting is wrong', async () => {
    const start = clone.npm(['start'], { PORT: 'eighty' });

    expect(await start.ended()).not.toBe(0);
    expect(start.lastWords()).toBe('PORT is "eighty": it must be a number from 0 to 65535.');
  }, 90_000);
});
