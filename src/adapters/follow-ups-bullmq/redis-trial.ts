import { randomUUID } from 'node:crypto';
import type { FollowUpStep } from '../../application/ports/follow-ups.js';
import { benchOnRedis } from './bench-on-redis.js';
import { BullMqFollowUpQueue } from './bullmq-follow-up-queue.js';
import { QUEUE } from './migrate-queue.js';
import type { RedisAddress } from './redis-address.js';
import { RedisRefused } from './redis-watch.js';

/** Longer than this, and a server counts as one that gives no jobs. Units: milliseconds. */
const PATIENCE_MS = 5_000;

/** Waits, fails once and is tried again, so that all is done with it that is ever done with a step. */
const TRIES = { attempts: 2, firstPauseMs: 1 };

/** What is left of a queue when its only step is done. */
const LEFT = ['meta', 'id', 'events', 'marker', 'stalled-check', 'stalled', 'delayed', 'wait', 'active'];

/**
 * Lets one step of nobody go through a queue of its own, which is gone afterwards: what a user may not do shows here.
 *
 * Errors: throws what the server answers, or that it gave no job in time. Source: R-574.
 */
export async function tryOut(address: RedisAddress, clean: (keys: readonly string[]) => Promise<unknown>): Promise<void> {
  const storeId = `try-${randomUUID()}`;
  let refuse = (_: Error): void => undefined;
  const refused = new Promise<never>((_, reject) => (refuse = reject));
  refused.catch(() => undefined); // heard below, unless all went well
  const heard = (error: Error): void => refuse(error instanceof RedisRefused ? error.cause : error);
  const late = setTimeout(() => refuse(new Error('it gave no job in time')), PATIENCE_MS);
  const queue = new BullMqFollowUpQueue(benchOnRedis({ address, storeId, onError: heard, onBack: () => undefined }), TRIES);
  try {
    await Promise.race([oneStep(queue), refused]);
  } finally {
    clearTimeout(late);
    await queue.close();
    await clean(LEFT.map((name) => `trajectlijn-${storeId}:${QUEUE}:${name}`)).catch(() => undefined);
  }
}

async function oneStep(queue: BullMqFollowUpQueue): Promise<void> {
  const step = { streamId: 'trajectory-try', followUpId: 'try', version: 0, step: 0 } as unknown as FollowUpStep;
  let tries = 0;
  let ended = (): void => undefined;
  const end = new Promise<void>((resolve) => (ended = resolve));
  await queue.work(async () => {
    tries += 1;
    if (tries < TRIES.attempts) throw new Error('once more');
    ended();
    return Promise.resolve();
  }, ended);
  await queue.add([step], () => 1);
  await end;
  await queue.forget([step]);
}
