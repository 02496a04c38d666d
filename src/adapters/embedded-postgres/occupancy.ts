import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Folders } from './folders.js';
import { isAlive, livePostmaster } from './postmaster.js';
import { StartFailure } from './start-failure.js';

/** The advisory lock that says "a Trajectlijn works on this database"; it goes with the session that holds it, however that ends. */
const IN_USE = 7_218_930_451;

/** How long a PostgreSQL that nobody uses may be one that another start is just bringing up, or one that is shutting down. */
const SETTLING_MS = 3_000;
const SHUTDOWN_MS = 60_000;

/**
 * Leaves no PostgreSQL on these folders: one that its owner left behind is shut down.
 *
 * Errors: StartFailure when another Trajectlijn works on it, or when what is left does not go.
 */
export async function vacate(folders: Folders, superuser: pg.ClientConfig): Promise<void> {
  const pid = livePostmaster(folders.cluster);
  if (pid === null) return;

  if (await goesByItself(pid, () => refuseWhenInUse(folders, superuser))) return;
  process.kill(pid, 'SIGINT');
  if (!(await waitUntil(() => !isAlive(pid), SHUTDOWN_MS)))
    throw new StartFailure(
      `PostgreSQL (process ${pid}) still runs on ${folders.cluster} and does not stop: stop it (kill -QUIT ${pid}) and start again.`,
    );
}

/** Takes the lock for this process and keeps it; the session tells a second start who is here. */
export async function occupy(folders: Folders, superuser: pg.ClientConfig): Promise<pg.Client> {
  const session = new pg.Client({ ...superuser, application_name: `trajectlijn, process ${process.pid}` });
  session.on('error', () => undefined); // it ends with PostgreSQL, and that is told elsewhere
  await session.connect();
  const { rows } = await session.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [IN_USE]);
  if (rows[0]?.mine) return session;

  await session.end();
  throw alreadyRuns(folders, 'another process');
}

/** The line for a second start beside a running one. */
export const alreadyRuns = ({ home }: Folders, who: string): StartFailure =>
  new StartFailure(
    `Trajectlijn already runs on ${home} (${who}): stop that one first, or start this one with another DATA_DIR and PORT.`,
  );

async function goesByItself(pid: number, look: () => Promise<void>): Promise<boolean> {
  return waitUntil(async () => {
    if (!isAlive(pid)) return true;
    await look();
    return false;
  }, SETTLING_MS);
}

async function refuseWhenInUse(folders: Folders, superuser: pg.ClientConfig): Promise<void> {
  const who = await userOf(superuser);
  if (who !== null) throw alreadyRuns(folders, who);
}

/** Who holds the lock; null when nobody does, or when this PostgreSQL takes no sessions (it starts or stops). */
async function userOf(superuser: pg.ClientConfig): Promise<string | null> {
  const session = new pg.Client({ ...superuser, connectionTimeoutMillis: SETTLING_MS, query_timeout: SETTLING_MS });
  session.on('error', () => undefined);
  try {
    await session.connect();
    const { rows } = await session.query<{ who: string }>(
      `select a.application_name as who from pg_locks l join pg_stat_activity a using (pid)
        where l.locktype = 'advisory' and l.granted and (l.classid::bigint << 32) + l.objid::bigint = $1`,
      [IN_USE],
    );
    return rows[0]?.who ?? null;
  } catch {
    return null;
  } finally {
    await session.end().catch(() => undefined);
  }
}

async function waitUntil(met: () => boolean | Promise<boolean>, milliseconds: number): Promise<boolean> {
  for (const until = performance.now() + milliseconds; performance.now() < until; await pause(50)) if (await met()) return true;
  return met();
}
