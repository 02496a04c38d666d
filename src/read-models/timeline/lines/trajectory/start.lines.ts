import type { EventOf } from '../../../../kernel/vocabulary.js';
import type { OFFER_REASONS, REFERRALS, startVocabulary } from '../../../../trajectory/start/start.events.js';
import type { LinesFor, WordsFor } from '../../line.js';

const reasons: WordsFor<(typeof OFFER_REASONS)[number]> = {
  'found-work': { nl: 'heeft werk gevonden', en: 'found work' },
  'other-programme': { nl: 'een ander programma', en: 'another programme' },
  'not-now': { nl: 'nu niet', en: 'not now' },
  'not-wanted': { nl: 'wil dit niet', en: 'does not want it' },
  moved: { nl: 'verhuisd', en: 'moved away' },
  other: { nl: 'een andere reden', en: 'another reason' },
};

const referrals: WordsFor<(typeof REFERRALS)[number]> = {
  meeting: { nl: 'na een bijeenkomst', en: 'after a meeting' },
  municipality: { nl: 'aangemeld door de gemeente', en: 'referred by the municipality' },
  uwv: { nl: 'aangemeld door UWV', en: 'referred by UWV' },
  school: { nl: 'aangemeld door een school', en: 'referred by a school' },
  'special-education': { nl: 'aangemeld vanuit het speciaal onderwijs', en: 'referred from special education' },
  employer: { nl: 'aangemeld door een werkgever', en: 'referred by an employer' },
  provider: { nl: 'aangemeld door een dienstverlener', en: 'referred by a provider' },
  'own-initiative': { nl: 'op eigen initiatief', en: 'on own initiative' },
  return: { nl: 'na een terugkeer', en: 'after a return' },
};

/** How the beginning of a trajectory is told. */
export const startLines: LinesFor<EventOf<typeof startVocabulary>> = {
  TrajectoryOffered: ({ round }) => ({ nl: `Traject aangeboden, ronde ${round}`, en: `Trajectory offered, round ${round}` }),
  OfferAnswered: ({ accepted, reason }) => {
    const why = reason && reasons[reason];
    return {
      nl: `Aanbod ${accepted ? 'aangenomen' : 'afgeslagen'}${why ? `: ${why.nl}` : ''}`,
      en: `Offer ${accepted ? 'accepted' : 'declined'}${why ? `: ${why.en}` : ''}`,
    };
  },
  TrajectoryStarted: ({ round, referral }) => ({
    nl: `Traject begonnen, ronde ${round}, ${referrals[referral].nl}`,
    en: `Trajectory started, round ${round}, ${referrals[referral].en}`,
  }),
};
