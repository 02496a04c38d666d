import type { EmployerAgreementSigned, EmployerEvent, Sector, SizeClass } from '../../../employer/employer.events.js';
import { asWritten, inEach, listed, same, type Line, type LinesFor, type WordsFor } from '../line.js';

const sectors: WordsFor<Sector> = {
  agriculture: { nl: 'landbouw, bosbouw en visserij', en: 'agriculture, forestry and fishing' },
  mining: { nl: 'delfstoffenwinning', en: 'mining' },
  industry: { nl: 'industrie', en: 'industry' },
  energy: { nl: 'energievoorziening', en: 'energy supply' },
  'water-and-waste': { nl: 'water en afval', en: 'water and waste' },
  construction: { nl: 'bouw', en: 'construction' },
  trade: { nl: 'handel', en: 'trade' },
  'transport-and-logistics': { nl: 'vervoer en opslag', en: 'transport and storage' },
  hospitality: { nl: 'horeca', en: 'hospitality' },
  'information-and-communication': { nl: 'informatie en communicatie', en: 'information and communication' },
  finance: { nl: 'financiële dienstverlening', en: 'financial services' },
  'real-estate': { nl: 'onroerend goed', en: 'real estate' },
  'professional-services': { nl: 'specialistische zakelijke diensten', en: 'professional services' },
  'business-support-services': { nl: 'overige zakelijke diensten', en: 'business support services' },
  'public-administration': { nl: 'openbaar bestuur', en: 'public administration' },
  education: { nl: 'onderwijs', en: 'education' },
  'health-and-care': { nl: 'zorg en welzijn', en: 'health and care' },
  'culture-and-sport': { nl: 'cultuur, sport en recreatie', en: 'culture, sport and recreation' },
  'other-services': { nl: 'overige dienstverlening', en: 'other services' },
  households: { nl: 'huishoudens als werkgever', en: 'households as employers' },
  extraterritorial: { nl: 'internationale organisaties', en: 'international organisations' },
};

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
  const agreed = listed(terms.map(asWritten));
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
