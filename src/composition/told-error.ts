import { types } from 'node:util';
import { LogRefused } from '../adapters/event-store-kurrentdb/log-refused.js';
import { ForeignPosition, LogTrouble, OutcomeUnknown, StoreUnavailable } from '../application/ports/event-store.js';
import { Fenced } from '../application/ports/fenced.js';

/** Classes of this program whose message says why, and quotes nobody. */
const OURS = [ForeignPosition, LogTrouble, Fenced, StoreUnavailable, OutcomeUnknown, LogRefused] as const;

/**
 * What the log may say of what failed in the background: its name, the code or kind that tells an operator what to look at, and why where
 * it is an error of this program's own.
 */
export type ToldError = Readonly<{ error: string; code?: string; reason?: string }>;

const CODE = /^[A-Za-z0-9_]{1,40}$/;

/** What node-postgres says without a code. */
const WITHOUT_CODE: readonly (readonly [RegExp, code: string])[] = [
  [/^Connection terminated/, 'terminated'],
  [/timeout exceeded when trying to connect|timeout expired/, 'timeout'],
];

/** Another's message may quote a person, so it is never told. Source: R-645. */
export function toldError(thrown: unknown): ToldError {
  if (!types.isNativeError(thrown)) return { error: 'unknown' };
  const code = codeOf(thrown);
  const isOurs = OURS.some((one) => thrown instanceof one);
  return { error: thrown.name, ...(code === undefined ? {} : { code }), ...(isOurs ? { reason: thrown.message } : {}) };
}

/** Its own, or that of what caused it. */
function codeOf(error: Error): string | undefined {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== undefined && CODE.test(code)) return code;
  const said = WITHOUT_CODE.find(([pattern]) => pattern.test(error.message));
  if (said) return said[1];
  return types.isNativeError(error.cause) ? codeOf(error.cause) : undefined;
}
