import pg from 'pg';
import { roleOf } from '../adapters/connections.js';
import { refuseLogElsewhere, type Identity } from '../adapters/event-store-kurrentdb/identity.js';
import { logEnd } from '../adapters/event-store-postgres/log-end.js';
import { migrateQueue } from '../adapters/follow-ups-bullmq/migrate-queue.js';
import { beginReactions, newReactions } from '../adapters/reactions-postgres/begin-reactions.js';
import type { Position } from '../application/ports/event-store.js';
import { migrate } from './migrate.js';
import { MIGRATIONS } from './migrations.js';
import type { LogElsewhere } from './open-log.js';
import { REACTIONS } from '../reactions/reactions.js';

/**
 * Brings a database to this release's schema with all that belongs to it: the queue's own, and a checkpoint for each new reaction.
 * Safe to run again, and by several at once. `events` names the log where it is not in the database.
 *
 * Errors: throws `CannotMigrate`, and `LogRefused` when a log elsewhere does not answer.
 */
export async function migrateAll(
  superuserOrOwner: pg.ClientConfig,
  { simulated, events = null }: Readonly<{ simulated: boolean; events?: LogElsewhere | null }>,
): Promise<void> {
  await migrate(superuserOrOwner, { simulated, migrations: MIGRATIONS });
  await migrateQueue(superuserOrOwner);
  await begin(superuserOrOwner, events);
}

/** A reaction that began at the end of another log would answer its whole past. Errors: throws `LogRefused`. */
async function endOf(client: pg.Client, events: LogElsewhere | null): Promise<Position | null> {
  await refuseLogElsewhere(client, events?.nameSpace);
  if (events === null) return logEnd(client);
  const { rows } = await client.query<Identity>('select store_id as "storeId", simulated from store.identity');
  const { kurrentDbLogEnd } = await import('../adapters/event-store-kurrentdb/log-end.js');
  return kurrentDbLogEnd(events, rows[0]);
}

async function begin(superuserOrOwner: pg.ClientConfig, events: LogElsewhere | null): Promise<void> {
  const client = new pg.Client(superuserOrOwner);
  await client.connect();
  try {
    await client.query(`set role ${roleOf('owner')}`);
    const fresh = await newReactions(
      client,
      REACTIONS.map(({ name }) => name),
    );
    if (fresh.length === 0) return;
    const end = await endOf(client, events);
    await beginReactions(client, { reactions: fresh, end });
  } finally {
    await client.end();
  }
}
