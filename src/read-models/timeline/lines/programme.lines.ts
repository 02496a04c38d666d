import type { ProgrammeEvent, TARGET_MEASURES } from '../../../programme/programme.events.js';
import { dayInWords } from '../days-in-words.js';
import type { LinesFor, WordsFor } from '../line.js';
import { benefitsKnown } from './benefits.js';

const measures: WordsFor<(typeof TARGET_MEASURES)[number]> = {
  'from-benefit-into-job': { nl: 'mensen van een uitkering naar een baan', en: 'people from a benefit into a job' },
};

/** How the events of a programme are told. */
export const programmeLines: LinesFor<ProgrammeEvent> = {
  ProgrammePublished: ({ definition, validFrom, copiedFrom }) => {
    const from = copiedFrom && {
      nl: `, overgenomen van het land (versie ${copiedFrom.version})`,
      en: `, copied from the country (version ${copiedFrom.version})`,
    };
    return {
      nl: `Programma ${definition.title} gepubliceerd, geldig vanaf ${dayInWords(validFrom).nl}${from?.nl ?? ''}`,
      en: `Programme ${definition.title} published, in force from ${dayInWords(validFrom).en}${from?.en ?? ''}`,
    };
  },
  TargetSet: ({ year, measure, count }) => ({
    nl: `Doel voor ${year} gesteld: ${count} ${measures[measure].nl}`,
    en: `Target for ${year} set: ${count} ${measures[measure].en}`,
  }),
  CohortFrozen: ({ benefit, months, asOf, count }) => ({
    nl: `Groep vastgesteld op ${dayInWords(asOf).nl}: ${count} mensen met ${benefitsKnown(benefit).nl}, minstens ${months} maanden`,
    en: `Cohort frozen as of ${dayInWords(asOf).en}: ${count} people with ${benefitsKnown(benefit).en} for at least ${months} months`,
  }),
  ProgrammeClosed: ({ successorId }) =>
    successorId === null
      ? { nl: 'Programma gesloten', en: 'Programme closed' }
      : { nl: 'Programma gesloten; een ander komt ervoor in de plaats', en: 'Programme closed; another takes its place' },
};
