import type { EventOf } from '../../../../kernel/vocabulary.js';
import { dayInWords } from '../../days-in-words.js';
import type { Line, LinesFor } from '../../line.js';
import { sectorsKnown } from '../sectors.js';
import { placementKinds } from './terms.js';
import type { employmentVocabulary } from '../../../../trajectory/employment/employment.events.js';
import { contracts } from './placement.lines.js';

const hours = (perWeek: number): Line => ({
  nl: `${String(perWeek).replace('.', ',')} uur per week`,
  en: `${perWeek} hours a week`,
});

/** How it is told how somebody is employed. */
export const employmentLines: LinesFor<EventOf<typeof employmentVocabulary>> = {
  ContractSigned: ({ contract, hoursPerWeek, signedOn, from, until }) => ({
    nl: `Arbeidsovereenkomst binnen (${contracts[contract].nl}, ${hours(hoursPerWeek).nl}), getekend op ${dayInWords(signedOn).nl}, vanaf ${dayInWords(from).nl}${until ? ` tot en met ${dayInWords(until).nl}` : ''}`,
    en: `Contract of employment came in (${contracts[contract].en}, ${hours(hoursPerWeek).en}), signed on ${dayInWords(signedOn).en}, from ${dayInWords(from).en}${until ? ` until ${dayInWords(until).en} inclusive` : ''}`,
  }),
  PlacementExtended: ({ until }) =>
    until
      ? {
          nl: `Plaatsing verlengd tot en met ${dayInWords(until).nl}`,
          en: `Placement extended until ${dayInWords(until).en} inclusive`,
        }
      : { nl: 'Plaatsing verlengd zonder einddatum', en: 'Placement extended without a last day' },
  PlacementConverted: ({ kind }) => ({
    nl: `Plaatsing gaat verder als ${placementKinds[kind].nl}`,
    en: `Placement goes on as ${placementKinds[kind].en}`,
  }),
  NewJobFound: ({ sectorFrom, sectorTo, startsOn }) => ({
    nl: `Nieuwe baan gevonden in ${sectorsKnown(sectorTo).nl}${sectorFrom ? `, vanuit ${sectorsKnown(sectorFrom).nl}` : ''}, vanaf ${dayInWords(startsOn).nl}`,
    en: `New job found in ${sectorsKnown(sectorTo).en}${sectorFrom ? `, from ${sectorsKnown(sectorFrom).en}` : ''}, as of ${dayInWords(startsOn).en}`,
  }),
};
