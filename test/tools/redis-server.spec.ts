import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PROJECT } from '../harness/planted-copy.js';

/** A machine of which nothing is known but one folder of programs; each test has its own. */
let programs: string;
beforeEach(() => {
  programs = fs.mkdtempSync(path.join(os.tmpdir(), 'trajectlijn-path-'));
});
afterEach(() => fs.rmSync(programs, { recursive: true, force: true }));

const at = (name: string): string => path.join(programs, name);
const asked = (): string[] => (fs.existsSync(at('asked')) ? fs.readFileSync(at('asked'), 'utf8').trim().split('\n') : []);

/** Plants an apt-get that writes down what it is asked, and does then as `doing` says. */
function plantApt(doing: string): void {
  fs.writeFileSync(at('apt-get'), `#!/bin/sh\necho "$*" >> '${at('asked')}'\n${doing}\n`, { mode: 0o755 });
}

const INSTALLS = 'case "$*" in *" install "*) : > "${0%/*}/redis-check-rdb" ;; esac';

type Ran = Readonly<{ status: number | null; lines: string[] }>;

/** Runs node as a user of this number, with only the planted programs on its PATH. */
function ran(args: readonly string[], uid: number): Ran {
  const user = `data:text/javascript,process.getuid=()=>${uid}`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', user, ...args], {
    cwd: PROJECT,
    env: { PATH: programs },
    encoding: 'utf8',
  });
  return { status, lines: `${stdout}${stderr}`.trim().split('\n') };
}

/** What the tool answers, after what it says. */
function installed(uid: number): string[] {
  const script = `import { redisServerInstalled } from './tools/redis-server.mjs'; console.log(redisServerInstalled(console.log));`;
  return ran(['--input-type=module', '--eval', script], uid).lines;
}

function found(): string {
  const script = `import { redisServer } from './tools/redis-server.mjs'; console.log(JSON.stringify(redisServer()));`;
  return ran(['--input-type=module', '--eval', script], 1000).lines.join('\n');
}

const [ROOT, SOMEBODY] = [0, 1000];
const INSTALLING = 'Installing redis-tools, which holds a Redis server and starts none (apt-get) ...';
const INSTALL = '--quiet --yes install --no-install-recommends redis-tools';

describe('a server of Redis or Valkey for the specs', () => {
  it.each(['redis-server', 'valkey-server'])('is the %s that is there', (name) => {
    fs.writeFileSync(at(name), '');
    expect(JSON.parse(found())).toEqual({ program: at(name), argv0: at(name) });
    expect(installed(SOMEBODY)).toEqual(['true']);
  });

  it('is the one in redis-tools by another name, which is told what to be', () => {
    fs.writeFileSync(at('redis-check-rdb'), '');
    expect(JSON.parse(found())).toEqual({ program: at('redis-check-rdb'), argv0: 'redis-server' });
  });

  it('is missed loudly', () => {
    expect(found()).toContain('no redis-server and no valkey-server on PATH: install one');
  });

  it('is installed by root where Debian has it', () => {
    plantApt(INSTALLS);
    expect(installed(ROOT)).toEqual([INSTALLING, 'true']);
    expect(asked()).toEqual(['--version', INSTALL]);
  });

  it('is asked for again with newer lists where the first time fails', () => {
    plantApt(`case "$*" in *" update") : > "\${0%/*}/updated" ;; esac
      case "$*" in *" install "*) test -e "\${0%/*}/updated" || exit 100 ;; esac
      ${INSTALLS}`);
    expect(installed(ROOT)).toEqual([INSTALLING, 'true']);
    expect(asked()).toEqual(['--version', INSTALL, '--quiet --yes update', INSTALL]);
  });

  it('is not there when that fails too, which is told with the reason', () => {
    plantApt('case "$*" in *" install "*) echo "E: no such package" >&2; exit 100 ;; esac');
    expect(installed(ROOT)).toEqual([INSTALLING, 'E: no such package', '', 'false']);
  });

  it('is never installed by somebody else, nor where there is no apt-get', () => {
    expect(installed(ROOT)).toEqual(['false']);
    plantApt(INSTALLS);
    expect(installed(SOMEBODY)).toEqual(['false']);
    expect(asked()).toEqual([]);
  });
});

describe('npm test', () => {
  const test = (uid: number) => ran(['tools/test.mjs', 'test/queue/', '--listTests'], uid);
  const onRedis = ({ lines }: Ran) => lines.filter((line) => line.includes('/test/queue/redis.'));

  it('fails loudly, and runs the rest, where there is no server', () => {
    const without = test(SOMEBODY);
    expect(without.status).toBe(1);
    expect(without.lines.at(-1)).toMatch(
      /^NOT RUN, and so this run fails: test\/queue\/redis\.\* needs redis-server or valkey-server/,
    );
    expect(onRedis(without)).toEqual([]);
    expect(without.lines.some((line) => line.endsWith('/test/queue/postgres.contract.spec.ts'))).toBe(true);
  }, 60_000);

  it('installs one where it may, and runs all', () => {
    plantApt(INSTALLS);
    const all = test(ROOT);
    expect([all.status, all.lines.includes(INSTALLING)]).toEqual([0, true]);
    expect(onRedis(all).length).toBeGreaterThanOrEqual(4);
  }, 60_000);
});
