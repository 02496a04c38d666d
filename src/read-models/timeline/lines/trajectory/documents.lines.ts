import type { EventOf } from '../../../../kernel/vocabulary.js';
import type {
  DOCUMENT_KINDS,
  DOCUMENT_WITHDRAWALS,
  documentsVocabulary,
} from '../../../../trajectory/documents/documents.events.js';
import type { LinesFor, WordsFor } from '../../line.js';

const kinds: WordsFor<(typeof DOCUMENT_KINDS)[number]> = {
  plan: { nl: 'trajectplan', en: 'plan' },
  contract: { nl: 'contract', en: 'contract' },
  decision: { nl: 'beschikking', en: 'decision' },
  certificate: { nl: 'diploma of certificaat', en: 'certificate' },
  'curriculum-vitae': { nl: 'cv', en: 'curriculum vitae' },
  report: { nl: 'rapport', en: 'report' },
  letter: { nl: 'brief', en: 'letter' },
  other: { nl: 'iets anders', en: 'something else' },
};

const withdrawals: WordsFor<(typeof DOCUMENT_WITHDRAWALS)[number]> = {
  'attached-in-error': { nl: 'ten onrechte toegevoegd', en: 'attached in error' },
  replaced: { nl: 'vervangen', en: 'replaced' },
  'candidate-asked': { nl: 'op verzoek van de kandidaat', en: 'the candidate asked for it' },
  other: { nl: 'een andere reden', en: 'another reason' },
};

/** How it is told that a document belongs here, or no longer. */
export const documentsLines: LinesFor<EventOf<typeof documentsVocabulary>> = {
  DocumentAttached: ({ kind }) => ({ nl: `Document toegevoegd: ${kinds[kind].nl}`, en: `Document attached: ${kinds[kind].en}` }),
  DocumentWithdrawn: ({ reason }) => ({
    nl: `Document ingetrokken: ${withdrawals[reason].nl}`,
    en: `Document withdrawn: ${withdrawals[reason].en}`,
  }),
};
