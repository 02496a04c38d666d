import type { Logger } from 'pino';
import { positionOf } from '../adapters/event-store-kurrentdb/positions.js';
import type { QueueTold } from '../adapters/follow-ups-bullmq/open-queue.js';
import { SwapRefused } from '../adapters/read-models-typeorm/swap.js';
import type { LogFoundation } from './open-log.js';
import { toldError } from './told-error.js';

/** How an operator hears that nothing can be appended, and of what others write beside the log. */
export const alarmsIn = (log: Logger): Pick<LogFoundation, 'alarm' | 'stranger'> => ({
  alarm: ({ kind, appends, sqlState }) => log.error({ alarm: { kind, appends, sqlState } }, 'the store takes no appends'),
  // By its place: what others call their streams and types may say anything. Source: R-660.
  stranger: ({ where: { id, position, revision } }) =>
    log.error(
      { alarm: { kind: 'stranger', id, position: position && positionOf(position, id), revision: String(revision) } },
      'an event in the name space of this store is not its own and is passed over: npm run store:verify names its stream',
    ),
});

/** How an operator hears of the queue. */
export const queueTold = (log: Logger, onError: QueueTold['onError']): QueueTold => ({
  onError,
  onBack: () => log.info('the queue answers again'),
  onUnkept: () => log.warn('Redis keeps no jobs over a restart (appendonly no); they are armed again within a minute of it'),
});

/** A build that would show more streams stale names them: an operator is to mend the fold. */
export const projectionError = (error: unknown): object => ({
  ...toldError(error),
  ...(error instanceof SwapRefused ? { projection: error.projection, streams: error.streams } : {}),
});
