import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openKeyFolder } from '../../src/adapters/key-folder/key-folder.js';
import { PROJECT } from '../harness/planted-copy.js';

const above = fs.mkdtempSync(path.join(os.tmpdir(), 'trajectlijn-second-machine-'));
afterAll(() => fs.rmSync(above, { recursive: true, force: true }));

it('keys come to a second machine by the command of docs/operations/database.md, as the program takes them (R-621)', async () => {
  const [first, second] = [path.join(above, 'first'), path.join(above, 'second')];
  const made = await (await openKeyFolder(path.join(first, 'real/keys'))).key('master');
  fs.writeFileSync(path.join(above, 'ssh'), '#!/bin/sh\nexec sh -c "$2"\n', { mode: 0o755 });
  const page = fs.readFileSync(path.join(PROJECT, 'docs/operations/database.md'), 'utf8');
  const [, command] = /```sh\n(tar [^`]*ssh [^`]*)```/.exec(page)!;

  const env = { PATH: `${above}:${process.env.PATH}`, DATA_DIR: first };
  const here = command.replaceAll('/srv/trajectlijn', second);
  expect(spawnSync('bash', ['--norc', '-euo', 'pipefail', '-c', here], { env, encoding: 'utf8' })).toMatchObject({
    status: 0,
    stderr: '',
  });
  const brought = await (await openKeyFolder(path.join(second, 'real/keys'))).existing('master');
  expect(brought?.equals(made)).toBe(true);
});
