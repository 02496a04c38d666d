import type { ProgrammeEvent } from '../../../programme/programme.events.js';
import { dayInWords } from '../days-in-words.js';
import type { LinesFor } from '../line.js';

/** How the events of a programme are told. */
export const programmeLines: LinesFor<ProgrammeEvent> = {
  ProgrammePublished: ({ definition, validFrom }) => ({
    nl: `Programma ${definition.title} gepubliceerd, geldig vanaf ${dayInWords(validFrom).nl}`,
    en: `Programme ${definition.title} published, in force from ${dayInWords(validFrom).en}`,
  }),
};
