import { Problem, refuseRequest } from '../problem.js';
import { repeatedMember } from './repeated-member.js';
import { unstorableIn } from './unstorable.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });
const POSITION = /at position (\d+)/;
const MISPLACED = /^Unexpected token/;
/** Above this length the place of a fault is not searched for: the search reads the text up to 17 times. */
const SEARCHED_LENGTH = 100_000;

/**
 * The value that a JSON body says.
 *
 * Errors: throws a problem for what is not JSON in UTF-8 (`malformed-json`, with the place of the fault as far as it is known),
 * for an object that names a member twice (`repeated-member`), and for text that no store could keep (`invalid-input`). None repeats anything of the body.
 */
export function jsonIn(body: Buffer): unknown {
  const text = decoded(body);
  const value = parsed(text);

  const repeated = repeatedMember(text);
  if (repeated !== null) throw new Problem({ code: 'repeated-member', ...placeOf(repeated, text) });
  const errors = unstorableIn(value);
  if (errors.length > 0) refuseRequest({ code: 'invalid-input', errors });
  return value;
}

function decoded(body: Buffer): string {
  try {
    return utf8.decode(body);
  } catch {
    return refuseRequest({ code: 'malformed-json', line: null, column: null });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    // The engine's own message is not passed on: it quotes the body.
    throw new Problem({ code: 'malformed-json', ...placeOf(faultAt(text, messageOf(error)), text) });
  }
}

/** Where the engine says that the fault is; null where it cannot be found out. */
function faultAt(text: string, message: string): number | null {
  const [, position] = POSITION.exec(message) ?? [];
  if (position !== undefined) return Number(position);
  if (!MISPLACED.test(message)) return text.length;
  return text.length > SEARCHED_LENGTH ? null : firstMisplaced(text);
}

/**
 * The engine names no place for a misplaced token, but every shorter beginning of the text ends too early, which is another fault;
 * so the shortest beginning with the same fault ends where it is.
 */
function firstMisplaced(text: string): number {
  let [fine, faulty] = [0, text.length];
  while (faulty - fine > 1) {
    const middle = (fine + faulty) >> 1;
    if (isMisplaced(text.slice(0, middle))) faulty = middle;
    else fine = middle;
  }
  return faulty - 1;
}

function isMisplaced(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch (error) {
    return MISPLACED.test(messageOf(error));
  }
}

function placeOf(position: number | null, text: string): { line: number | null; column: number | null } {
  if (position === null) return { line: null, column: null };
  const before = text.slice(0, position).split('\n');
  return { line: before.length, column: before[before.length - 1].length + 1 };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '');
