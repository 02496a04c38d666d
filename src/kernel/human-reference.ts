declare const brand: unique symbol;

/** What people read to each other instead of an id: eight characters and a check character. It counts nothing, and two ids may share one. */
export type HumanReference = string & { readonly [brand]: 'human-reference' };

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHECKS = `${DIGITS}*~$=U`;
const LENGTH = 8;
const BITS_A_DIGIT = 5;

/**
 * The reference of an id, from the SHA-256 of the id's text: its first 40 bits, and a check character.
 *
 * Source: Douglas Crockford, Base 32; the check is the number modulo 37, which catches every wrong character and every
 * exchange of two neighbours.
 */
export function humanReference(sha256: Uint8Array): HumanReference {
  if (sha256.length !== 32) throw new RangeError('a SHA-256 has 32 bytes');

  const number = sha256.slice(0, (LENGTH * BITS_A_DIGIT) / 8).reduce((sum, byte) => sum * 256 + byte, 0);
  const digits = Array.from({ length: LENGTH }, (_, at) => DIGITS[Math.floor(number / 32 ** (LENGTH - 1 - at)) % 32]);
  return withCheck(digits.join(''));
}

/**
 * The reference that somebody typed: in either case, with spaces or dashes, with O for 0 and I or L for 1.
 * Null when it is none or its check character is wrong.
 */
export function humanReferenceIn(text: string): HumanReference | null {
  const plain = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const digits = plain.slice(0, LENGTH);
  if (plain.length !== LENGTH + 1 || [...digits].some((digit) => !DIGITS.includes(digit))) return null;

  const reference = withCheck(digits);
  return reference === plain ? reference : null;
}

function withCheck(digits: string): HumanReference {
  const remainder = [...digits].reduce((sum, digit) => (sum * 32 + DIGITS.indexOf(digit)) % CHECKS.length, 0);
  return `${digits}${CHECKS[remainder]}` as HumanReference;
}
