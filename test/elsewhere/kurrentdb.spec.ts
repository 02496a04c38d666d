import fs from 'node:fs';
import path from 'node:path';
import { EXIT } from '../../src/lifecycle/ending.js';
import { KurrentDouble } from '../event-store/kurrentdb/double/kurrentdb-double.js';
import { freePort } from '../harness/free-port.js';
import { Program } from './program.js';

const folder = fs.mkdtempSync(path.join('/var/tmp', 'trajectlijn-kurrentdb-'));
fs.chmodSync(folder, 0o755);
let double: KurrentDouble;
let env: Record<string, string>;

beforeAll(async () => {
  double = await KurrentDouble.start();
  env = { DATA_DIR: folder, PORT: String(await freePort()), KURRENTDB_URL: double.url(), KURRENTDB_NAME_SPACE: 'town' };
});
afterAll(async () => {
  await double.end();
  fs.rmSync(folder, { recursive: true, force: true });
});

const start = (changes: Readonly<Record<string, string>> = {}) =>
  new Program('src/main.ts', ['--development'], { ...env, ...changes });
const stored = () => double.log.all.filter(({ stream }) => /^town~(programme|ruleset)-/.test(stream)).length;

describe('a program whose log is on KurrentDB (R-533)', () => {
  it('publishes what is shipped there, once, says where, and is verified beside it', async () => {
    const first = start();
    await first.address();
    expect(first.output).toContain(`the log on KurrentDB (127.0.0.1:${double.endpoint.port}, name space town)`);
    const published = () => first.output.split('Published ').length - 1;
    const beside = new Program('src/bin/store-verify.ts', [], env);
    expect(await beside.ended()).toBe(EXIT.stopped);
    expect(beside.output).toMatch(/The log is whole: \d+ events of \d+ streams and 1 tenant are good/);
    expect(stored()).toBe(published());
    expect(stored()).toBeGreaterThan(4);
    expect(await first.end('SIGKILL')).toBeNull();

    const before = stored();
    const again = start();
    await again.address();
    expect(await again.end('SIGTERM')).toBe(EXIT.stopped);
    expect([stored(), again.output.includes('Published ')]).toEqual([before, false]);
  }, 180_000);

  it.each([
    ['without its address', { KURRENTDB_URL: '' }, 'on KurrentDB: set KURRENTDB_URL, and KURRENTDB_NAME_SPACE to town.'],
    [
      'in another name space',
      { KURRENTDB_NAME_SPACE: 'village' },
      'in name space town on KurrentDB, not in village: set KURRENTDB_NAME_SPACE to town.',
    ],
  ])(
    'is not started %s, and says so in one line',
    async (_, changes: Record<string, string>, line) => {
      const refused = start(changes);
      expect(await refused.ended()).toBe(EXIT.cannotRun);
      expect(refused.output.trim().split('\n').slice(-1)).toEqual([`The log of this database is ${line}`]);
      expect(double.log.all.filter(({ stream }) => stream.startsWith('village~'))).toEqual([]);
    },
    120_000,
  );
});
