/** How deep a value may nest; deeper ones, and cycles, are refused instead of ending the process's stack. */
export const CANONICAL_DEPTH = 200;

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
  return textOf(value, '$', 0);
}

function textOf(value: unknown, path: string, depth: number): string {
  switch (typeof value) {
    case 'string':
      return quoted(value, path);
    case 'number':
      if (!Number.isFinite(value)) throw new NotCanonical(path, 'is not a finite number');
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      return value === null ? 'null' : nested(value, path, depth + 1);
    default:
      throw new NotCanonical(path, `is of type ${typeof value}, which JSON does not have`);
  }
}

function nested(value: object, path: string, depth: number): string {
  if (depth > CANONICAL_DEPTH) throw new NotCanonical(path.slice(0, 60), `nests deeper than ${CANONICAL_DEPTH}`);
  if (Array.isArray(value))
    // Array.from also visits holes, which map would keep silent about.
    return `[${Array.from(value, (item: unknown, at) => textOf(item, `${path}[${at}]`, depth)).join(',')}]`;
  if (!isPlain(value)) throw new NotCanonical(path, 'is an object that is more than data');

  const members = Object.keys(value).sort(byCodeUnits);
  const pairs = members.map(
    (name) => `${quoted(name, path)}:${textOf((value as Record<string, unknown>)[name], `${path}.${name}`, depth)}`,
  );
  return `{${pairs.join(',')}}`;
}

function quoted(text: string, path: string): string {
  if (LONE_SURROGATE.test(text)) throw new NotCanonical(path, 'holds a lone surrogate');
  return JSON.stringify(text);
}

const byCodeUnits = (one: string, other: string): number => (one < other ? -1 : 1);

/** Told by the length of the prototype chain, so that an object of another realm counts too. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
