import fs from 'node:fs';
import path from 'node:path';
import { migrateElsewhere } from '../../src/lifecycle/migrate-elsewhere.js';
import { EXIT } from '../../src/lifecycle/ending.js';
import { settingsFrom } from '../../src/settings/settings.js';
import { newReaper } from '../../tools/reaper.mjs';
import { KurrentDouble } from '../event-store/kurrentdb/double/kurrentdb-double.js';
import { PostgresElsewhere } from '../harness/postgres-elsewhere.js';
import { Program } from './program.js';

const server = new PostgresElsewhere();
const home = fs.mkdtempSync('/var/tmp/trajectlijn-moved-');
const [FIRST, SECOND] = ['first', 'second'].map((name) => path.join(home, name));
const reaper = newReaper();

const PASSWORDS = Object.fromEntries(
  ['FLUSHER', 'WRITER', 'READER', 'COPIER'].map((login) => [`DATABASE_${login}_PASSWORD`, `${login}'s own`]),
);
const elsewhere = () => ({ DATABASE_URL: `postgres://127.0.0.1:${server.port}/moved`, ...PASSWORDS });

beforeAll(async () => {
  fs.chmodSync(home, 0o755);
  reaper.folder(home);
  await server.start();
  await server.ask('create database moved');
  const superuser = { DATABASE_SUPERUSER: 'postgres', DATABASE_SUPERUSER_PASSWORD: server.password };
  await migrateElsewhere(settingsFrom({ ...elsewhere(), DATABASE_OWNER_PASSWORD: 'its own', ...superuser }, []));
}, 120_000);
afterAll(async () => {
  await server.remove();
  fs.rmSync(home, { recursive: true, force: true });
  await reaper.dismiss();
}, 60_000);

/** Runs one of the programs of src to its end. */
async function ran(file: string, args: readonly string[], env: Readonly<Record<string, string>>) {
  const program = new Program(`src/${file}.ts`, args, env);
  return { code: await program.ended(), output: program.output };
}

/** `npm start` until it serves, and then to its end; answers what it told. */
async function served(env: Readonly<Record<string, string>>): Promise<string> {
  const program = new Program('src/main.ts', ['--development'], { ...env, PORT: '0', LOG_LEVEL: 'warn' });
  await program.address();
  expect(await program.end('SIGTERM')).toBe(EXIT.stopped);
  return program.output;
}

describe('npm run store:copy', () => {
  it('moves a store to another folder and from there to a database elsewhere, each once, and each then serves (R-550, R-554, R-556)', async () => {
    expect(await served({ DATA_DIR: FIRST })).toContain('ublished');

    const there = await ran('bin/store-copy', ['--to', SECOND], { DATA_DIR: FIRST });
    expect(there).toMatchObject({
      code: EXIT.stopped,
      output: expect.stringMatching(/Moved: \d+ events.*Start with DATA_DIR=/s),
    });
    expect(await ran('bin/store-copy', ['--to', SECOND], { DATA_DIR: FIRST })).toMatchObject({
      code: EXIT.stopped,
      output: expect.stringContaining('Moved before: all'),
    });
    const givenUp = await ran('bin/store-copy', ['--to', SECOND, '--give-up'], { DATA_DIR: FIRST });
    expect(givenUp).toMatchObject({ code: EXIT.cannotRun, output: expect.stringContaining('two histories') });
    expect((await ran('bin/store-verify', [], { DATA_DIR: SECOND })).output).toContain('The log is whole');
    expect(await served({ DATA_DIR: SECOND })).not.toContain('ublished');

    const away = await ran('bin/store-copy', ['--to', 'database'], { DATA_DIR: SECOND, ...elsewhere() });
    expect(away).toMatchObject({ code: EXIT.stopped, output: expect.stringMatching(/Moved: \d+ events.*with DATABASE_URL/s) });
    expect((await ran('bin/store-verify', [], { DATA_DIR: SECOND, ...elsewhere() })).output).toContain('The log is whole');
    expect(await served({ DATA_DIR: SECOND, ...elsewhere() })).not.toContain('ublished');
  }, 600_000);

  it('moves the log alone to KurrentDB and back, beside which everything else stays (R-551)', async () => {
    const double = await KurrentDouble.start();
    const env = { DATA_DIR: SECOND, ...elsewhere(), KURRENTDB_URL: double.url() };
    const away = await ran('bin/store-copy', ['--to', 'kurrentdb'], env);
    expect(away).toMatchObject({ code: EXIT.stopped, output: expect.stringMatching(/Moved: \d+ events.*with KURRENTDB_URL/s) });
    expect(await served(env)).not.toContain('ublished');
    const left = await ran('main', ['--development'], { DATA_DIR: SECOND, ...elsewhere(), PORT: '0' });
    expect(left).toMatchObject({ code: EXIT.cannotRun, output: expect.stringContaining('set KURRENTDB_URL') });
    expect((await ran('bin/store-verify', [], env)).output).toContain('The log is whole');
    const again = await ran('bin/store-copy', ['--to', SECOND], { DATA_DIR: FIRST, ...elsewhere() });
    expect(again).toMatchObject({ code: EXIT.cannotRun, output: expect.stringContaining('is on KurrentDB (name space') });
    const back = await ran('bin/store-copy', ['--to', 'postgresql'], env);
    expect(back).toMatchObject({
      code: EXIT.stopped,
      output: expect.stringMatching(/Moved: \d+ events.*without KURRENTDB_URL/s),
    });
    await double.end();
    expect((await ran('bin/store-verify', [], { DATA_DIR: SECOND, ...elsewhere() })).output).toContain('The log is whole');
  }, 300_000);

  it.each([
    [[], {}, 'Say where to'],
    [['--to', 'kurrentdb'], {}, 'needs KURRENTDB_URL'],
    [['--to', FIRST], {}, 'lie already'],
    [['--to', 'database'], {}, 'needs DATABASE_URL'],
    [['--to', 'database'], { DATABASE_URL: 'postgres://127.0.0.1/none' }, 'DATABASE_COPIER_PASSWORD is missing'],
    [['--wat'], {}, "Unknown option '--wat'"],
  ])('refuses %j with one line', async (args, env: Record<string, string>, line) => {
    const { code, output } = await ran('bin/store-copy', args, { DATA_DIR: FIRST, ...env });
    expect([code, output.trim().split('\n').length]).toEqual([EXIT.wrongSetting, 1]);
    expect(output).toContain(line);
  });
});
