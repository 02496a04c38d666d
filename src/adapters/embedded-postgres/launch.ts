import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './binaries.js';
import type { DatabaseUser } from './database-user.js';
import type { Folders } from './folders.js';
import { startGuarded, type Guarded } from './guard.js';
import { alreadyRuns } from './occupancy.js';
import { livePostmaster } from './postmaster.js';
import { diskFull, saysDiskFull, StartFailure } from './start-failure.js';

/** A PostgreSQL that takes connections. */
export type Launched = Readonly<{ pid: number; stop(): Promise<void>; failed: Promise<string> }>;

export type Launch = Readonly<{
  folders: Folders;
  user: DatabaseUser;
  binaries: Binaries;
  durable: boolean;
  settings: Readonly<Record<string, string>>;
  onLog?(line: string): void;
}>;

/** Its log names no statement and no values: they could hold what is said about a person (P10). */
const ALWAYS = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_line_prefix: '',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** Said aloud, so that no file in the data folder can turn them off (P1). */
const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };
const FLEETING = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** How long what a killed PostgreSQL left behind (its backends still end) may stand in the way. Units: milliseconds. */
const LEFTOVERS_MS = 10_000;

/**
 * Runs PostgreSQL on a cluster until it takes connections.
 *
 * Errors: StartFailure with the reason as far as its log tells it.
 */
export async function launch(wish: Launch): Promise<Launched> {
  for (const until = performance.now() + LEFTOVERS_MS; ; await pause(200)) {
    const tried = await attempt(wish);
    if (typeof tried !== 'string') return tried;
    if (!/pre-existing shared memory block/.test(tried) || performance.now() > until) throw reasonOf(tried, wish.folders);
  }
}

/** Answers what PostgreSQL said when it ended instead. */
async function attempt({ folders, user, binaries, durable, settings, onLog }: Launch): Promise<Launched | string> {
  const log = new LastLines(onLog);
  const server = startGuarded({
    program: binaries.postgres,
    args: argumentsFor(folders, { ...settings, ...ALWAYS, ...(durable ? DURABLE : FLEETING) }),
    user,
    folder: folders.cluster,
    onLine: (line) => log.hear(line),
  });

  const up = await Promise.race([log.heard('ready to accept connections'), server.ended]);
  const pid = livePostmaster(folders.cluster);
  if (up !== true || pid === null) return log.text();
  return { pid, ...endings(server, () => reasonOf(log.text(), folders).message) };
}

/** Tells an end that was asked for from one that was not. */
function endings(server: Guarded, reason: () => string): Pick<Launched, 'stop' | 'failed'> {
  let asked = false;
  return {
    async stop() {
      asked = true;
      server.stop();
      await server.ended;
    },
    failed: new Promise((resolve) => void server.ended.then(() => asked || resolve(reason()))),
  };
}

function argumentsFor({ cluster, socket }: Folders, settings: Readonly<Record<string, string>>): string[] {
  const all = { ...settings, unix_socket_directories: socket };
  return ['-D', cluster, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

function reasonOf(said: string, folders: Folders): StartFailure {
  if (saysDiskFull(said)) return diskFull(folders.home);
  if (/lock file "[^"]*" already exists/.test(said)) return alreadyRuns(folders, 'a start at the same time');

  const lines = said.split('\n');
  const fatal = lines.find((line) => /^(FATAL|PANIC)/.test(line)) ?? lines.at(-1);
  return new StartFailure(`PostgreSQL ended on ${folders.cluster}: ${fatal || 'it said nothing'}`);
}

/** The end of a log, enough to say why it ended. */
class LastLines {
  private lines: string[] = [];
  private readonly awaited = new Map<string, () => void>();

  constructor(private readonly pass: ((line: string) => void) | undefined) {}

  hear(line: string): void {
    this.pass?.(line);
    this.lines = [...this.lines.slice(-19), line];
    for (const [part, tell] of this.awaited) if (line.includes(part)) tell();
  }

  heard(part: string): Promise<true> {
    return new Promise((resolve) => this.awaited.set(part, () => resolve(true)));
  }

  text(): string {
    return this.lines.join('\n');
  }
}
