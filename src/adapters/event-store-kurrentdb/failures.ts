import { NoAnswer } from './calls.js';

/**
 * What an error of the client says about an append: the expectation was wrong; the server refused it, so that nothing of it is
 * stored; or its outcome is unknown and must be looked up.
 */
export type AppendFailure = 'wrong-version' | 'refused' | 'unknown';

const REFUSED = new Set(['maximum-append-size-exceeded', 'access-denied', 'not-leader', 'invalid-argument', 'stream-deleted']);

/** PERMISSION_DENIED, RESOURCE_EXHAUSTED, UNAUTHENTICATED: the server turned the call away before it did anything. */
const REFUSED_CODES = new Set([7, 8, 16]);

/** PERMISSION_DENIED and UNAUTHENTICATED. */
const TURNED_AWAY_CODES = new Set([7, 16]);

type ClientError = Readonly<{ type?: string; code?: number }>;

/** Everything that is not known to have stored nothing is unknown, a plain error with code 14 and no type too. */
export function appendFailure(error: unknown): AppendFailure {
  if (error instanceof NoAnswer) return 'unknown';
  const { type, code } = error as ClientError;
  if (type === 'wrong-expected-version') return 'wrong-version';
  return REFUSED.has(type ?? '') || REFUSED_CODES.has(code ?? -1) ? 'refused' : 'unknown';
}

/** Whether a read says that there is no such stream. */
export const isMissingStream = (error: unknown): boolean => (error as ClientError).type === 'stream-not-found';

/** Whether a call says that its stream was deleted for good. */
export const isDeletedStream = (error: unknown): boolean => (error as ClientError).type === 'stream-deleted';

/** Whether an error says that the server could not be reached, or that a read was to begin where no event is. */
export const isUnavailable = (error: unknown): boolean =>
  (error as ClientError).type === 'unavailable' || (error as ClientError).code === 14;

/** Whether the server knows the user who asks not, or lets that one not do it. */
export const isTurnedAway = (error: unknown): boolean =>
  (error as ClientError).type === 'access-denied' || TURNED_AWAY_CODES.has((error as ClientError).code ?? -1);

/** Whether an error tells of the server or of the way there; those of PostgreSQL, which has the seals, have a text as code. */
export const isOfTheServer = (error: unknown): boolean =>
  error instanceof NoAnswer || (error as ClientError).type !== undefined || typeof (error as ClientError).code === 'number';

/** Whether an error says what came of a call, or that nothing came of it: those of the client have a type or a code. */
export const isOfTheClient = (error: unknown): boolean =>
  error instanceof NoAnswer || (error as ClientError).type !== undefined || (error as ClientError).code !== undefined;
