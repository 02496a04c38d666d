import type { EventOf } from '../../../../kernel/vocabulary.js';
import type {
  FALL_REASONS,
  INTEREST_REASONS,
  MATCH_GROUNDS,
  matchVocabulary,
} from '../../../../trajectory/match/match.events.js';
import { listed, type LinesFor, type WordsFor } from '../../line.js';
import { parties, sides } from './terms.js';

const grounds: WordsFor<(typeof MATCH_GROUNDS)[number]> = {
  'met-at-meeting': { nl: 'zij ontmoetten elkaar op een bijeenkomst', en: 'they met at a meeting' },
  vacancy: { nl: 'een vacature', en: 'a vacancy' },
  'candidate-asked': { nl: 'op verzoek van de kandidaat', en: 'the candidate asked for it' },
  'employer-asked': { nl: 'op verzoek van de werkgever', en: 'the employer asked for it' },
  'caseworker-saw': { nl: 'gezien door de klantmanager', en: 'the caseworker saw it' },
};

const objections: WordsFor<(typeof INTEREST_REASONS)[number]> = {
  'work-does-not-suit': { nl: 'het werk past niet', en: 'the work does not suit' },
  'hours-do-not-suit': { nl: 'de uren passen niet', en: 'the hours do not suit' },
  'travel-too-far': { nl: 'te ver reizen', en: 'too far to travel' },
  'other-candidate': { nl: 'een andere kandidaat', en: 'another candidate' },
  'other-job': { nl: 'een andere baan', en: 'another job' },
  other: { nl: 'een andere reden', en: 'another reason' },
};

const falls: WordsFor<(typeof FALL_REASONS)[number]> = {
  'changed-mind': { nl: 'van gedachten veranderd', en: 'changed their mind' },
  'other-candidate': { nl: 'een andere kandidaat', en: 'another candidate' },
  'other-job': { nl: 'een andere baan', en: 'another job' },
  'vacancy-gone': { nl: 'de vacature is er niet meer', en: 'the vacancy is gone' },
  'no-agreement': { nl: 'geen overeenstemming', en: 'no agreement' },
  'place-taken': { nl: 'de werkplek is vergeven', en: 'the place is taken' },
  'reservation-lapsed': { nl: 'de reservering is verlopen', en: 'the reservation lapsed' },
  other: { nl: 'een andere reden', en: 'another reason' },
};

/** How it is told that candidate and employer find each other. */
export const matchLines: LinesFor<EventOf<typeof matchVocabulary>> = {
  MatchProposed: ({ because }) => ({
    nl: `Match met een werkgever voorgesteld: ${grounds[because].nl}`,
    en: `Match with an employer proposed: ${grounds[because].en}`,
  }),
  InterestExpressed: ({ by, interested, reason }) => {
    const why = reason && objections[reason];
    return {
      nl: `${sides[by].nl} zegt ${interested ? 'ja' : 'nee'} tegen de match${why ? `: ${why.nl}` : ''}`,
      en: `${sides[by].en} says ${interested ? 'yes' : 'no'} to the match${why ? `: ${why.en}` : ''}`,
    };
  },
  MatchMade: () => ({ nl: 'Match gemaakt: beiden zeiden ja', en: 'Match made: both said yes' }),
  MatchFellThrough: ({ by, reason }) => ({
    nl: `Match ging niet door, door ${parties[by].nl}: ${falls[reason].nl}`,
    en: `Match fell through, by ${parties[by].en}: ${falls[reason].en}`,
  }),
  TripartiteTalkHeld: ({ participants }) => {
    const who = listed(participants.map((party) => parties[party]));
    return { nl: `Driegesprek gehouden met ${who.nl || 'niemand'}`, en: `Three-party talk held with ${who.en || 'nobody'}` };
  },
};
