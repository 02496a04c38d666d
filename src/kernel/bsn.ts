declare const brand: unique symbol;

/** A citizen service number (*burgerservicenummer*): nine digits that pass the eleven test, kept as text because it may begin with 0. */
export type Bsn = string & { readonly [brand]: 'bsn' };

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1];

/**
 * Whether a text is a possible BSN: nine digits, not all zero, weighted sum divisible by eleven.
 *
 * Source: the *elfproef* of the Wet algemene bepalingen burgerservicenummer; the vectors are in the spec.
 */
export function isBsn(text: string): text is Bsn {
  if (!/^\d{9}$/.test(text) || text === '000000000') return false;

  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return sum % 11 === 0;
}
