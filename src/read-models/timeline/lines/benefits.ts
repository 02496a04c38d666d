import type { BenefitKind } from '../../../programme/terms.js';
import { inWords, same, type WordsFor } from '../line.js';

/** The benefits, within a sentence. */
export const benefits: WordsFor<BenefitKind> = {
  bijstand: { nl: 'bijstandsuitkering', en: 'social assistance (bijstand)' },
  ioaw: same('IOAW'),
  ioaz: same('IOAZ'),
  anw: same('Anw'),
  ww: { nl: 'WW', en: 'unemployment benefit (WW)' },
  wia: same('WIA'),
  wao: same('WAO'),
  wajong: same('Wajong'),
  ziektewet: { nl: 'Ziektewet', en: 'sickness benefit (Ziektewet)' },
};

/** The same of a code that may be of another list. */
export const benefitsKnown = inWords(benefits);
