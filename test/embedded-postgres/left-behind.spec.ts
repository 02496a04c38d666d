import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type pg from 'pg';
import { isAlive } from '../../src/adapters/embedded-postgres/postmaster.js';
import { eventually } from '../harness/eventually.js';
import { PROJECT } from '../harness/planted-copy.js';
import { ask, Scratch } from './scratch.js';

/** What one process of its own, with a PostgreSQL, said. */
type Starter = Readonly<{
  process: ChildProcess;
  pid: number;
  guard: number;
  superuser: pg.ClientConfig;
  said: Record<string, unknown>[];
}>;

describe('a PostgreSQL whose owner is gone', () => {
  const scratch = new Scratch();
  const starters: ChildProcess[] = [];
  afterAll(async () => {
    for (const starter of starters) starter.kill('SIGKILL');
    await scratch.clear();
  });

  it('shuts down in order when its owner is killed, and the next start has what was committed (P1)', async () => {
    const starter = await start('killed');
    await ask(starter.superuser, 'create table kept as select 7 as n');

    starter.process.kill('SIGKILL');
    await eventually('PostgreSQL is gone', () => !isAlive(starter.pid), 30_000);

    const next = await scratch.start({ folder: scratch.folder('killed') });
    expect(await ask(next.superuser, 'select n from kept')).toEqual([{ n: 7 }]);
  }, 120_000);

  it('is found and stopped by the next start when its guard was killed as well', async () => {
    const starter = await start('orphan');
    await ask(starter.superuser, 'create table kept as select 7 as n');

    for (const watcher of childrenOf(starter.guard).filter((pid) => pid !== starter.pid)) process.kill(watcher, 'SIGKILL');
    process.kill(starter.guard, 'SIGKILL');
    starter.process.kill('SIGKILL');
    expect(isAlive(starter.pid)).toBe(true);

    const next = await scratch.start({ folder: scratch.folder('orphan') });
    expect(next.pid).not.toBe(starter.pid);
    expect(isAlive(starter.pid)).toBe(false);
    expect(await ask(next.superuser, 'select n from kept')).toEqual([{ n: 7 }]);
  }, 120_000);

  it('recovers when PostgreSQL itself was killed, and its owner is told', async () => {
    const starter = await start('crashed');
    await ask(starter.superuser, 'create table kept as select 7 as n');

    process.kill(starter.pid, 'SIGKILL');
    await eventually('the owner is told', () => starter.said.some(({ failed }) => typeof failed === 'string'), 30_000);
    starter.process.kill('SIGKILL');

    const next = await scratch.start({ folder: scratch.folder('crashed') });
    expect(await ask(next.superuser, 'select n from kept')).toEqual([{ n: 7 }]);
  }, 120_000);

  it('is not reached by Ctrl-C before its owner has stopped it', async () => {
    const starter = await start('interrupted');

    process.kill(-(starter.process.pid ?? 0), 'SIGINT');
    await eventually('it is stopped in order', () => starter.said.some(({ stopped }) => stopped === 'in order'), 30_000);

    expect(starter.said.filter(({ failed }) => failed !== undefined)).toEqual([]);
    expect(isAlive(starter.pid)).toBe(false);
  }, 120_000);

  it('is not mistaken for another program that has its number now', async () => {
    const first = await scratch.start({ folder: scratch.folder('reused'), durable: false });
    await first.stop();
    fs.writeFileSync(path.join(first.folder, 'postgres/postmaster.pid'), `${process.pid}\n`);

    const next = await scratch.start({ folder: scratch.folder('reused'), durable: false });
    expect(await ask(next.superuser, 'select 1 as one')).toEqual([{ one: 1 }]);
  }, 120_000);

  async function start(name: string): Promise<Starter> {
    const script = path.join(PROJECT, 'test/embedded-postgres/starter.ts');
    const loader = path.join(PROJECT, 'tools/typescript.mjs');
    const child = spawn(process.execPath, ['--import', loader, script, scratch.folder(name)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    starters.push(child);
    const said: Record<string, unknown>[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => said.push(JSON.parse(line) as Record<string, unknown>));

    await eventually('it has started', () => said.length > 0 || child.exitCode !== null, 60_000);
    const { pid, superuser } = said[0] as { pid: number; superuser: pg.ClientConfig };
    return { process: child, pid, guard: parentOf(pid), superuser, said };
  }
});

/** Of a Linux process; these specs look there because `ps` need not be installed. */
function parentOf(pid: number): number {
  const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

const childrenOf = (pid: number): number[] =>
  fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((child) => isAlive(child) && parentOf(child) === pid);
