import type { EventOf } from '../../../../kernel/vocabulary.js';
import type { notesVocabulary, VISIBILITIES } from '../../../../trajectory/notes/notes.events.js';
import type { LinesFor, WordsFor } from '../../line.js';

const visibilities: WordsFor<(typeof VISIBILITIES)[number]> = {
  internal: { nl: 'Interne notitie', en: 'Internal note' },
  shared: { nl: 'Gedeelde notitie', en: 'Shared note' },
  confidential: { nl: 'Vertrouwelijke notitie', en: 'Confidential note' },
};

/** How it is told that somebody wrote something; what was written is in the vault. */
export const notesLines: LinesFor<EventOf<typeof notesVocabulary>> = {
  NoteAdded: ({ visibility }) => ({
    nl: `${visibilities[visibility].nl} toegevoegd`,
    en: `${visibilities[visibility].en} added`,
  }),
};
