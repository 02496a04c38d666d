import pg from 'pg';
import type { Connections } from '../adapters/connections.js';

/** The connections that the parts of one process share, by who works on them. */
export type Pools = Readonly<Record<'writer' | 'reader' | 'flusher', pg.Pool>>;

/** Opens none of them before it is used. */
export function openPools(connections: Connections, onError: (error: unknown) => void): Pools {
  const pools = {
    writer: new pg.Pool({ ...connections.writer, max: 12 }),
    reader: new pg.Pool({ ...connections.reader, max: 4 }),
    flusher: new pg.Pool({ ...connections.flusher, max: 2 }),
  };
  for (const pool of Object.values(pools)) pool.on('error', onError);
  return pools;
}

/** What opens on these connections, which end where it does not. */
export async function openedOn<T>(pools: Pools, opening: Promise<T>): Promise<T> {
  try {
    return await opening;
  } catch (error) {
    await Promise.all(Object.values(pools).map((pool) => pool.end()));
    throw error;
  }
}
