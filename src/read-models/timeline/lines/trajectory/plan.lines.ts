import type { EventOf } from '../../../../kernel/vocabulary.js';
import type {
  BREACH_REASONS,
  EVALUATION_OUTCOMES,
  planVocabulary,
  REASSIGNMENT_REASONS,
  REVISION_REASONS,
} from '../../../../trajectory/plan/plan.events.js';
import { listed, type LinesFor, type WordsFor } from '../../line.js';
import { agreementSubjects, goals, parties } from './terms.js';

const outcomes: WordsFor<(typeof EVALUATION_OUTCOMES)[number]> = {
  'goes-well': { nl: 'het gaat goed zo', en: 'it goes well' },
  'to-be-revised': { nl: 'het plan wordt bijgesteld', en: 'the plan is to be revised' },
  completed: { nl: 'het plan is uitgevoerd', en: 'the plan is completed' },
};

const revisions: WordsFor<(typeof REVISION_REASONS)[number]> = {
  evaluation: { nl: 'na evaluatie', en: 'after an evaluation' },
  circumstances: { nl: 'andere omstandigheden', en: 'other circumstances' },
  'goal-changed': { nl: 'een ander doel', en: 'another goal' },
  'agreement-broken': { nl: 'een afspraak is niet nagekomen', en: 'an agreement was broken' },
  other: { nl: 'een andere reden', en: 'another reason' },
};

const breaches: WordsFor<(typeof BREACH_REASONS)[number]> = {
  'not-done': { nl: 'niet gedaan', en: 'not done' },
  'no-longer-possible': { nl: 'niet meer mogelijk', en: 'no longer possible' },
  circumstances: { nl: 'omstandigheden', en: 'circumstances' },
  other: { nl: 'een andere reden', en: 'another reason' },
};

const reassignments: WordsFor<(typeof REASSIGNMENT_REASONS)[number]> = {
  'can-do-it-alone': { nl: 'kan het zelf', en: 'can do it alone' },
  'needs-help': { nl: 'heeft hulp nodig', en: 'needs help' },
  absence: { nl: 'afwezigheid', en: 'absence' },
  other: { nl: 'een andere reden', en: 'another reason' },
};

/** How it is told what was agreed, and what becomes of it. */
export const planLines: LinesFor<EventOf<typeof planVocabulary>> = {
  PlanAgreed: ({ goal, agreements, signatories }) => {
    const about = listed([...new Set(agreements.map(({ subject }) => subject))].map((subject) => agreementSubjects[subject]));
    const by = listed(signatories.map((party) => parties[party]));
    return {
      nl: `Trajectplan afgesproken met als doel ${goals[goal].nl}, over ${about.nl}; ondertekend door ${by.nl || 'niemand'}`,
      en: `Plan agreed with ${goals[goal].en} as its goal, about ${about.en}; signed by ${by.en || 'nobody'}`,
    };
  },
  PlanEvaluated: ({ participants, outcome }) => {
    const who = listed(participants.map((party) => parties[party]));
    return {
      nl: `Trajectplan besproken met ${who.nl || 'niemand'}: ${outcomes[outcome].nl}`,
      en: `Plan evaluated with ${who.en || 'nobody'}: ${outcomes[outcome].en}`,
    };
  },
  PlanRevised: ({ reason, drops, adds }) => ({
    nl: `Trajectplan bijgesteld, ${drops.length} afspraken vervallen en ${adds.length} nieuw: ${revisions[reason].nl}`,
    en: `Plan revised, ${drops.length} agreements dropped and ${adds.length} new: ${revisions[reason].en}`,
  }),
  AgreementKept: () => ({ nl: 'Afspraak nagekomen', en: 'Agreement kept' }),
  AgreementBroken: ({ reason }) => ({
    nl: `Afspraak niet nagekomen: ${breaches[reason].nl}`,
    en: `Agreement broken: ${breaches[reason].en}`,
  }),
  AgreementReassigned: ({ owner, reason }) => ({
    nl: `Afspraak is nu aan ${parties[owner].nl}: ${reassignments[reason].nl}`,
    en: `Agreement is now up to ${parties[owner].en}: ${reassignments[reason].en}`,
  }),
};
