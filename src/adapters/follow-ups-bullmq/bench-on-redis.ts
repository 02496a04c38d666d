import { createRedisBackend, withBackend } from 'bullmq';
import type { Redis } from 'ioredis';
import type { DueStep } from '../../application/ports/follow-ups.js';
import { CONCURRENCY, type Bench } from './bench.js';
import { QUEUE } from './migrate-queue.js';
import type { RedisAddress } from './redis-address.js';
import { connectionOfProducer, ConnectionOfWorker } from './redis-connections.js';
import { faultOf, infoFrom } from './redis-demands.js';

const { Queue, Worker } = withBackend(createRedisBackend);

/** BullMQ writes down what became of each job; nobody here reads it. */
const EVENTS_KEPT = 100;

/** After this rest a worker that lost its server asks for a job again. Units: milliseconds. */
const REST_MS = 1_000;

export type OnRedis = Readonly<{
  address: RedisAddress;
  storeId: string;
  onError(error: Error): void;
  /** The server answers again. */
  onBack(): void;
}>;

/** The queue of one store on Redis or Valkey, under a prefix of its own, so that several stores may share a server. */
export function benchOnRedis({ address, storeId, ...told }: OnRedis): Bench {
  const prefix = `trajectlijn-${storeId}`;
  const producer = connectionOfProducer(address);
  const onError = toldOnce(producer, told);
  // The server was examined at the start; what BullMQ asks once more would leave the queue dead when it fails in between.
  const options = { connection: producer, prefix, skipVersionCheck: true, streams: { events: { maxLen: EVENTS_KEPT } } };
  const queue = new Queue<DueStep>(QUEUE, options);
  queue.on('error', onError);
  let connection: ConnectionOfWorker | null = null;
  return {
    queue,
    work: ({ process, onFailed }) => {
      connection = new ConnectionOfWorker(address);
      connection.on('error', onError);
      const worker = new Worker<DueStep>(QUEUE, process, {
        connection,
        prefix,
        concurrency: CONCURRENCY,
        runRetryDelay: REST_MS,
      });
      worker.on('error', onError);
      worker.on('failed', onFailed);
      return worker;
    },
    standing: async () => {
      await queue.waitUntilReady();
      return faultOf(infoFrom(await producer.info())) === null ? 'answers' : 'unfit';
    },
    letGo: () => {
      producer.disconnect();
      connection?.letGo();
    },
  };
}

/** While a server is away every connection fails again and again: told once, until it is back. */
function toldOnce(producer: Redis, { onError, onBack }: Pick<OnRedis, 'onError' | 'onBack'>): (error: Error) => void {
  let away = false;
  producer.on('ready', () => {
    if (away) onBack();
    away = false;
  });
  return (error) => {
    if (!away) onError(error);
    away = producer.status !== 'ready';
  };
}
