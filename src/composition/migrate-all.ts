import type pg from 'pg';
import { roleOf } from '../adapters/connections.js';
import { refuseLogElsewhere, type Identity } from '../adapters/event-store-kurrentdb/identity.js';
import { logEnd } from '../adapters/event-store-postgres/log-end.js';
import { migrateQueue } from '../adapters/follow-ups-bullmq/migrate-queue.js';
import { beginReactions, newReactions } from '../adapters/reactions-postgres/begin-reactions.js';
import type { Position } from '../application/ports/event-store.js';
import { inSession, migrateIn } from './migrate.js';
import { MIGRATIONS } from './migrations.js';
import type { LogElsewhere } from './open-log.js';
import { REACTIONS } from '../reactions/reactions.js';

/** What is migrated: `events` names the log where it is not in the database. */
export type MigrateAllOptions = Readonly<{ simulated: boolean; events?: LogElsewhere | null }>;

/** As `migrateAllIn`, in a session of its own. */
export function migrateAll(superuserOrOwner: pg.ClientConfig, options: MigrateAllOptions): Promise<void> {
  return inSession(superuserOrOwner, (session) => migrateAllIn(session, options));
}

/**
 * Brings a database to this release's schema with all that belongs to it: the queue's own, and a checkpoint for each new reaction.
 * Safe to run again, and by several at once: one after the other, until each ends its session.
 *
 * Errors: throws `CannotMigrate`, and `LogRefused` when a log elsewhere does not answer. Source: R-640.
 */
export async function migrateAllIn(session: pg.Client, { simulated, events = null }: MigrateAllOptions): Promise<void> {
  await migrateIn(session, { simulated, migrations: MIGRATIONS });
  await migrateQueue(session);
  await begin(session, events);
}

/** A reaction that began at the end of another log would answer its whole past. Errors: throws `LogRefused`. */
async function endOf(client: pg.Client, events: LogElsewhere | null): Promise<Position | null> {
  await refuseLogElsewhere(client, events?.nameSpace);
  if (events === null) return logEnd(client);
  const { rows } = await client.query<Identity>('select store_id as "storeId", simulated from store.identity');
  const { kurrentDbLogEnd } = await import('../adapters/event-store-kurrentdb/log-end.js');
  return kurrentDbLogEnd(events, rows[0]);
}

async function begin(session: pg.Client, events: LogElsewhere | null): Promise<void> {
  await session.query(`set role ${roleOf('owner')}`);
  const fresh = await newReactions(
    session,
    REACTIONS.map(({ name }) => name),
  );
  if (fresh.length > 0) await beginReactions(session, { reactions: fresh, end: await endOf(session, events) });
  await session.query('reset role');
}
