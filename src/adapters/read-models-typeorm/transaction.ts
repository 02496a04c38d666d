import type pg from 'pg';

/** Longer than this between two statements and PostgreSQL ends the transaction, so that a stalled process holds up no other. */
const LONGEST_PAUSE = '10s';

/**
 * Rows and checkpoint are one transaction, so a crash of the database may take back the last of them together: they are folded again
 * from the log, which waits for the disk.
 */
const SETTINGS = `set local idle_in_transaction_session_timeout = '${LONGEST_PAUSE}'; set local synchronous_commit = off`;

/** All that `work` does on its connection, or nothing of it. */
export async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  client.on('error', nothing); // the statement that follows, or its absence, tells the same
  try {
    await client.query(`begin; ${SETTINGS}`);
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.off('error', nothing);
    client.release();
  }
}

function nothing(): void {}
