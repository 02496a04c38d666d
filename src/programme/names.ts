import { fault, repeats, type Fault } from './faults.js';
import type { Definition, Names } from './programme.events.js';
import { namesIn } from './succession.js';

/** The lists of a definition whose codes it makes itself, and may therefore name. */
export const OWN_CODES = ['phases', 'followUps', 'results', 'milestones'] as const satisfies readonly (keyof Names)[];
export type OwnCodes = (typeof OWN_CODES)[number];

/** How a code is said, in each language. */
export type NameOfCode = Readonly<{ nl: string; en: string }>;

/** How a definition calls a code of its own; undefined where it does not say. */
export function nameIn({ names }: Pick<Definition, 'names'>, list: OwnCodes, code: string): NameOfCode | undefined {
  const members: readonly (NameOfCode & Readonly<{ of: string }>)[] = names?.[list] ?? [];
  const named = members.find(({ of }) => of === code);
  return named && { nl: named.nl, en: named.en };
}

/**
 * A name of nothing, and a second name of one code. A code may go without a name.
 *
 * Source: R-590, docs/rules.md.
 */
export function nameFaults(checked: Definition): Fault[] {
  return OWN_CODES.flatMap((list) => {
    const named = (checked.names?.[list] ?? []).map(({ of }, at) => ({ path: ['names', list, at, 'of'], name: of }));
    const codes = namesIn(checked, list);
    return [
      ...repeats(named),
      ...named.flatMap(({ path, name }) =>
        codes.includes(name) ? [] : [fault(path, 'names-nothing', `${name} is not in this version`)],
      ),
    ];
  });
}
