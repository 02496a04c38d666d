import type { EmployerAgreementSigned, EmployerEvent, SizeClass } from '../../../employer/employer.events.js';
import { asWritten, inEach, listed, same, type Line, type LinesFor, type WordsFor } from '../line.js';
import { agreementTerms } from './open-codes.js';
import { sectors } from './sectors.js';

const sizes: WordsFor<SizeClass> = {
  '1': { nl: '1 werkzame persoon', en: '1 person at work' },
  '2-9': { nl: '2 tot en met 9 werkzame personen', en: '2 to 9 people at work' },
  '10-49': { nl: '10 tot en met 49 werkzame personen', en: '10 to 49 people at work' },
  '50-249': { nl: '50 tot en met 249 werkzame personen', en: '50 to 249 people at work' },
  '250-or-more': { nl: '250 of meer werkzame personen', en: '250 or more people at work' },
};

const pledged = (verb: Line, { pledgedPlaces, sector, terms }: EmployerAgreementSigned['data']): Line => {
  const places =
    pledgedPlaces === 1 ? { nl: '1 plek', en: '1 place' } : { nl: `${pledgedPlaces} plekken`, en: `${pledgedPlaces} places` };
  const agreed = listed(terms.map(agreementTerms));
  return inEach((language) =>
    [`${verb[language]}: ${places[language]}`, sectors[sector][language], agreed[language]].filter((part) => part).join(', '),
  );
};

/** How the events of an employer are told. */
export const employerLines: LinesFor<EmployerEvent> = {
  EmployerRegistered: ({ name, sector, sizeClass }) => {
    const who = name ? same(name) : { nl: 'Ondernemer', en: 'Entrepreneur' };
    return {
      nl: `${who.nl} ingeschreven als werkgever: ${sectors[sector].nl}, ${sizes[sizeClass].nl}`,
      en: `${who.en} registered as an employer: ${sectors[sector].en}, ${sizes[sizeClass].en}`,
    };
  },
  EmployerAgreementSigned: (data) => pledged({ nl: 'Werkakkoord getekend', en: 'Agreement (werkakkoord) signed' }, data),
  EmployerAgreementAmended: (data) => pledged({ nl: 'Werkakkoord aangepast', en: 'Agreement (werkakkoord) amended' }, data),
  PlacementCredited: ({ policyVersion }) => ({
    nl: `Een plaatsing telt mee voor een werkakkoord, volgens ${asWritten(policyVersion).nl}`,
    en: `A placement counts for an agreement (werkakkoord), as ${asWritten(policyVersion).en} says`,
  }),
  PlacementCreditRevoked: ({ policyVersion }) => ({
    nl: `Een plaatsing telt niet langer mee voor een werkakkoord, volgens ${asWritten(policyVersion).nl}`,
    en: `A placement no longer counts for an agreement (werkakkoord), as ${asWritten(policyVersion).en} says`,
  }),
};
