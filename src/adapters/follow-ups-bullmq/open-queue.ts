import type pg from 'pg';
import type { FollowUpQueue } from '../../application/ports/follow-ups.js';
import { benchOnPostgres } from './bench-on-postgres.js';
import { benchOnRedis } from './bench-on-redis.js';
import { BullMqFollowUpQueue } from './bullmq-follow-up-queue.js';
import type { RedisAddress } from './redis-address.js';
import { examine } from './redis-examination.js';
import { outlivesRestart } from './redis-demands.js';

/** Who hears of the queue: of what goes wrong, that it answers again, and that it is empty after each start of its server. */
export type QueueTold = Readonly<{ onError(error: Error): void; onBack(): void; onUnkept(): void }>;

export type QueuePlace = Readonly<{ storeId: string; writer: pg.ClientConfig; redis: RedisAddress | null }>;

/**
 * Opens the queue of a store: on Redis or Valkey where an address is given, else in the store's own database.
 *
 * Errors: throws QueueRefused.
 */
export async function openQueue({ storeId, writer, redis }: QueuePlace, told: QueueTold): Promise<FollowUpQueue> {
  if (redis === null) return new BullMqFollowUpQueue(benchOnPostgres(writer, told.onError));
  if (!outlivesRestart(await examine(redis))) told.onUnkept();
  return new BullMqFollowUpQueue(benchOnRedis({ address: redis, storeId, ...told }));
}
