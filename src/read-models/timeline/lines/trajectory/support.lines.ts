import type { EventOf } from '../../../../kernel/vocabulary.js';
import type { CONCERNS, MISS_REASONS, supportVocabulary } from '../../../../trajectory/support/support.events.js';
import { listed, type LinesFor, type WordsFor } from '../../line.js';
import { parties } from './terms.js';

const concerns: WordsFor<(typeof CONCERNS)[number]> = {
  hours: { nl: 'de uren', en: 'the hours' },
  tasks: { nl: 'de taken', en: 'the tasks' },
  guidance: { nl: 'de begeleiding', en: 'the guidance' },
  colleagues: { nl: "collega's", en: 'colleagues' },
  travel: { nl: 'reizen', en: 'travel' },
  money: { nl: 'geld', en: 'money' },
  housing: { nl: 'wonen', en: 'housing' },
  language: { nl: 'taal', en: 'language' },
  'care-for-others': { nl: 'zorg voor anderen', en: 'care for others' },
  absence: { nl: 'afwezigheid', en: 'absence' },
  other: { nl: 'iets anders', en: 'something else' },
};

const misses: WordsFor<(typeof MISS_REASONS)[number]> = {
  'no-answer': { nl: 'geen gehoor', en: 'no answer' },
  'put-off': { nl: 'uitgesteld', en: 'put off' },
  'not-attempted': { nl: 'niet geprobeerd', en: 'not attempted' },
};

/** How it is told how it goes at work. */
export const supportLines: LinesFor<EventOf<typeof supportVocabulary>> = {
  CheckInRecorded: ({ with: side, rating, concerns: about }) => {
    const worries = listed(about.map((concern) => concerns[concern]));
    return {
      nl: `Gesproken met ${parties[side].nl}: ${rating} van 5${worries.nl && `, zorgen over ${worries.nl}`}`,
      en: `Spoke with ${parties[side].en}: ${rating} out of 5${worries.en && `, concerns about ${worries.en}`}`,
    };
  },
  CheckInMissed: ({ with: side, reason }) => ({
    nl: `Gesprek met ${parties[side].nl} kwam er niet van: ${misses[reason].nl}`,
    en: `Check-in with ${parties[side].en} did not come about: ${misses[reason].en}`,
  }),
};
