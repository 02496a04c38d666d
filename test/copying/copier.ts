// A process of its own that moves a store as its first argument says (two connections of the copier, in JSON), and tells each step as
// one line: `copied 250`, `compared 250`, and what came of it.
import pg from 'pg';
import { PostgresCopyableLog } from '../../src/adapters/event-store-postgres/copyable-log.js';
import { copyStore, type Side } from '../../src/copying.js';

const { from, to } = JSON.parse(process.argv[2]) as Record<'from' | 'to', pg.ClientConfig>;
const pools: pg.Pool[] = [];

function sideOf(copier: pg.ClientConfig): Side {
  const pool = new pg.Pool({ ...copier, max: 3 });
  pools.push(pool);
  return { log: new PostgresCopyableLog(pool), beside: copier };
}

const onProgress = (step: string, done: number): void => void process.stdout.write(`${step} ${done}\n`);
const came = await copyStore({ from: sideOf(from), to: sideOf(to), onProgress });
process.stdout.write(`${came.kind}\n`);
await Promise.all(pools.map((pool) => pool.end()));
