import { createRedisBackend, withBackend } from 'bullmq';
import type { Redis } from 'ioredis';
import type { DueStep } from '../../application/ports/follow-ups.js';
import { CONCURRENCY, type Bench } from './bench.js';
import { QUEUE } from './migrate-queue.js';
import type { RedisAddress } from './redis-address.js';
import { connectionOfProducer, ConnectionOfWorker, endNow, tryWriting } from './redis-connections.js';
import { faultOf, infoFrom } from './redis-demands.js';
import { isRefusal, RedisWatch, type RedisTold } from './redis-watch.js';

const { Queue, Worker } = withBackend(createRedisBackend);

/** BullMQ writes down what became of each job; nobody here reads it. */
const EVENTS_KEPT = 100;

/** After this rest a worker that lost its server asks for a job again. Units: milliseconds. */
const REST_MS = 1_000;

export type OnRedis = RedisTold & Readonly<{ address: RedisAddress; storeId: string }>;

/** The queue of one store on Redis or Valkey, under a prefix of its own, so that several stores may share a server. */
export function benchOnRedis({ address, storeId, ...told }: OnRedis): Bench {
  const prefix = `trajectlijn-${storeId}`;
  const producer = connectionOfProducer(address);
  const watch = new RedisWatch(told);
  watch.add(producer);
  // The server was examined at the start; what BullMQ asks once more would leave the queue dead when it fails in between.
  const options = { connection: producer, prefix, skipVersionCheck: true, streams: { events: { maxLen: EVENTS_KEPT } } };
  const queue = new Queue<DueStep>(QUEUE, options);
  queue.on('error', watch.hear);
  let connection: ConnectionOfWorker | null = null;
  return {
    queue,
    work: ({ process, onFailed }) => {
      connection = new ConnectionOfWorker(address);
      watch.add(connection);
      const worker = new Worker<DueStep>(QUEUE, process, {
        connection,
        prefix,
        concurrency: CONCURRENCY,
        runRetryDelay: REST_MS,
      });
      worker.on('error', watch.hear);
      worker.on('failed', onFailed);
      return worker;
    },
    standing: async () => {
      await queue.waitUntilReady();
      if (producer.status !== 'ready') return 'silent'; // a server that is still loading tells of itself, and takes no jobs
      const isFit =
        faultOf(infoFrom(await producer.info())) === null && !(await queue.isPaused()) && (await takesWrites(producer));
      return isFit ? 'answers' : 'unfit';
    },
    letGo: () => {
      watch.end();
      endNow(producer);
      connection?.letGo();
    },
  };
}

/** Whether it writes what it is given, as it does not without memory or disk; throws when it does not answer. Source: R-633. */
async function takesWrites(producer: Redis): Promise<boolean> {
  try {
    await tryWriting(producer);
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}
