import pg from 'pg';

/** Runs one text as somebody, on a connection of its own, and answers the rows of its last statement. */
export async function sql<R extends pg.QueryResultRow>(who: pg.ClientConfig, text: string, values?: unknown[]): Promise<R[]> {
  const client = new pg.Client(who);
  await client.connect();
  try {
    const result = await client.query<R>(text, values);
    const last: pg.QueryResult<R> = Array.isArray(result) ? (result as pg.QueryResult<R>[]).at(-1)! : result;
    return last.rows;
  } finally {
    await client.end();
  }
}
