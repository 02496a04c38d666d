import { createPostgresBackend, withBackend, type PostgresPoolConfig } from 'bullmq';
import type pg from 'pg';
import type { DueStep } from '../../application/ports/follow-ups.js';
import { CONCURRENCY, type Bench } from './bench.js';
import { QUEUE, QUEUE_SCHEMA } from './migrate-queue.js';

const { Queue, Worker } = withBackend(createPostgresBackend);

/** The queue in the store's own database. `onError` hears of lost connections, which BullMQ mends by itself. */
export function benchOnPostgres(login: pg.ClientConfig, onError: (error: Error) => void): Bench {
  const connection = { ...login, schema: QUEUE_SCHEMA, max: 4 } as PostgresPoolConfig;
  const queue = new Queue<DueStep>(QUEUE, { connection });
  queue.on('error', onError);
  return {
    queue,
    work: ({ process, onFailed }) => {
      const worker = new Worker<DueStep>(QUEUE, process, { connection, concurrency: CONCURRENCY });
      worker.on('error', onError);
      worker.on('failed', onFailed);
      return worker;
    },
    standing: async () => ((await queue.isPaused()) ? 'unfit' : 'answers'),
    letGo: () => undefined,
  };
}
