import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** The process id in PostgreSQL's own lock file, if a PostgreSQL with that id is alive. Removes a lock file whose number went to another program. */
export function livePostmaster(cluster: string): number | null {
  const lock = path.join(cluster, 'postmaster.pid');
  if (!fs.existsSync(lock)) return null;

  const pid = Number(fs.readFileSync(lock, 'utf8').split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return null;
  if (isPostgresOn(cluster, pid)) return pid;

  fs.rmSync(lock, { force: true });
  return null;
}

/** Whether a process with this id exists, whoever it belongs to. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** After a restart of the machine the number may belong to anything; only what was started on this very folder may be stopped. */
function isPostgresOn(cluster: string, pid: number): boolean {
  const proc = `/proc/${pid}/cmdline`;
  const command = fs.existsSync(proc)
    ? fs.readFileSync(proc, 'utf8').replaceAll('\0', ' ')
    : spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
  return `${command} `.includes(`postgres -D ${cluster} `);
}
