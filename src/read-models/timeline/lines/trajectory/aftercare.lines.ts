import type { EventOf } from '../../../../kernel/vocabulary.js';
import type { aftercareVocabulary, GUIDANCE_KINDS } from '../../../../trajectory/aftercare/aftercare.events.js';
import type { LinesFor, WordsFor } from '../../line.js';

const kinds: WordsFor<(typeof GUIDANCE_KINDS)[number]> = {
  coaching: { nl: 'Gecoacht', en: 'Coached' },
  'on-the-job': { nl: 'Werkinhoudelijk begeleid', en: 'Guided on the job' },
};

/** How it is told who stays in contact, and that somebody was guided. */
export const aftercareLines: LinesFor<EventOf<typeof aftercareVocabulary>> = {
  AftercareContactAssigned: () => ({
    nl: 'Contactpersoon voor de nazorg toegewezen',
    en: 'Contact for the time after placement assigned',
  }),
  GuidanceSessionHeld: ({ kind, organisationId }) => ({
    nl: `${kinds[kind].nl}${organisationId ? ' door een organisatie' : ''}`,
    en: `${kinds[kind].en}${organisationId ? ' by an organisation' : ''}`,
  }),
};
