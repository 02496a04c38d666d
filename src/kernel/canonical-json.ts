/** How deep a value may nest; deeper ones, and cycles, are refused instead of ending the process's stack. */
export const CANONICAL_DEPTH = 200;

/** How much of a path is told. */
const PATH_WIDTH = 200;

/** A value that has no canonical form. `path` leads to the fault and names members and places only, never a value. */
export class NotCanonical extends Error {
  override readonly name = 'NotCanonical';

  constructor(
    readonly path: string,
    readonly fault: string,
  ) {
    super(`${path} ${fault}`);
  }
}

/** What is wrong with a value; its path is put together only when it is thrown, outwards from the fault. */
class Fault extends Error {
  path = '';

  constructor(readonly fault: string) {
    super(fault);
  }
}

/** What is written as it is: most texts, so they skip what only the others need. */
const PLAIN = /^[ !#-[\]-~]*$/;
const LONE_SURROGATE = /\p{Cs}/u;

/**
 * The one text of a JSON value: members sorted by their UTF-16 code units, no white space, numbers as ECMAScript writes them.
 * Values that are equal as JSON give equal texts, so the UTF-8 bytes of the text may be hashed and compared.
 *
 * Errors: throws NotCanonical for what JSON cannot hold: undefined, functions, bigints, symbols, non-finite numbers, lone
 * surrogates (in names too), holes in arrays, objects that are more than data (a Date, a Map), and nesting beyond `CANONICAL_DEPTH`.
 * Source: RFC 8785, JSON Canonicalization Scheme (JCS).
 */
export function canonicalJson(value: unknown): string {
  try {
    return textOf(value, 0);
  } catch (error) {
    throw error instanceof Fault ? new NotCanonical(`$${error.path}`, error.fault) : error;
  }
}

function textOf(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'number':
      if (!Number.isFinite(value)) throw new Fault('is not a finite number');
      return String(value); // for a finite number what JSON writes, also for -0
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      return value === null ? 'null' : nested(value, depth + 1);
    default:
      throw new Fault(`is of type ${typeof value}, which JSON does not have`);
  }
}

function nested(value: object, depth: number): string {
  if (depth > CANONICAL_DEPTH) throw new Fault(`nests deeper than ${CANONICAL_DEPTH}`);
  if (Array.isArray(value)) return arrayText(value, depth);
  if (!isPlain(value)) throw new Fault('is an object that is more than data');
  return objectText(value as Record<string, unknown>, depth);
}

/** Counts by length, as that also visits holes. */
function arrayText(items: readonly unknown[], depth: number): string {
  let text = '';
  for (let at = 0; at < items.length; at += 1) {
    try {
      text += (at === 0 ? '' : ',') + textOf(items[at], depth);
    } catch (error) {
      throw within(`[${at}]`, error);
    }
  }
  return `[${text}]`;
}

/** `sort` without a comparison goes by UTF-16 code units. */
function objectText(members: Record<string, unknown>, depth: number): string {
  let text = '';
  for (const name of Object.keys(members).sort()) {
    const label = quoted(name);
    try {
      text += `${text === '' ? '' : ','}${label}:${textOf(members[name], depth)}`;
    } catch (error) {
      throw within(`.${name}`, error);
    }
  }
  return `{${text}}`;
}

function within(step: string, error: unknown): unknown {
  if (error instanceof Fault) error.path = (step + error.path).slice(0, PATH_WIDTH);
  return error;
}

function quoted(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  if (LONE_SURROGATE.test(text)) throw new Fault('holds a lone surrogate');
  return JSON.stringify(text);
}

/** Told by the length of the prototype chain, so that an object of another realm counts too. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
