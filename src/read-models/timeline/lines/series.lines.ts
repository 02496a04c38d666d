import type { Resumption, Rhythm, SeriesEvent, Suspension } from '../../../series/series.events.js';
import { dayInWords } from '../days-in-words.js';
import type { LinesFor, WordsFor } from '../line.js';

const rhythms: WordsFor<Rhythm> = {
  weekly: { nl: 'wekelijks', en: 'weekly' },
  fortnightly: { nl: 'om de week', en: 'fortnightly' },
  monthly: { nl: 'maandelijks', en: 'monthly' },
  quarterly: { nl: 'per kwartaal', en: 'quarterly' },
  irregular: { nl: 'zonder vast ritme', en: 'without a fixed rhythm' },
};

const suspensions: WordsFor<Suspension> = {
  'public-health': { nl: 'vanwege de volksgezondheid', en: 'because of public health' },
  'too-few-participants': { nl: 'te weinig deelnemers', en: 'too few participants' },
  'venue-unavailable': { nl: 'de zaal is niet beschikbaar', en: 'the venue is not available' },
  'organiser-unavailable': { nl: 'de organisator is verhinderd', en: 'the organiser is not available' },
  holidays: { nl: 'vanwege vakantie', en: 'because of holidays' },
};

const resumptions: WordsFor<Resumption> = {
  'reason-passed': { nl: 'de reden is voorbij', en: 'the reason has passed' },
  'other-arrangement': { nl: 'het wordt anders georganiseerd', en: 'it is organised in another way' },
  'suspended-in-error': { nl: 'de reeks lag ten onrechte stil', en: 'it was suspended in error' },
};

/** How the events of a series are told. */
export const seriesLines: LinesFor<SeriesEvent> = {
  SeriesStarted: ({ title, rhythm }) => ({
    nl: `Reeks ${title} begonnen, ${rhythms[rhythm].nl}`,
    en: `Series ${title} started, ${rhythms[rhythm].en}`,
  }),
  SeriesSuspended: ({ reason, from }) => ({
    nl: `Reeks ligt stil vanaf ${dayInWords(from).nl}: ${suspensions[reason].nl}`,
    en: `Series suspended from ${dayInWords(from).en}: ${suspensions[reason].en}`,
  }),
  SeriesResumed: ({ reason, from }) => ({
    nl: `Reeks gaat verder vanaf ${dayInWords(from).nl}: ${resumptions[reason].nl}`,
    en: `Series resumed from ${dayInWords(from).en}: ${resumptions[reason].en}`,
  }),
  SeriesEnded: ({ lastOn }) => ({
    nl: `Reeks beëindigd, laatste dag ${dayInWords(lastOn).nl}`,
    en: `Series ended, last day ${dayInWords(lastOn).en}`,
  }),
};
