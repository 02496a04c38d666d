import type { RulesetEvent, RulesetPublished, Scope } from '../../../ruleset/ruleset.events.js';
import { dayInWords } from '../days-in-words.js';
import type { LinesFor, WordsFor } from '../line.js';

const kinds: WordsFor<RulesetPublished['data']['kind']> = {
  'working-calendar': { nl: 'Werkkalender', en: 'Working calendar' },
};

const scopes: WordsFor<Scope> = {
  country: { nl: 'het hele land', en: 'the whole country' },
  region: { nl: 'de regio', en: 'the region' },
  tenant: { nl: 'de eigen organisatie', en: 'the own organisation' },
};

/** How the events of a ruleset are told. */
export const rulesetLines: LinesFor<RulesetEvent> = {
  RulesetPublished: ({ kind, scope, validFrom }) => ({
    nl: `${kinds[kind].nl} gepubliceerd voor ${scopes[scope].nl}, geldig vanaf ${dayInWords(validFrom).nl}`,
    en: `${kinds[kind].en} published for ${scopes[scope].en}, in force from ${dayInWords(validFrom).en}`,
  }),
};
