import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { PROJECT } from '../harness/planted-copy.js';

const TOOL = 'tools/kurrentdb.mjs';

describe('npm run test:kurrentdb', () => {
  it('says in one line that it needs a server, and runs nothing', () => {
    const env = { PATH: process.env.PATH };
    const { status, stdout, stderr } = spawnSync(process.execPath, [TOOL], { cwd: PROJECT, env, encoding: 'utf8' });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^KURRENTDB_URL is missing: set it to the server to test on, as kurrentdb:\S+\n$/);
  });

  it('says at its start what the server must allow', () => {
    const env = { PATH: process.env.PATH, KURRENTDB_URL: 'kurrentdb://127.0.0.1:1?tls=false' };
    const { stdout } = spawnSync(process.execPath, [TOOL, '--parts', 'none'], { cwd: PROJECT, env, encoding: 'utf8' });
    expect(stdout).toMatch(/^The user in KURRENTDB_URL must be let read \$all, and read and write /);
  });

  it('names specs that are there, and a test of the demo', () => {
    const text = fs.readFileSync(path.join(PROJECT, TOOL), 'utf8');
    const specs = [...text.matchAll(/specs: \[([^\]]+)\]/g)].flatMap(([, names]) =>
      [...names.matchAll(/'([^']+)'/g)].map(([, name]) => name),
    );
    expect(specs.length).toBeGreaterThan(8);
    expect(specs.filter((spec) => !fs.existsSync(path.join(PROJECT, `test/${spec}.spec.ts`)))).toEqual([]);
    const [, title] = /title: '([^']+)'/.exec(text)!;
    expect(fs.readFileSync(path.join(PROJECT, 'test/demo/demo.spec.ts'), 'utf8')).toContain(`describe('${title}'`);
  });
});
