import type { Logger } from 'pino';
import type { HearsStrangers } from '../adapters/event-store-kurrentdb/strangers.js';
import { positionOf } from '../adapters/event-store-kurrentdb/positions.js';

/** Tells of what is passed over in the log, by its place: what others call their streams and types may say anything. Source: R-660. */
export const strangersTold =
  (log: Logger): HearsStrangers =>
  ({ where: { id, position, revision } }) =>
    log.error(
      { alarm: { kind: 'stranger', id, position: position && positionOf(position, id), revision: String(revision) } },
      'an event in the name space of this store is not its own and is passed over: npm run store:verify names its stream',
    );
