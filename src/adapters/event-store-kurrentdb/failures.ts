import { NoAnswer } from './calls.js';

/**
 * What an error of the client says about an append: the expectation was wrong; the server refused it, so that nothing of it is
 * stored; or its outcome is unknown and must be looked up.
 */
export type AppendFailure = 'wrong-version' | 'refused' | 'unknown';

const UNAVAILABLE = 14;

const REFUSED = new Set([
  'maximum-append-size-exceeded',
  'access-denied',
  'not-leader',
  'invalid-argument',
  'invalid-transaction',
  'stream-deleted',
]);

/** PERMISSION_DENIED and UNAUTHENTICATED. */
const TURNED_AWAY_CODES = new Set([7, 16]);

/**
 * INVALID_ARGUMENT, PERMISSION_DENIED, RESOURCE_EXHAUSTED, FAILED_PRECONDITION, UNIMPLEMENTED, UNAUTHENTICATED: the server turned the call away
 * before it did anything.
 */
const REFUSED_CODES = new Set([3, 7, 8, 9, 12, 16]);

/** An answer of *batchAppend* that the client does not know; one that refuses has a name, where the others are sentences (Server Is Not Ready). */
const REFUSED_BY_NAME = /^Could not recognize \w+$/;

type ClientError = Readonly<{ type?: string; code?: number | string; message?: string }>;

/**
 * Everything that is not known to have stored nothing is unknown, a plain error with code 14 and no type too. `isShared`: other appends go by the
 * same call, so that a status with which that ended is said of all of them, whichever it was about.
 */
export function appendFailure(error: unknown, { isShared = false } = {}): AppendFailure {
  if (error instanceof NoAnswer) return 'unknown';
  const said = error as ClientError;
  if (said.type === 'wrong-expected-version') return 'wrong-version';
  return isRefusal(said) && !(isShared && isStatusOfACall(said)) ? 'refused' : 'unknown';
}

const isRefusal = ({ type = '', code, message = '' }: ClientError): boolean =>
  REFUSED.has(type) || REFUSED_CODES.has(Number(code)) || REFUSED_BY_NAME.test(message);

/** With which the call ended by which appends went; an answer to one of them has no code, and what came before it has no type. */
const isStatusOfACall = ({ type, code }: ClientError): boolean => type !== undefined && code !== undefined;

/**
 * Whether an error comes from what the client does before it sends an append, and may go on saying of each; where nobody could be reached (14) it
 * begins anew by itself.
 */
export const isBeforeSending = (error: unknown): boolean =>
  !(error instanceof NoAnswer) && (error as ClientError).type === undefined && (error as ClientError).code !== UNAVAILABLE;

/** Whether a read says that there is no such stream. */
export const isMissingStream = (error: unknown): boolean => (error as ClientError).type === 'stream-not-found';

/** Whether a call says that its stream was deleted for good. */
export const isDeletedStream = (error: unknown): boolean => (error as ClientError).type === 'stream-deleted';

/** Whether an error says that the server could not be reached, or, on some servers, that a read was to begin where no event is. */
export const isUnavailable = (error: unknown): boolean =>
  (error as ClientError).type === 'unavailable' || (error as ClientError).code === UNAVAILABLE;

/** Whether an error may say that a read was to begin where no event is: some servers have no word for that, others a word that the client has not. */
export const mayBeNowhere = (error: unknown): boolean => isUnavailable(error) || (error as ClientError).type === 'unknown';

/** Whether the server knows the user who asks not, or lets that one not do it. */
export const isTurnedAway = (error: unknown): boolean =>
  (error as ClientError).type === 'access-denied' || TURNED_AWAY_CODES.has(Number((error as ClientError).code));

/** Whether an error tells of the server or of the way there; those of PostgreSQL, which has the seals, have a text as code. */
export const isOfTheServer = (error: unknown): boolean =>
  error instanceof NoAnswer || (error as ClientError).type !== undefined || typeof (error as ClientError).code === 'number';

/** Whether an error says what came of a call, or that nothing came of it: those of the client have a type or a code. */
export const isOfTheClient = (error: unknown): boolean =>
  error instanceof NoAnswer || (error as ClientError).type !== undefined || (error as ClientError).code !== undefined;
