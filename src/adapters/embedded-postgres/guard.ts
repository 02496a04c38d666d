import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Writable } from 'node:stream';
import type { DatabaseUser } from './database-user.js';

/** A running PostgreSQL that ends when this process does, however this process ends. */
export type Guarded = Readonly<{
  /** Resolves when PostgreSQL has ended, with its exit code. */
  ended: Promise<number>;
  /** Asks for a fast shutdown; `ended` tells when it is done. */
  stop(): void;
}>;

/** What to run, as whom, and who hears each line of PostgreSQL's log. */
export type GuardedProgram = Readonly<{
  program: string;
  args: readonly string[];
  user: DatabaseUser;
  folder: string;
  onLine(line: string): void;
}>;

/**
 * A shell stands between this process and PostgreSQL. Its watcher reads from a pipe whose other end only this process holds:
 * the pipe ends with the process, `kill -9` included, and the watcher then has PostgreSQL shut down (INT: fast).
 * PostgreSQL itself does not hold the pipe, and the watcher ignores the signals that a terminal sends.
 */
const GUARD = `
"$@" </dev/null 3<&- & p=$!
(trap "" INT TERM HUP; read -r _ <&3; kill -INT $p 2>/dev/null) & w=$!
exec 3<&-
trap "kill -INT $p" INT TERM HUP
while :; do wait $p; r=$?; kill -0 $p 2>/dev/null || break; done
kill -9 $w 2>/dev/null
exit $r`;

/** Starts it in a process group of its own, so that Ctrl-C reaches this process first, which then stops it in order. */
export function startGuarded({ program, args, user, folder, onLine }: GuardedProgram): Guarded {
  const child = spawn('/bin/sh', ['-c', GUARD, 'sh', program, ...args], {
    ...user.ids,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    detached: true,
  });
  if (child.stderr) createInterface({ input: child.stderr }).on('line', onLine);
  return { ended: endOf(child), stop: () => void (child.stdio[3] as Writable).end() };
}

function endOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('close', (code) => resolve(code ?? 1));
    child.once('error', () => resolve(127));
    child.stdio[3]?.on('error', () => undefined); // the guard went first; `close` says so
  });
}
