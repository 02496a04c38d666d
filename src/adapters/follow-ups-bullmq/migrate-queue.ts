import { runMigrations } from 'bullmq';
import type pg from 'pg';

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
 * Safe to run again; of several at once each waits for the one before, as the session holds the lock of who migrates.
 */
export async function migrateQueue(superuserOrOwner: pg.Client): Promise<void> {
  await superuserOrOwner.query(LET_THE_WRITER_SORT);
  await superuserOrOwner.query('set role trajectlijn_owner');
  await runMigrations(superuserOrOwner, QUEUE_SCHEMA);
  // Taking a first id makes the queue's own sequence, which BullMQ else makes at the first job, as a writer that may make nothing.
  await superuserOrOwner.query(`select ${QUEUE_SCHEMA}.next_job_id($1)`, [QUEUE]);
  await superuserOrOwner.query(LET_THE_WRITER_WORK);
  await superuserOrOwner.query('reset role');
}
