import { DUTCH_PATTERNS, DUTCH_TEXTS } from './details-in-dutch.js';
import type { Language } from './told.js';

/** The members of a fault that are read by people; the others are codes and places. */
const READ = ['detail', 'reason', 'expected'] as const;

/**
 * What is wrong in one place, in the reader's language; a text that has no Dutch yet stays English.
 *
 * Source: R-592, docs/rules.md.
 */
export function detailIn(language: Language, text: string): string {
  if (language === 'en') return text;
  if (Object.hasOwn(DUTCH_TEXTS, text)) return DUTCH_TEXTS[text];

  const [pattern, dutch] = DUTCH_PATTERNS.find(([one]) => one.test(text)) ?? [];
  return pattern && dutch ? text.replace(pattern, (_, ...parts: string[]) => filled(dutch, parts, language)) : text;
}

/** The same refusal, with each of its faults in the reader's language. */
export function faultsIn<F extends Readonly<Record<string, unknown>>>(language: Language, members: F): F {
  return Object.fromEntries(
    Object.entries(members).map(([name, value]) => [
      name,
      isFaults(name, value) ? value.map((one) => faultIn(language, one)) : value,
    ]),
  ) as F;
}

type Fault = Readonly<Record<string, unknown>>;

const isFaults = (name: string, value: unknown): value is readonly Fault[] =>
  (name === 'errors' || name === 'faults') && Array.isArray(value);

function faultIn(language: Language, fault: Fault): Fault {
  const read = READ.flatMap((name) =>
    typeof fault[name] === 'string' ? [[name, detailIn(language, fault[name])] as const] : [],
  );
  return { ...fault, ...Object.fromEntries(read) };
}

/** `$1` is what was found there as it is, `$1!` the same in the reader's language. */
const filled = (dutch: string, parts: readonly (string | undefined)[], language: Language): string =>
  dutch.replace(/\$(\d)(!?)/g, (_, nth: string, again: string) => {
    const part = parts[Number(nth) - 1] ?? '';
    return again ? detailIn(language, part) : part;
  });
