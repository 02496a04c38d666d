import type { EventOf } from '../../../../kernel/vocabulary.js';
import type {
  DROP_REASONS,
  RETRAINING_KINDS,
  retrainingVocabulary,
} from '../../../../trajectory/retraining/retraining.events.js';
import type { LinesFor, WordsFor } from '../../line.js';

const kinds: WordsFor<(typeof RETRAINING_KINDS)[number]> = {
  upskilling: { nl: 'Bijscholing', en: 'Upskilling' },
  reskilling: { nl: 'Omscholing', en: 'Reskilling' },
};

const drops: WordsFor<(typeof DROP_REASONS)[number]> = {
  'too-difficult': { nl: 'te moeilijk', en: 'too difficult' },
  'found-work': { nl: 'heeft werk gevonden', en: 'found work' },
  circumstances: { nl: 'omstandigheden', en: 'circumstances' },
  motivation: { nl: 'motivatie', en: 'motivation' },
  'does-not-suit': { nl: 'het past niet', en: 'it does not suit' },
  other: { nl: 'een andere reden', en: 'another reason' },
};

/** How it is told that somebody learns other or better work. */
export const retrainingLines: LinesFor<EventOf<typeof retrainingVocabulary>> = {
  RetrainingStarted: ({ kind }) => ({ nl: `${kinds[kind].nl} begonnen`, en: `${kinds[kind].en} started` }),
  RetrainingCompleted: ({ qualified }) => ({
    nl: `Scholing afgerond ${qualified ? 'met' : 'zonder'} diploma of certificaat`,
    en: `Retraining completed ${qualified ? 'with' : 'without'} a certificate`,
  }),
  RetrainingDropped: ({ reason }) => ({
    nl: `Scholing gestaakt: ${drops[reason].nl}`,
    en: `Retraining dropped: ${drops[reason].en}`,
  }),
};
