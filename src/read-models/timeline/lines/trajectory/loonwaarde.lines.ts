import type { EventOf } from '../../../../kernel/vocabulary.js';
import { dayInWords } from '../../days-in-words.js';
import type { LinesFor, WordsFor } from '../../line.js';
import { loonwaardeMethods, normFunctions } from '../open-codes.js';
import { parties, sides } from './terms.js';
import type { loonwaardeVocabulary, OBJECTION_OUTCOMES } from '../../../../trajectory/loonwaarde/loonwaarde.events.js';

const outcomes: WordsFor<(typeof OBJECTION_OUTCOMES)[number]> = {
  'well-founded': { nl: 'gegrond', en: 'well-founded' },
  unfounded: { nl: 'ongegrond', en: 'unfounded' },
  inadmissible: { nl: 'niet-ontvankelijk', en: 'inadmissible' },
  withdrawn: { nl: 'ingetrokken', en: 'withdrawn' },
};

/** How measurements of what somebody's work is worth are told. */
export const loonwaardeLines: LinesFor<EventOf<typeof loonwaardeVocabulary>> = {
  LoonwaardeMeasured: ({ percent, method, normFunction, validFrom, validUntil }) => ({
    nl: `Loonwaarde gemeten: ${String(percent).replace('.', ',')}% van ${normFunctions(normFunction).nl} (${loonwaardeMethods(method).nl}), geldig vanaf ${dayInWords(validFrom).nl}${validUntil ? ` tot en met ${dayInWords(validUntil).nl}` : ''}`,
    en: `Loonwaarde measured: ${percent}% of ${normFunctions(normFunction).en} (${loonwaardeMethods(method).en}), valid from ${dayInWords(validFrom).en}${validUntil ? ` until ${dayInWords(validUntil).en} inclusive` : ''}`,
  }),
  LoonwaardeObjectionFiled: ({ by }) => ({
    nl: `${sides[by].nl} maakt bezwaar tegen de loonwaardemeting`,
    en: `${sides[by].en} objects to the loonwaarde measurement`,
  }),
  LoonwaardeObjectionDecided: ({ by, outcome }) => ({
    nl: `Bezwaar van ${parties[by].nl} tegen de loonwaardemeting: ${outcomes[outcome].nl}`,
    en: `Objection of ${parties[by].en} to the loonwaarde measurement: ${outcomes[outcome].en}`,
  }),
};
