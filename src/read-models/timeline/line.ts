import type { DomainEvent } from '../../kernel/messages.js';

/** The languages in which a timeline can be read. */
export const LANGUAGES = ['nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A sentence, or a part of one, in every language. */
export type Line = Readonly<Record<Language, string>>;

/** How each code of a closed list is said within a sentence; a code without words does not compile. */
export type WordsFor<C extends string> = Readonly<Record<C, Line>>;

/** How each event of a vocabulary is told; an event without a line does not compile. */
export type LinesFor<E extends DomainEvent> = {
  readonly [T in E['type']]: (data: Extract<E, { type: T }>['data']) => Line;
};

/** One text for every language: what somebody else wrote, such as the title of a meeting. */
export const same = (text: string): Line => ({ nl: text, en: text });

/** Makes a line by saying the same in each language. */
export const inEach = (say: (language: Language) => string): Line => ({ nl: say('nl'), en: say('en') });

/** A code of an open list: its makers chose a word that can be read. */
export const asWritten = (code: string): Line => same(code.replaceAll('-', ' '));

/** Several parts as one: `a`, `a en b`, `a, b en c`. */
export function listed(parts: readonly Line[]): Line {
  const and = { nl: ' en ', en: ' and ' };
  return inEach((language) => {
    const said = parts.map((part) => part[language]);
    return [said.slice(0, -1).join(', '), said.at(-1)].filter((part) => part).join(and[language]);
  });
}
