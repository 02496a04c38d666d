import type { Category } from '../kernel/ids.js';
import type { Role } from '../kernel/messages.js';

/** What may be opened of the words of one event: all, these fields, or nothing. */
export type Opening = 'all' | readonly string[];

const NOTHING: Opening = [];

/** Who somebody is called and how to reach them; no street, which no account manager needs, no birth date and no BSN. */
const NAMES_AND_CONTACT: Opening = ['familyName', 'givenNames', 'email', 'telephone', 'town'];

type Opens = Readonly<{
  /** By kind of stream; what is not listed is not opened. */
  words: Readonly<Partial<Record<Category, Opening>>>;
  /** Which notes of others. */
  notes: ReadonlySet<string>;
}>;

const EMPLOYERS_AND_MEETINGS = { employer: 'all', meeting: 'all' } as const;

/** Who opens which words: one table, and what is not in it is not opened. Source: R-24, docs/rules.md. */
export const WORDS_OPENED: Readonly<Partial<Record<Role, Opens>>> = {
  caseworker: {
    words: { ...EMPLOYERS_AND_MEETINGS, candidate: 'all', trajectory: 'all' },
    notes: new Set(['internal', 'shared']),
  },
  supervisor: {
    words: { ...EMPLOYERS_AND_MEETINGS, candidate: 'all', trajectory: 'all' },
    notes: new Set(['internal', 'shared', 'confidential']),
  },
  'account-manager': { words: { ...EMPLOYERS_AND_MEETINGS, candidate: NAMES_AND_CONTACT }, notes: new Set(['shared']) },
};

/** Words as far as it matters who may open them; `visibility` is that of a note, null for what is no note. */
export type Sealing = Readonly<{ category: Category; visibility: string | null; isOwn: boolean }>;

/** What somebody of this role opens of the words of one event. Whoever may open words at all opens a note of their own. */
export function opensWords(role: Role, { category, visibility, isOwn }: Sealing): Opening {
  const opens = WORDS_OPENED[role];
  if (!opens) return NOTHING;

  if (visibility === null) return opens.words[category] ?? NOTHING;
  return isOwn || opens.notes.has(visibility) ? 'all' : NOTHING;
}
