import type { DomainEvent } from '../../kernel/messages.js';
import type { OwnCodes } from '../../programme/names.js';

/** The languages in which a timeline can be read. */
export const LANGUAGES = ['nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A sentence, or a part of one, in every language. */
export type Line = Readonly<Record<Language, string>>;

/** How each code of a closed list is said within a sentence; a code without words does not compile. */
export type WordsFor<C extends string> = Readonly<Record<C, Line>>;

/** How a programme calls a code of its own, within a sentence. */
export type NamesOfCodes = (list: OwnCodes, code: string) => Line;

/** How each event of a vocabulary is told, with the names of the programme that it stands under; an event without a line does not compile. */
export type LinesFor<E extends DomainEvent> = {
  readonly [T in E['type']]: (data: Extract<E, { type: T }>['data'], names: NamesOfCodes) => Line;
};

/** One text for every language: what somebody else wrote, such as the title of a meeting. */
export const same = (text: string): Line => ({ nl: text, en: text });

/** Makes a line by saying the same in each language. */
export const inEach = (say: (language: Language) => string): Line => ({ nl: say('nl'), en: say('en') });

/** A code for which nobody gave words, as it is: whoever made it knows it, and a guess would be English in every language. */
export const asWritten = (code: string): Line => same(code);

/** Says the codes of an open list that many use in words, and every other as it is written. */
export const inWords =
  (known: Readonly<Record<string, Line>>) =>
  (code: string): Line =>
    Object.hasOwn(known, code) ? known[code] : asWritten(code);

/** Several parts as one: `a`, `a en b`, `a, b en c`. */
export function listed(parts: readonly Line[]): Line {
  const and = { nl: ' en ', en: ' and ' };
  return inEach((language) => {
    const said = parts.map((part) => part[language]);
    return [said.slice(0, -1).join(', '), said.at(-1)].filter((part) => part).join(and[language]);
  });
}
