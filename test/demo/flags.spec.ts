import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { demoOptions } from '../../src/bin/demo-options.js';
import { WrongSetting } from '../../src/settings/settings.js';
import { PROJECT } from '../harness/planted-copy.js';

describe('the flags of npm run demo', () => {
  it('are read, and have their defaults', () => {
    expect(demoOptions([])).toEqual({ seed: 2019, exit: false, json: null, size: 'small' });
    expect(demoOptions(['--seed', '7', '--full', '--exit', '--json', 'out.json', '--development'])).toEqual({
      seed: 7,
      exit: true,
      json: 'out.json',
      size: 'full',
    });
  });

  it.each([
    [['--help'], 'Unknown flag --help: use --seed N, --small, --full, --exit, --json FILE, or nothing.'],
    [['--exit', '--check'], 'Unknown flag --check'],
    [['--seed', '-1'], '--seed is "-1"'],
    [['--json'], '--json needs a file'],
  ])('are refused for %p, in one line', (argv, said) => {
    expect(() => demoOptions(argv)).toThrow(WrongSetting);
    expect(() => demoOptions(argv)).toThrow(said);
  });
});

describe('a flag that a program does not know', () => {
  it.each([
    ['src/bin/demo.ts', 'Unknown flag --help: use --seed N, --small'],
    ['src/bin/store-verify.ts', 'Unknown flag --help: use --demo, or nothing.'],
  ])(
    'is answered by %s with those that it knows, before anything is started',
    async (program, said) => {
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'trajectlijn-flags-'));
      try {
        const env = { ...process.env, DATA_DIR: folder, NODE_ENV: '' };
        const args = ['--import', './tools/typescript.mjs', program, '--help'];
        const ended = promisify(execFile)(process.execPath, args, { cwd: PROJECT, env });

        await expect(ended).rejects.toMatchObject({ stderr: expect.stringContaining(said), stdout: '' });
        expect(fs.readdirSync(folder)).toEqual([]);
      } finally {
        fs.rmSync(folder, { recursive: true, force: true });
      }
    },
    60_000,
  );
});
