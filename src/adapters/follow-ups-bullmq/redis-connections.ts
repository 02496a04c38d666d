import { Redis, type RedisOptions } from 'ioredis';
import { isIP } from 'node:net';
import type { RedisAddress } from './redis-address.js';

/** Longer than this, and a server counts as away. Units: milliseconds. */
export const PATIENCE_MS = 3_000;

/** After so long without a word the system asks whether the other end is there. Units: milliseconds. */
const KEEP_ALIVE_MS = 10_000;

/** How long a lost connection rests before it is made again. Units: milliseconds. */
const LONGEST_REST_MS = 1_000;

export const optionsFor = ({ tls, ca, ...address }: RedisAddress): RedisOptions => ({
  ...address,
  ...(tls ? { tls: { ...(isIP(address.host) ? {} : { servername: address.host }), ...(ca ? { ca } : {}) } } : {}),
  connectionName: 'trajectlijn',
  connectTimeout: PATIENCE_MS,
  keepAlive: KEEP_ALIVE_MS, // no socketTimeout: ioredis lets its timer outlive the connection, and ends the next one by it
});

/** Writes as BullMQ does, by a script, where the address says: a database that is not there, a full disk and memory that is used up are noticed. */
export async function tryWriting(client: Redis): Promise<void> {
  await client.select(client.options.db ?? 0); // ioredis goes on in database 0 when the one of the address is not there
  const script = `redis.call('hset', KEYS[1], 'at', ARGV[1]); redis.call('zadd', KEYS[2], 1, 'x'); return redis.call('del', KEYS[1], KEYS[2])`;
  await client.eval(script, 2, `trajectlijn-try-${process.pid}-hash`, `trajectlijn-try-${process.pid}-set`, 'now');
}

/** Who asks gets an answer soon: nothing waits in the process for a server that is away. */
export const connectionOfProducer = (address: RedisAddress): Redis =>
  new Redis({
    ...optionsFor(address),
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: PATIENCE_MS,
    retryStrategy,
  });

/** What works waits for as long as it takes (`maxRetriesPerRequest: null`): BullMQ gives up a worker's connection otherwise. */
export class ConnectionOfWorker extends Redis {
  private readonly copies: Redis[] = [];

  constructor(address: RedisAddress) {
    super({ ...optionsFor(address), maxRetriesPerRequest: null, retryStrategy });
  }

  /** BullMQ copies it for the command that waits for a job, and does not always let go of the copy. */
  override duplicate(override?: Partial<RedisOptions>): Redis {
    const copy = new Redis({ ...this.options, ...override });
    this.copies.push(copy);
    return copy;
  }

  /** Ends it and its copies at once, whether or not anybody answers. */
  letGo(): void {
    for (const connection of [this, ...this.copies]) endNow(connection);
  }
}

const retryStrategy = (times: number): number => Math.min(50 * times, LONGEST_REST_MS);

/** Ends a connection at once. One that rests before its next try has nothing to end, and so never would: it begins that try first. */
export function endNow(connection: Redis): void {
  connection.disconnect();
  if (connection.status !== 'reconnecting') return;
  connection.connect().catch(() => undefined);
  connection.disconnect();
}
