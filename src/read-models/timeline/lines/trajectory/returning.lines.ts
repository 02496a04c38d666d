import type { EventOf } from '../../../../kernel/vocabulary.js';
import type { RETURN_WITHDRAWALS, returningVocabulary } from '../../../../trajectory/returning/returning.events.js';
import { dayInWords } from '../../days-in-words.js';
import type { LinesFor, WordsFor } from '../../line.js';

const withdrawals: WordsFor<(typeof RETURN_WITHDRAWALS)[number]> = {
  'facts-corrected': { nl: 'feiten zijn gecorrigeerd', en: 'facts were corrected' },
  'policy-changed': { nl: 'het beleid is gewijzigd', en: 'the policy changed' },
  'told-in-error': { nl: 'ten onrechte gemeld', en: 'told in error' },
};

/** How it is told that people were told of a return. */
export const returningLines: LinesFor<EventOf<typeof returningVocabulary>> = {
  CandidateReturned: ({ returnedOn, daysSinceExit }) => ({
    nl: `Terugkeer gemeld: op ${dayInWords(returnedOn).nl}, ${daysSinceExit} dagen na de uitstroom`,
    en: `Return told: on ${dayInWords(returnedOn).en}, ${daysSinceExit} days after the exit`,
  }),
  ReturnWithdrawn: ({ returnedOn, reason }) => ({
    nl: `Gemelde terugkeer op ${dayInWords(returnedOn).nl} ingetrokken: ${withdrawals[reason].nl}`,
    en: `Return told on ${dayInWords(returnedOn).en} withdrawn: ${withdrawals[reason].en}`,
  }),
};
