import type { EventOf } from '../../../../kernel/vocabulary.js';
import type {
  CHANNELS,
  DECLINE_REASONS,
  SUPPORT_KINDS,
  SUPPORT_TOPICS,
  supportRequestsVocabulary,
} from '../../../../trajectory/support-requests/support-requests.events.js';
import { dayInWords } from '../../days-in-words.js';
import type { LinesFor, WordsFor } from '../../line.js';
import { parties } from './terms.js';

const channels: WordsFor<(typeof CHANNELS)[number]> = {
  visit: { nl: 'bij een bezoek', en: 'in a visit' },
  telephone: { nl: 'per telefoon', en: 'by telephone' },
  'e-mail': { nl: 'per e-mail', en: 'by e-mail' },
  letter: { nl: 'per brief', en: 'by letter' },
  website: { nl: 'via de website', en: 'on the website' },
  other: { nl: 'langs een andere weg', en: 'in another way' },
};

const topics: WordsFor<(typeof SUPPORT_TOPICS)[number]> = {
  hours: { nl: 'de uren', en: 'the hours' },
  tasks: { nl: 'de taken', en: 'the tasks' },
  guidance: { nl: 'de begeleiding', en: 'the guidance' },
  colleagues: { nl: "collega's", en: 'colleagues' },
  travel: { nl: 'reizen', en: 'travel' },
  money: { nl: 'geld', en: 'money' },
  language: { nl: 'taal', en: 'language' },
  workplace: { nl: 'de werkplek', en: 'the workplace' },
  absence: { nl: 'afwezigheid', en: 'absence' },
  other: { nl: 'iets anders', en: 'something else' },
};

const kinds: WordsFor<(typeof SUPPORT_KINDS)[number]> = {
  advice: { nl: 'advies', en: 'advice' },
  talk: { nl: 'een gesprek', en: 'a talk' },
  guidance: { nl: 'begeleiding', en: 'guidance' },
  'job-coaching': { nl: 'jobcoaching', en: 'job coaching' },
  training: { nl: 'scholing', en: 'training' },
  'workplace-adapted': { nl: 'aanpassing van de werkplek', en: 'an adapted workplace' },
  other: { nl: 'iets anders', en: 'something else' },
};

const declines: WordsFor<(typeof DECLINE_REASONS)[number]> = {
  'no-longer-needed': { nl: 'niet meer nodig', en: 'no longer needed' },
  'not-necessary': { nl: 'niet noodzakelijk', en: 'not necessary' },
  'other-provision': { nl: 'er is een andere voorziening', en: 'there is another provision' },
  'not-our-task': { nl: 'niet onze taak', en: 'not our task' },
  other: { nl: 'een andere reden', en: 'another reason' },
};

/** How it is told what the two sides ask for at work, and what comes of it. */
export const supportRequestsLines: LinesFor<EventOf<typeof supportRequestsVocabulary>> = {
  SupportRequested: ({ by, channel, topic }) => ({
    nl: `Ondersteuning gevraagd door ${parties[by].nl} ${channels[channel].nl}, over ${topics[topic].nl}`,
    en: `Support asked by ${parties[by].en} ${channels[channel].en}, about ${topics[topic].en}`,
  }),
  SupportGiven: ({ kind }) => ({ nl: `Ondersteuning gegeven: ${kinds[kind].nl}`, en: `Support given: ${kinds[kind].en}` }),
  SupportDeclined: ({ reason, decisionOn }) => ({
    nl: `Ondersteuning afgewezen bij besluit van ${dayInWords(decisionOn).nl}: ${declines[reason].nl}`,
    en: `Support declined by a decision of ${dayInWords(decisionOn).en}: ${declines[reason].en}`,
  }),
};
