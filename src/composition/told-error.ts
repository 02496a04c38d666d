import { LogRefused } from '../adapters/event-store-kurrentdb/log-refused.js';
import { ForeignPosition, LogTrouble, OutcomeUnknown, StoreUnavailable } from '../application/ports/event-store.js';
import { Fenced } from '../application/ports/fenced.js';
import { kindOf, type ErrorKind } from './error-kind.js';

/** Classes of this program whose message says why, and quotes nobody. */
const OURS = [ForeignPosition, LogTrouble, Fenced, StoreUnavailable, OutcomeUnknown, LogRefused] as const;

/** What the log may say of what failed in the background: its kind, and why where it is an error of this program's own. */
export type ToldError = ErrorKind & Readonly<{ reason?: string }>;

/** Another's message may quote a person, so it is never told. */
export function toldError(thrown: unknown): ToldError {
  const own = OURS.some((one) => thrown instanceof one) ? (thrown as Error) : null;
  return { ...kindOf(thrown), ...(own === null ? {} : { reason: own.message }) };
}
