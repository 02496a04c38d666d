import { Redis, type RedisOptions } from 'ioredis';
import { isIP } from 'node:net';
import { certificateFault } from '../certificate-faults.js';
import { placeOf, type RedisAddress } from './redis-address.js';
import { faultOf, infoFrom, remedyOf, type RedisInfo } from './redis-demands.js';
import { QueueRefused } from './queue-refused.js';

/** Longer than this, and a server counts as away. Units: milliseconds. */
const PATIENCE_MS = 3_000;

/** After so long without a word the system asks whether the other end is there. Units: milliseconds. */
const KEEP_ALIVE_MS = 10_000;

/** How long a lost connection rests before it is made again. Units: milliseconds. */
const LONGEST_REST_MS = 1_000;

const optionsFor = ({ tls, ca, ...address }: RedisAddress): RedisOptions => ({
  ...address,
  ...(tls ? { tls: { ...(isIP(address.host) ? {} : { servername: address.host }), ...(ca ? { ca } : {}) } } : {}),
  connectionName: 'trajectlijn',
  connectTimeout: PATIENCE_MS,
  keepAlive: KEEP_ALIVE_MS, // no socketTimeout: ioredis lets its timer outlive the connection, and ends the next one by it
});

/**
 * Asks a server, before anything is built on it, whether it can hold the queue, and answers what it says of itself.
 *
 * Errors: throws QueueRefused when it does not answer, does not let us in, or is not as BullMQ needs it. Source: R-574.
 */
export async function examine(address: RedisAddress): Promise<RedisInfo> {
  const { client, cause, close } = connectionThatTriesOnce(address);
  const late = setTimeout(close, PATIENCE_MS);
  try {
    await client.connect();
    const info = infoFrom(await client.info());
    const fault = faultOf(info);
    if (fault !== null) throw new QueueRefused(`REDIS_URL: ${placeOf(address)} ${remedyOf(fault, info)}.`);
    await tryWriting(client);
    return info;
  } catch (error) {
    throw error instanceof QueueRefused ? error : refusalFor(cause() ?? error, address);
  } finally {
    clearTimeout(late);
    close();
  }
}

/** Writes as BullMQ does, by a script: a full disk, memory that is used up and a user who may not are noticed here and not at the first job. */
async function tryWriting(client: Redis): Promise<void> {
  const script = `redis.call('hset', KEYS[1], 'at', ARGV[1]); redis.call('zadd', KEYS[2], 1, 'x'); return redis.call('del', KEYS[1], KEYS[2])`;
  await client.eval(script, 2, `trajectlijn-try-${process.pid}-hash`, `trajectlijn-try-${process.pid}-set`, 'now');
}

function connectionThatTriesOnce(address: RedisAddress) {
  const client = new Redis({
    ...optionsFor(address),
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    commandTimeout: PATIENCE_MS,
    maxLoadingRetryTime: PATIENCE_MS,
  });
  let cause: Error | undefined;
  client.on('error', (error: Error) => (cause ??= error)); // what is thrown says only that the connection is closed
  return { client, cause: () => cause, close: () => client.disconnect() };
}

/** What to mend when a server answers a write with one of these. */
const REMEDY: Readonly<Record<string, string>> = {
  MISCONF: 'its disk, on which it cannot save,',
  OOM: 'maxmemory, which is used up,',
  READONLY: 'its role, which is to read only,',
};

function refusalFor(error: unknown, address: RedisAddress): QueueRefused {
  const { message = '', code } = error as NodeJS.ErrnoException;
  const place = `REDIS_URL: ${placeOf(address)}`;
  const untrusted = certificateFault(error);
  if (untrusted !== null)
    return new QueueRefused(`${place} ${untrusted}: set REDIS_CA_FILE to the certificate of who signed it.`);
  if (/^(WRONGPASS|NOAUTH|NOPERM|ERR AUTH)/.test(message))
    return new QueueRefused(`${place} does not let this user in: mend the user name or the password, and what that user may do.`);
  const refused = /^(MISCONF|OOM|READONLY)\b/.exec(message)?.[1];
  if (refused) return new QueueRefused(`${place} takes no jobs (${refused}): mend ${REMEDY[refused]} there.`);
  return new QueueRefused(
    `${place} does not answer (${code ?? 'no answer'}): start Redis or Valkey there, or leave REDIS_URL out.`,
  );
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
