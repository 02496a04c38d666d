import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openKeyFolder } from '../../src/adapters/key-folder/key-folder.js';
import { carryKeys } from '../../src/lifecycle/carry-keys.js';

let home: string;
const folderOf = (store: string): string => path.join(home, store);
const keysOf = (store: string) => openKeyFolder(path.join(folderOf(store), 'keys'));

beforeEach(async () => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'trajectlijn-carried-'));
  for (const name of ['master', 'database'] as const) await (await keysOf('here')).key(name);
});
afterEach(() => fs.rmSync(home, { recursive: true, force: true }));

describe('the keys of a store that is moved', () => {
  it('are the same there, those that exist, for their owner alone (R-556)', async () => {
    await carryKeys(folderOf('here'), folderOf('there'));

    const [here, there] = [await keysOf('here'), await keysOf('there')];
    for (const name of ['master', 'database'] as const)
      expect((await there.existing(name))!.equals((await here.existing(name))!)).toBe(true);
    expect(await there.existing('identity')).toBeNull();
    expect(fs.readdirSync(there.folder).sort()).toEqual(['database.key', 'master.key']);
    expect(fs.statSync(path.join(there.folder, 'master.key')).mode & 0o777).toBe(0o600);
  });

  it('may be brought again', async () => {
    for (let times = 0; times < 2; times += 1) await carryKeys(folderOf('here'), folderOf('there'));
    expect((await (await keysOf('there')).existing('master'))!.equals((await (await keysOf('here')).existing('master'))!)).toBe(
      true,
    );
  });

  it('never replace others (R-556)', async () => {
    const own = await (await keysOf('there')).key('master');
    await expect(carryKeys(folderOf('here'), folderOf('there'))).rejects.toThrow('another master.key');
    expect((await (await keysOf('there')).existing('master'))!.equals(own)).toBe(true);
  });
});
