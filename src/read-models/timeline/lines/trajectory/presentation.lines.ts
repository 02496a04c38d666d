import type { EventOf } from '../../../../kernel/vocabulary.js';
import type {
  PERMISSIONS_GIVEN,
  PRESENTATION_KINDS,
  presentationVocabulary,
  WITHDRAWAL_REASONS,
} from '../../../../trajectory/presentation/presentation.events.js';
import type { LinesFor, WordsFor } from '../../line.js';

const kinds: WordsFor<(typeof PRESENTATION_KINDS)[number]> = {
  video: { nl: 'Video', en: 'Video' },
  infographic: { nl: 'Infographic', en: 'Infographic' },
};

const permissions: WordsFor<(typeof PERMISSIONS_GIVEN)[number]> = {
  written: { nl: 'met schriftelijke toestemming', en: 'with permission in writing' },
  spoken: { nl: 'met mondelinge toestemming', en: 'with permission by word of mouth' },
};

const withdrawals: WordsFor<(typeof WITHDRAWAL_REASONS)[number]> = {
  'candidate-asked': { nl: 'op verzoek van de kandidaat', en: 'the candidate asked for it' },
  outdated: { nl: 'verouderd', en: 'out of date' },
  'found-work': { nl: 'heeft werk gevonden', en: 'found work' },
  other: { nl: 'een andere reden', en: 'another reason' },
};

/** How it is told how a candidate is presented from afar. */
export const presentationLines: LinesFor<EventOf<typeof presentationVocabulary>> = {
  PresentationPublished: ({ kind, permission }) => ({
    nl: `${kinds[kind].nl} van de kandidaat geplaatst, ${permissions[permission].nl}`,
    en: `${kinds[kind].en} of the candidate published, ${permissions[permission].en}`,
  }),
  PresentationWithdrawn: ({ reason }) => ({
    nl: `Presentatie ingetrokken: ${withdrawals[reason].nl}`,
    en: `Presentation withdrawn: ${withdrawals[reason].en}`,
  }),
  PresentationViewed: () => ({ nl: 'Een werkgever bekeek de presentatie', en: 'An employer viewed the presentation' }),
};
