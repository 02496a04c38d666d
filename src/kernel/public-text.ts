import { isBsn } from './bsn.js';

declare const brand: unique symbol;

/** Text about no natural person, which may stand in an event in the clear: the name of an organisation, the title of a meeting. */
export type PublicText = string & { readonly [brand]: 'public-text' };

/** How long a public text may be, in Unicode characters; definitions and ruleset content have no limit. */
export const PUBLIC_TEXT_LIMIT = 200;

/** What in a text points at a person. */
export type PersonTrace = 'bsn' | 'email' | 'telephone';

/** Why a text may not stand in the clear. */
export type PublicTextFault = 'empty' | 'too-long' | 'unstorable' | `holds-${PersonTrace}`;

const UNSTORABLE = /[\p{Cs}\p{Cc}]/u;
const INVISIBLE = /\p{Cf}/gu;
const DATE = /\b(?:\d{1,2}([-/.])\d{1,2}\1(?:19|20)\d{2}|(?:19|20)\d{2}-\d{2}-\d{2})\b/g;
const DIGIT_OF_ANY_SCRIPT = /\p{Nd}/gu;
/** Whatever stands between the groups of one number: up to three characters that are no letter and no digit. */
const GAP = String.raw`[^\p{L}\d]{0,3}`;
const GROUPED_DIGITS = new RegExp(String.raw`\d+(?:${GAP}\d+)*`, 'gu');
const EMAIL = /[\p{L}\p{N}._%+-]+ ?@ ?(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}/u;
const TELEPHONES = [
  new RegExp(String.raw`(?<!\d)(?:\+|00)${GAP}[1-9](?:${GAP}\d){7,13}(?!\d)`, 'u'),
  new RegExp(String.raw`(?<!\d)0${GAP}[1-9](?:${GAP}\d){8}(?!\d)`, 'u'),
  new RegExp(String.raw`(?<!\d)0[89]0[0-9]${GAP}\d(?:${GAP}\d){3}(?!\d)`, 'u'),
];

/**
 * The first trace of a person in a text, also when it is written with spaces, dots, dashes or other signs, or in the digits of any script.
 * A number that is part of a longer one without a gap is no BSN; days (`03-10-2019`) are no numbers.
 */
export function personTraceIn(text: string): PersonTrace | null {
  const plain = text.normalize('NFKC').replace(INVISIBLE, '').replace(DIGIT_OF_ANY_SCRIPT, asciiDigit).replace(DATE, ' day ');

  if (EMAIL.test(plain)) return 'email';
  if (holdsBsn(plain)) return 'bsn';
  return TELEPHONES.some((telephone) => telephone.test(plain)) ? 'telephone' : null;
}

/** Why this text may not stand in an event in the clear; null when it may. `limit` null means no limit. */
export function faultOfPublicText(text: string, limit: number | null = PUBLIC_TEXT_LIMIT): PublicTextFault | null {
  if (text.trim() === '') return 'empty';
  if (limit !== null && [...text].length > limit) return 'too-long';
  if (UNSTORABLE.test(limit === null ? text.replace(/[\t\n\r]/g, '') : text)) return 'unstorable';

  const trace = personTraceIn(text);
  return trace && `holds-${trace}`;
}

/** Narrows a text that has no fault; for the refinement of a schema. */
export const isPublicText = (text: string): text is PublicText => faultOfPublicText(text) === null;

/** Whether groups of digits that stand next to each other make nine digits that pass the eleven test. */
function holdsBsn(text: string): boolean {
  return [...text.matchAll(GROUPED_DIGITS)].some(([run]) => {
    const groups = run.split(/\D+/);
    return groups.some((_, from) => groups.some((__, to) => to >= from && isBsn(groups.slice(from, to + 1).join(''))));
  });
}

/** Digits of every script stand in rows of ten that begin with its nought. */
function asciiDigit(digit: string): string {
  let nought = digit.codePointAt(0)!;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(nought - 1))) nought -= 1;
  return String(digit.codePointAt(0)! - nought);
}
