import { runMigrations } from 'bullmq';
import pg from 'pg';

/** The name under which BullMQ keeps the jobs. */
export const QUEUE = 'follow-ups';

/** Where BullMQ keeps its tables. */
export const QUEUE_SCHEMA = 'bullmq';

/** BullMQ adds many jobs at once by way of temporary tables. */
const LET_THE_WRITER_SORT = `
do $$ begin execute format('grant temporary on database %I to trajectlijn_writer', current_database()); end $$;
`;

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
    await client.query(LET_THE_WRITER_SORT);
    await client.query('set role trajectlijn_owner');
    await runMigrations(client, QUEUE_SCHEMA);
    // Taking a first id makes the queue's own sequence, which BullMQ else makes at the first job, as a writer that may make nothing.
    await client.query(`select ${QUEUE_SCHEMA}.next_job_id($1)`, [QUEUE]);
    await client.query(LET_THE_WRITER_WORK);
  } finally {
    await client.end();
  }
}
