import pg from 'pg';
import { roleOf } from './adapters/connections.js';
import { logEnd } from './adapters/event-store-postgres/log-end.js';
import { migrateQueue } from './adapters/follow-ups-bullmq/migrate-queue.js';
import { beginReactions } from './adapters/reactions-postgres/begin-reactions.js';
import { migrate } from './migrate.js';
import { MIGRATIONS } from './migrations.js';
import { REACTIONS } from './reactions/reactions.js';

/**
 * Brings a database to this release's schema with all that belongs to it: the queue's own, and a checkpoint for each new reaction.
 * Safe to run again, and by several at once.
 *
 * Errors: throws `CannotMigrate`.
 */
export async function migrateAll(superuserOrOwner: pg.ClientConfig, options: Readonly<{ simulated: boolean }>): Promise<void> {
  await migrate(superuserOrOwner, { ...options, migrations: MIGRATIONS });
  await migrateQueue(superuserOrOwner);
  await begin(superuserOrOwner);
}

async function begin(superuserOrOwner: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(superuserOrOwner);
  await client.connect();
  try {
    await client.query(`set role ${roleOf('owner')}`);
    await beginReactions(client, { reactions: REACTIONS.map(({ name }) => name), end: await logEnd(client) });
  } finally {
    await client.end();
  }
}
