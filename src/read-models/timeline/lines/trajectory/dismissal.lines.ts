import type { EventOf } from '../../../../kernel/vocabulary.js';
import type { DISMISSAL_SOURCES, dismissalVocabulary } from '../../../../trajectory/dismissal/dismissal.events.js';
import { dayInWords } from '../../days-in-words.js';
import type { LinesFor, WordsFor } from '../../line.js';

const sources: WordsFor<(typeof DISMISSAL_SOURCES)[number]> = {
  candidate: { nl: 'volgens de kandidaat', en: 'as the candidate says' },
  employer: { nl: 'volgens de werkgever', en: 'as the employer says' },
  uwv: { nl: 'volgens UWV', en: 'as UWV says' },
  court: { nl: 'volgens de kantonrechter', en: 'as the court says' },
  'settlement-agreement': { nl: 'volgens de vaststellingsovereenkomst', en: 'as the settlement agreement says' },
  other: { nl: 'volgens een andere bron', en: 'as another source says' },
};

/** How a dismissal is told that somebody is threatened with. */
export const dismissalLines: LinesFor<EventOf<typeof dismissalVocabulary>> = {
  DismissalAnnounced: ({ dismissalOn, source }) => ({
    nl: `Ontslag aangezegd per ${dayInWords(dismissalOn).nl}, ${sources[source].nl}`,
    en: `Dismissal announced as of ${dayInWords(dismissalOn).en}, ${sources[source].en}`,
  }),
  DismissalRevised: ({ dismissalOn, source }) => ({
    nl: `Ontslagdatum gewijzigd in ${dayInWords(dismissalOn).nl}, ${sources[source].nl}`,
    en: `Day of dismissal changed to ${dayInWords(dismissalOn).en}, ${sources[source].en}`,
  }),
};
