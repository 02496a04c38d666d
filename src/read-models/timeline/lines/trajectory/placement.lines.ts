import type { EventOf } from '../../../../kernel/vocabulary.js';
import type { CONTRACTS, END_REASONS, placementVocabulary } from '../../../../trajectory/placement/placement.events.js';
import { dayInWords } from '../../days-in-words.js';
import type { LinesFor, WordsFor } from '../../line.js';
import { parties, placementKinds } from './terms.js';

/** Under what contract somebody works, within a sentence. */
export const contracts: WordsFor<(typeof CONTRACTS)[number]> = {
  permanent: { nl: 'vast contract', en: 'permanent contract' },
  'fixed-term': { nl: 'tijdelijk contract', en: 'fixed-term contract' },
  agency: { nl: 'uitzendcontract', en: 'agency contract' },
  none: { nl: 'zonder contract', en: 'no contract' },
};

const ends: WordsFor<(typeof END_REASONS)[number]> = {
  'term-expired': { nl: 'de termijn is verstreken', en: 'the term expired' },
  'other-job': { nl: 'een andere baan', en: 'another job' },
  'work-does-not-suit': { nl: 'het werk past niet', en: 'the work does not suit' },
  'no-work-left': { nl: 'er is geen werk meer', en: 'there is no work left' },
  'mutual-consent': { nl: 'in onderling overleg', en: 'by mutual consent' },
  'dropped-out': { nl: 'uitgevallen', en: 'dropped out' },
  moved: { nl: 'verhuisd', en: 'moved away' },
  other: { nl: 'een andere reden', en: 'another reason' },
};

/** How it is told where somebody works. */
export const placementLines: LinesFor<EventOf<typeof placementVocabulary>> = {
  PlacementStarted: ({ kind, contract, hoursPerWeek, until }) => ({
    nl: `Begonnen in ${placementKinds[kind].nl}: ${String(hoursPerWeek).replace('.', ',')} uur per week, ${contracts[contract].nl}${until ? `, tot en met ${dayInWords(until).nl}` : ''}`,
    en: `Started in ${placementKinds[kind].en}: ${hoursPerWeek} hours a week, ${contracts[contract].en}${until ? `, until ${dayInWords(until).en} inclusive` : ''}`,
  }),
  PlacementEnded: ({ reason, by }) => ({
    nl: `Plaatsing beëindigd door ${parties[by].nl}: ${ends[reason].nl}`,
    en: `Placement ended by ${parties[by].en}: ${ends[reason].en}`,
  }),
};
