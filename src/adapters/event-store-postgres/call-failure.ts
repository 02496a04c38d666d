import pg from 'pg';
import { NotConnected } from './append-line.js';

/**
 * What a failed call of the append function says about its appends:
 * `bad`: one of them is at fault and nothing was stored;
 * `again`: nothing was stored, and the same call may succeed (a lock not had in time, a serialization failure);
 * `not-connected`: nothing was sent;
 * `unknown`: the answer was lost, and everything or nothing was stored;
 * `unavailable`: nothing was stored, and an operator must act (disk full, log ahead of the clock).
 */
export type CallFailure = 'bad' | 'again' | 'not-connected' | 'unknown' | 'unavailable';

const BAD = new Set(['22', '23', 'P0']);
const UNKNOWN = new Set(['08', '57']);
const TRANSACTION_TIMEOUT = '25P04';
const LOCK_NOT_AVAILABLE = '55P03';

/** Judges by SQLSTATE; what is no answer of PostgreSQL (a socket's error, a time-out of our own) leaves the outcome unknown. */
export function failureOf(error: unknown): CallFailure {
  if (error instanceof NotConnected) return 'not-connected';
  const state = sqlStateOf(error);
  if (state === undefined || UNKNOWN.has(state.slice(0, 2)) || state === TRANSACTION_TIMEOUT) return 'unknown';
  if (BAD.has(state.slice(0, 2))) return 'bad';
  return state === LOCK_NOT_AVAILABLE || state.startsWith('40') ? 'again' : 'unavailable';
}

/** The SQLSTATE with which PostgreSQL answered, if it did. */
export function sqlStateOf(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined;
}
