import type { InputFault } from '../problems/transport-problems.js';
import { personTraceIn } from '../../kernel/public-text.js';

const KEY = /^[A-Za-z0-9_-]{16,128}$/;
/** Digits of a UUID may look like a number of a person by chance, and are none. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const QUOTED = /^"(.*)"$/;

/** What the header should hold; also told to who sends another. */
export const KEY_FORM = '16 to 128 letters, digits, - and _, new for each command, such as a UUID';

/**
 * The key in an `Idempotency-Key` header, or what is wrong with it. The quotes of the header's draft standard may stand around it.
 * A key becomes part of an id by a hash without a secret, so one that may be a person's number is refused.
 */
export function idempotencyKeyIn(header: string | undefined): string | InputFault {
  const fault = (detail: string): InputFault => ({ in: 'header', path: 'Idempotency-Key', detail, expected: KEY_FORM });
  if (header === undefined) return fault('is missing');

  const key = QUOTED.exec(header)?.[1] ?? header;
  if (!KEY.test(key)) return fault('is not a key');
  return !UUID.test(key) && personTraceIn(key) ? fault('may be the number of a person') : key;
}
