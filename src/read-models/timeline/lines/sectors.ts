import type { Sector } from '../../../employer/employer.events.js';
import { inWords, type WordsFor } from '../line.js';

/** The sectors, within a sentence. */
export const sectors: WordsFor<Sector> = {
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

/** The same of a code that may be of another list. */
export const sectorsKnown = inWords(sectors);
