import type { Logger } from 'pino';
import type { Clock } from '../application/ports/clock.js';
import type { EventStore } from '../application/ports/event-store.js';
import type { FollowUpQueue } from '../application/ports/follow-ups.js';
import type { IdentityGuard } from '../application/ports/identity.js';
import type { Loop } from '../application/ports/loops.js';
import type { Tokens } from '../application/ports/tokens.js';
import type { ClockLoop } from '../application/time/clock-loop.js';
import type { Limits } from './limits.js';

/** What the API needs beside the two buses: made elsewhere, ready for use, and closed by who made it. */
export type HttpParts = Readonly<{
  identityGuard: IdentityGuard;
  tokens: Tokens;
  store: Pick<EventStore, 'simulated' | 'lastPosition'>;
  clock: Pick<Clock, 'now'>;
  /** What reads the log; may still be filled after the start. */
  loops: readonly Loop[];
  queue: Pick<FollowUpQueue, 'standing'>;
  /** Null on a real store: then there are no addresses to move a clock. */
  clockLoop: Pick<ClockLoop, 'moveTo' | 'settle'> | null;
  log: Logger;
  limits: Limits;
}>;

/** Where Nest finds them. */
export const HTTP_PARTS = Symbol('HttpParts');
