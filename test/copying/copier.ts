// A process of its own that moves a store as its first argument says (two places, in JSON), and tells each step as one line:
// `copied 250`, `compared 250`, and what came of it.
import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import pg from 'pg';
import type { Connections } from '../../src/adapters/connections.js';
import { NameSpace } from '../../src/adapters/event-store-kurrentdb/names.js';
import { openToCopy } from '../../src/adapters/event-store-kurrentdb/open-to-copy.js';
import { PostgresCopyableLog } from '../../src/adapters/event-store-postgres/copyable-log.js';
import { copyStore, type Side } from '../../src/composition/copying.js';
import type { CopyingPlace } from './copying-process.js';

const ending: (() => Promise<unknown>)[] = [];

async function sideOf({ connections, kurrentdb }: CopyingPlace, side: 'source' | 'target'): Promise<Side> {
  const beside = connections.copier;
  const place = kurrentdb ? `${kurrentdb.name} on ${kurrentdb.url}` : String(beside.database);
  if (kurrentdb) return { log: await logOn(kurrentdb, connections, side), beside, place };
  const pool = new pg.Pool({ ...beside, max: 3 });
  ending.push(() => pool.end());
  return { log: new PostgresCopyableLog(pool), beside, place };
}

async function logOn(
  { url, name }: NonNullable<CopyingPlace['kurrentdb']>,
  connections: Connections,
  side: 'source' | 'target',
): Promise<Side['log']> {
  const client = KurrentDBClient.connectionString(url);
  const { log, close } = await openToCopy({ side, client, names: new NameSpace(name), place: url, connections });
  ending.push(() => close().then(() => client.dispose()));
  return log;
}

const { from, to } = JSON.parse(process.argv[2]) as Record<'from' | 'to', CopyingPlace>;
const onProgress = (step: string, done: number): void => void process.stdout.write(`${step} ${done}\n`);
const came = await copyStore({ from: await sideOf(from, 'source'), to: await sideOf(to, 'target'), onProgress });
process.stdout.write(`${came.kind}\n`);
for (const end of ending) await end();
