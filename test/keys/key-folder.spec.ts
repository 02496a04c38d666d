import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspect, promisify } from 'node:util';
import { KeyRefused } from '../../src/adapters/key-folder/key-file.js';
import { openKeyFolder } from '../../src/adapters/key-folder/key-folder.js';
import { eventually } from '../harness/eventually.js';

const run = promisify(execFile);
const root = path.join(__dirname, '../..');
let home: string;
let folder: string;

beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'trajectlijn-keys-'));
  folder = path.join(home, 'data', 'keys');
});
afterEach(() => rm(home, { recursive: true, force: true }));

const modeOf = async (file: string) => (await stat(file)).mode & 0o777;
const bytesOf = async (key: Promise<{ export(): Buffer } | null>) => (await key)?.export().toString('hex');

describe('the folder of keys', () => {
  it('is made for its user alone, and leaves the folders above it as they would be (P10)', async () => {
    const keys = await openKeyFolder(folder);
    await keys.key('master');

    expect(await modeOf(folder)).toBe(0o700);
    expect(await modeOf(path.join(folder, 'master.key'))).toBe(0o600);
    expect(await modeOf(path.dirname(folder))).toBe(0o777 & ~process.umask());
    expect(await readdir(folder)).toEqual(['master.key']);
  });

  it('gives the same key again after a restart, another one for another use, and none that was never made', async () => {
    const first = await openKeyFolder(folder);
    const master = await bytesOf(first.key('master'));
    const again = await openKeyFolder(folder);

    expect(await bytesOf(again.key('master'))).toBe(master);
    expect(await bytesOf(again.key('tokens'))).not.toBe(master);
    expect(await again.existing('identity')).toBeNull();
    expect(await bytesOf(again.existing('master'))).toBe(master);
  });

  // Seen to fail when `makeKeyFile` copies instead of linking: the last one then replaces the key of the first.
  it('gives one key to processes that start at once (P10)', async () => {
    const [ready, go] = [path.join(home, 'ready-'), path.join(home, 'go')];
    const script = `const { openKeyFolder } = await import('${root}/src/adapters/key-folder/key-folder.ts');
      const { existsSync, writeFileSync } = await import('node:fs');
      writeFileSync('${ready}' + process.pid, '');
      while (!existsSync('${go}'));
      const keys = await openKeyFolder('${folder}');
      console.log((await keys.key('master')).export().toString('hex'));`;
    const args = ['--import', `${root}/tools/typescript.mjs`, '--input-type=module', '-e', script];

    const processes = Array.from({ length: 4 }, () => run(process.execPath, args));
    await eventually('all stand at the start', async () => (await readdir(home)).length === 4);
    await writeFile(go, '');
    const said = await Promise.all(processes);

    const kept = (await readFile(path.join(folder, 'master.key'))).toString('hex');
    expect(new Set(said.map(({ stdout }) => stdout.trim()))).toEqual(new Set([kept]));
    expect(await readdir(folder)).toEqual(['master.key']);
  });

  it('gives one key to many who ask at once in one process', async () => {
    const asked = await Promise.all(Array.from({ length: 32 }, async () => bytesOf((await openKeyFolder(folder)).key('tokens'))));

    expect(new Set(asked).size).toBe(1);
  });

  it('does not show a key when it is printed', async () => {
    const key = await (await openKeyFolder(folder)).key('master');

    for (const said of [JSON.stringify(key), inspect(key, { showHidden: true, depth: 9 })])
      expect(said).not.toContain(key.export().toString('hex').slice(0, 8));
    expect(inspect(key)).not.toContain('Buffer');
  });
});

describe('a key that cannot be trusted is refused in one line, and stays as it is (P10)', () => {
  const refusalOf = async (work: () => Promise<unknown>) => {
    const error: unknown = await work().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(KeyRefused);
    expect((error as Error).message).not.toContain('\n');
    return (error as Error).message;
  };
  const file = () => path.join(folder, 'master.key');
  beforeEach(() => mkdir(folder, { recursive: true, mode: 0o700 }));

  // Seen to fail when the mode is not looked at.
  it.each([0o644, 0o640, 0o660, 0o604])('a file of mode %p', async (mode) => {
    await writeFile(file(), Buffer.alloc(32, 7));
    await chmod(file(), mode);

    const keys = await openKeyFolder(folder);

    expect(await refusalOf(() => keys.key('master'))).toContain(`mode 0${mode.toString(8)}; make it 0600 with: chmod 600`);
    expect(await modeOf(file())).toBe(mode);
  });

  // Seen to fail when the length is not looked at: the first 0-byte file of a full disk would become the key.
  it.each([0, 31, 33, 64])('a file of %d bytes', async (length) => {
    await writeFile(file(), Buffer.alloc(length, 7), { mode: 0o600 });

    const keys = await openKeyFolder(folder);

    expect(await refusalOf(() => keys.key('master'))).toContain(`is ${length} bytes long instead of 32`);
    expect((await readFile(file())).length).toBe(length);
  });

  it('a folder in the place of the file', async () => {
    await mkdir(file());

    const keys = await openKeyFolder(folder);

    expect(await refusalOf(() => keys.key('master'))).toContain('is not a file');
  });

  // Seen to fail when the folder's mode is not looked at.
  it.each([0o755, 0o750, 0o701])('a folder of mode %p', async (mode) => {
    await chmod(folder, mode);

    expect(await refusalOf(() => openKeyFolder(folder))).toContain(`mode 0${mode.toString(8)}; make it 0700 with: chmod 700`);
    expect(await modeOf(folder)).toBe(mode);
  });

  it('a file in the place of the folder', async () => {
    await rm(folder, { recursive: true });
    await writeFile(folder, '');

    expect(await refusalOf(() => openKeyFolder(folder))).toContain('is not a folder');
  });

  it('a file of another user, where the test may make one', async () => {
    const another = process.getuid?.() === 0 ? 65534 : null;
    await writeFile(file(), Buffer.alloc(32, 7), { mode: 0o600 });
    const keys = await openKeyFolder(folder);
    const uid = jest.spyOn(process, 'getuid').mockReturnValue(another ?? 1);

    expect(await refusalOf(() => keys.key('master'))).toContain('belongs to another user');
    uid.mockRestore();
  });
});
