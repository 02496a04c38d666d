import type { EventOf } from '../../../../kernel/vocabulary.js';
import type { RISK_ANSWERS, RISK_SIGNALS, risksVocabulary } from '../../../../trajectory/risks/risks.events.js';
import { listed, type LinesFor, type WordsFor } from '../../line.js';

const signals: WordsFor<(typeof RISK_SIGNALS)[number]> = {
  'low-rating': { nl: 'een laag cijfer', en: 'a low rating' },
  'check-in-missed': { nl: 'een gemist gesprek', en: 'a missed check-in' },
  concern: { nl: 'zorgen', en: 'a concern' },
  'support-asked-again': { nl: 'opnieuw om ondersteuning gevraagd', en: 'support asked again' },
  'hours-reduced': { nl: 'minder uren', en: 'fewer hours' },
  absence: { nl: 'afwezigheid', en: 'absence' },
  'contract-ends': { nl: 'het contract loopt af', en: 'the contract ends' },
  'instrument-ends': { nl: 'een voorziening loopt af', en: 'an instrument ends' },
  'countability-ends': { nl: 'het meetellen loopt af', en: 'countability ends' },
  other: { nl: 'iets anders', en: 'something else' },
};

const answers: WordsFor<(typeof RISK_ANSWERS)[number]> = {
  talked: { nl: 'er is over gesproken', en: 'it was talked about' },
  support: { nl: 'ondersteuning', en: 'support' },
  'plan-revised': { nl: 'het plan is bijgesteld', en: 'the plan was revised' },
  'other-work': { nl: 'ander werk', en: 'other work' },
  'no-risk': { nl: 'er is geen risico', en: 'there is no risk' },
  'nothing-helps': { nl: 'er is niets aan te doen', en: 'nothing helps' },
  other: { nl: 'iets anders', en: 'something else' },
};

/** How it is told that somebody may drop out or come back. */
export const risksLines: LinesFor<EventOf<typeof risksVocabulary>> = {
  RiskFlagged: ({ signals: seen }) => {
    const why = listed(seen.map((signal) => signals[signal]));
    return { nl: `Risico op uitval gezien: ${why.nl}`, en: `Risk of dropping out seen: ${why.en}` };
  },
  RiskAnswered: ({ answer }) => ({
    nl: `Gereageerd op het risico op uitval: ${answers[answer].nl}`,
    en: `Risk of dropping out answered: ${answers[answer].en}`,
  }),
};
