import type { EventOf } from '../../../../kernel/vocabulary.js';
import type { providersVocabulary, SERVICE_OUTCOMES, SERVICES } from '../../../../trajectory/providers/providers.events.js';
import type { LinesFor, WordsFor } from '../../line.js';

const services: WordsFor<(typeof SERVICES)[number]> = {
  guidance: { nl: 'begeleiding', en: 'guidance' },
  training: { nl: 'scholing', en: 'training' },
  language: { nl: 'taal', en: 'language' },
  'job-coaching': { nl: 'jobcoaching', en: 'job coaching' },
  'work-experience': { nl: 'werkervaring', en: 'work experience' },
  'debt-advice': { nl: 'schuldhulp', en: 'debt advice' },
  other: { nl: 'iets anders', en: 'something else' },
};

const outcomes: WordsFor<(typeof SERVICE_OUTCOMES)[number]> = {
  reached: { nl: 'doel bereikt', en: 'the aim was reached' },
  'partly-reached': { nl: 'doel deels bereikt', en: 'the aim was partly reached' },
  'not-reached': { nl: 'doel niet bereikt', en: 'the aim was not reached' },
  'broken-off': { nl: 'afgebroken', en: 'broken off' },
};

/** How it is told what others do for a candidate. */
export const providersLines: LinesFor<EventOf<typeof providersVocabulary>> = {
  ProviderReferred: ({ service }) => ({
    nl: `Verwezen naar een dienstverlener voor ${services[service].nl}`,
    en: `Referred to a provider for ${services[service].en}`,
  }),
  ProviderAccepted: () => ({ nl: 'De dienstverlener neemt de verwijzing aan', en: 'The provider takes it on' }),
  ProviderCompleted: ({ outcome }) => ({
    nl: `De dienstverlener is klaar: ${outcomes[outcome].nl}`,
    en: `The provider is done: ${outcomes[outcome].en}`,
  }),
};
