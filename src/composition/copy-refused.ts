import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { homeOf } from '../adapters/event-store-kurrentdb/identity.js';
import { nameSpaceIn } from '../adapters/event-store-kurrentdb/names.js';
import { POSTGRESQL_LOG } from '../adapters/event-store-postgres/copyable-log.js';
import { CopyStopped } from '../application/copying/copy-log.js';

/** A store cannot be copied as things stand; the message is one line that says why and what to do. */
export class CopyRefused extends Error {
  override readonly name = 'CopyRefused';
}

type Beside = Pick<pg.ClientBase, 'query'>;

/** What is left in a place from which the log was moved is only a beginning of it. Errors: throws `CopyRefused`. */
export async function refuseElsewhere(beside: Beside, log: string = POSTGRESQL_LOG): Promise<void> {
  const home = await homeOf(beside);
  if (home === null || home === log) return;
  const nameSpace = nameSpaceIn(home);
  throw new CopyRefused(
    nameSpace === null
      ? 'The log of this database is in PostgreSQL: there is nothing to move back.'
      : `The log of this database is on KurrentDB (name space ${nameSpace}): move it back first, with KURRENTDB_URL and npm run store:copy -- --to postgresql.`,
  );
}

/** How often it is looked whether a lease lapses or is kept; milliseconds of real time. */
const LOOK_EVERY = 250;

const LEASES = `select max(held_until)::text as until, coalesce(max(held_until) > clock_timestamp(), false) as held
  from (select held_until from read.projection union all select held_until from read.reaction) leases`;

/**
 * A log leaves its database only while nobody reads it there. Who works keeps its leases every few seconds; those of a process that was
 * killed lapse, which is waited for.
 * Errors: throws `CopyRefused`, `CopyStopped`.
 * Source: R-611.
 */
export async function refuseWhileWorking(beside: Beside, isStopped: () => boolean = () => false): Promise<void> {
  const leases = async () => (await beside.query<{ until: string | null; held: boolean }>(LEASES)).rows[0];
  const { until } = await leases();
  for (let now = await leases(); now.held; now = await leases()) {
    if (now.until !== until)
      throw new CopyRefused(
        'Trajectlijn is at work on this store, or read-model:rebuild is: stop it, and run this again. Nothing was changed.',
      );
    if (isStopped()) throw new CopyStopped('stopped');
    await pause(LOOK_EVERY);
  }
}
