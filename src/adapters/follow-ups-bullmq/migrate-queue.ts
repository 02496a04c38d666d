import { runMigrations } from 'bullmq';
import pg from 'pg';

/** Where BullMQ keeps its tables. */
export const QUEUE_SCHEMA = 'bullmq';

const LET_THE_WRITER_WORK = `
grant usage on schema ${QUEUE_SCHEMA} to trajectlijn_writer;
grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to trajectlijn_writer;
grant usage, select on all sequences in schema ${QUEUE_SCHEMA} to trajectlijn_writer;
grant execute on all functions in schema ${QUEUE_SCHEMA} to trajectlijn_writer;
`;

/**
 * Brings BullMQ's own schema up to date, as owner, and lets the writer work in it; the queue itself never changes schema.
 * Safe to run again, and by several at once: BullMQ's migrations take a lock of their own.
 */
export async function migrateQueue(superuserOrOwner: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(superuserOrOwner);
  await client.connect();
  try {
    await client.query('set role trajectlijn_owner');
    await runMigrations(client, QUEUE_SCHEMA);
    await client.query(LET_THE_WRITER_WORK);
  } finally {
    await client.end();
  }
}
