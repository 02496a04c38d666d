import { isOfTheServer } from '../adapters/event-store-kurrentdb/failures.js';
import { CopyStopped } from '../application/copying/copy-log.js';
import { outOfReach } from '../http/answers/out-of-reach.js';

/** Why a copy ended that goes on when it is run again, as the beginning of a line; null for anything else. */
export function interruptionOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof CopyStopped) return 'Stopped';
  if (isOfTheServer(error.cause ?? error)) return 'KurrentDB stopped answering';
  return outOfReach(error) ? 'PostgreSQL stopped answering' : null;
}
