import { LogRefused } from '../adapters/event-store-kurrentdb/log-refused.js';
import { QueueRefused } from '../adapters/follow-ups-bullmq/queue-refused.js';
import { DevelopmentRefused } from '../adapters/identity-development/development-only.js';
import { KeyRefused } from '../adapters/key-folder/key-file.js';
import { diskFull, saysDiskFull, StartFailure } from '../adapters/embedded-postgres/start-failure.js';
import { CannotUnwrap } from '../application/ports/master-key.js';
import { OtherHistory } from '../application/copying/copy-log.js';
import { CopyRefused } from '../composition/copy-refused.js';
import { CannotMigrate } from '../composition/migrate.js';
import { DatabaseRefused } from './elsewhere.js';
import { WrongSetting } from '../settings/settings.js';

/**
 * How a process ends, for whoever started it.
 *
 * Shape: `stopped` by a signal, in order; `unexpected` is a fault of the program, told with its stack;
 * `wrongSetting` needs another setting; `cannotRun` needs another place, port, disk or database; `impatient` is a second Ctrl-C.
 */
export const EXIT = { stopped: 0, unexpected: 1, wrongSetting: 2, cannotRun: 3, impatient: 130 } as const;

/** Failures whose message is the one line that says what to do. */
const MENDABLE = [
  CopyRefused,
  OtherHistory,
  StartFailure,
  KeyRefused,
  CannotMigrate,
  CannotUnwrap,
  DevelopmentRefused,
  QueueRefused,
  DatabaseRefused,
  LogRefused,
] as const;

/** What to print about an error, and the code to end with. */
export type Ending = Readonly<{ code: number; text: string }>;

/** One line that says what to do for everything that a person can mend; the whole stack for anything else. */
export function endingOf(error: unknown, folder: string | null): Ending {
  if (!(error instanceof Error)) return { code: EXIT.unexpected, text: String(error) };
  if (error instanceof WrongSetting) return { code: EXIT.wrongSetting, text: error.message };
  if (MENDABLE.some((mendable) => error instanceof mendable)) return { code: EXIT.cannotRun, text: error.message };

  const line = lineFor(error, folder ?? 'the data');
  return line === null ? { code: EXIT.unexpected, text: error.stack ?? error.message } : { code: EXIT.cannotRun, text: line };
}

type SystemError = Error & { code?: string; port?: number; address?: string; hostname?: string };

/** `53100` is PostgreSQL's own code for a full disk. */
function lineFor({ code, port, address, hostname, message }: SystemError, folder: string): string | null {
  if (code === '53100' || saysDiskFull(`${code} ${message}`)) return diskFull(folder).message;
  if (code === 'EADDRINUSE') return `Port ${port} of ${address} is in use: stop what listens there, or set PORT to another one.`;
  // A server that cannot be found is refused by who looked for it; what comes here was to be listened on.
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `HOST ${hostname} is no address of this machine: set HOST to one that is.`;
  if (code === 'EADDRNOTAVAIL') return `HOST ${address} is no address of this machine: set HOST to one that is.`;
  if (code === 'EACCES' && port !== undefined) return `This user may not listen on port ${port}: set PORT to one above 1023.`;
  return null;
}
