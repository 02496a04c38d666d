import type { EventOf } from '../../../../kernel/vocabulary.js';
import type { planVocabulary } from '../../../../trajectory/plan/plan.events.js';
import { listed, type LinesFor } from '../../line.js';
import { agreementSubjects, goals, parties } from './terms.js';

/** How it is told what was agreed. */
export const planLines: LinesFor<EventOf<typeof planVocabulary>> = {
  PlanAgreed: ({ goal, agreements, signatories }) => {
    const about = listed([...new Set(agreements.map(({ subject }) => subject))].map((subject) => agreementSubjects[subject]));
    const by = listed(signatories.map((party) => parties[party]));
    return {
      nl: `Trajectplan afgesproken met als doel ${goals[goal].nl}, over ${about.nl}; ondertekend door ${by.nl || 'niemand'}`,
      en: `Plan agreed with ${goals[goal].en} as its goal, about ${about.en}; signed by ${by.en || 'nobody'}`,
    };
  },
};
