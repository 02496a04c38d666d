import type { EventOf } from '../../../../kernel/vocabulary.js';
import type {
  ASSIGNMENT_REASONS,
  HANDOVER_REASONS,
  LEAVING_REASONS,
  partiesVocabulary,
  PARTY_ROLES,
  REFUSAL_REASONS,
} from '../../../../trajectory/parties/parties.events.js';
import type { LinesFor, WordsFor } from '../../line.js';
import { legalBases } from '../open-codes.js';

const other = { nl: 'een andere reden', en: 'another reason' };

const assignments: WordsFor<(typeof ASSIGNMENT_REASONS)[number]> = {
  'first-caseworker': { nl: 'de eerste van dit traject', en: 'the first one' },
  'candidate-asked': { nl: 'op verzoek van de kandidaat', en: 'the candidate asked for it' },
  absence: { nl: 'afwezigheid', en: 'absence' },
  workload: { nl: 'werkdruk', en: 'workload' },
  expertise: { nl: 'deskundigheid', en: 'expertise' },
  other,
};

const roles: WordsFor<(typeof PARTY_ROLES)[number]> = {
  referrer: { nl: 'aanmelder', en: 'referrer' },
  guide: { nl: 'begeleider', en: 'guide' },
  provider: { nl: 'dienstverlener', en: 'provider' },
  school: { nl: 'school', en: 'school' },
  'employer-services': { nl: 'werkgeversservicepunt', en: 'employer services' },
  'benefits-agency': { nl: 'uitkeringsinstantie', en: 'benefits agency' },
  other: { nl: 'andere partij', en: 'another party' },
};

const leavings: WordsFor<(typeof LEAVING_REASONS)[number]> = {
  'task-done': { nl: 'de taak is klaar', en: 'its task is done' },
  'candidate-asked': { nl: 'op verzoek van de kandidaat', en: 'the candidate asked for it' },
  'no-legal-basis': { nl: 'de grondslag is vervallen', en: 'the legal basis is gone' },
  'handed-over': { nl: 'overgedragen', en: 'handed over' },
  other,
};

const handovers: WordsFor<(typeof HANDOVER_REASONS)[number]> = {
  expertise: { nl: 'deskundigheid', en: 'expertise' },
  moved: { nl: 'verhuisd', en: 'moved away' },
  'candidate-asked': { nl: 'op verzoek van de kandidaat', en: 'the candidate asked for it' },
  capacity: { nl: 'capaciteit', en: 'capacity' },
  other,
};

const refusals: WordsFor<(typeof REFUSAL_REASONS)[number]> = {
  'no-capacity': { nl: 'geen capaciteit', en: 'no capacity' },
  'not-our-task': { nl: 'niet onze taak', en: 'not our task' },
  'more-information-needed': { nl: 'meer informatie nodig', en: 'more information needed' },
  other,
};

/** How it is told who guides and who takes part. */
export const partiesLines: LinesFor<EventOf<typeof partiesVocabulary>> = {
  CaseworkerAssigned: ({ reason }) => ({
    nl: `Klantmanager toegewezen: ${assignments[reason].nl}`,
    en: `Caseworker assigned: ${assignments[reason].en}`,
  }),
  IncludedInCohort: () => ({ nl: 'Meegeteld in een cohort', en: 'Included in a cohort' }),
  PartyJoined: ({ role, legalBasis }) => ({
    nl: `Een organisatie doet mee als ${roles[role].nl}, op grond van ${legalBases(legalBasis).nl}`,
    en: `An organisation takes part as ${roles[role].en}, on the ground of ${legalBases(legalBasis).en}`,
  }),
  PartyLeft: ({ reason }) => ({
    nl: `Een organisatie doet niet meer mee: ${leavings[reason].nl}`,
    en: `An organisation no longer takes part: ${leavings[reason].en}`,
  }),
  HandoverOffered: ({ reason }) => ({
    nl: `Overdracht aangeboden aan een organisatie: ${handovers[reason].nl}`,
    en: `Handover offered to an organisation: ${handovers[reason].en}`,
  }),
  HandoverAccepted: () => ({ nl: 'Overdracht aangenomen', en: 'Handover accepted' }),
  HandoverRefused: ({ reason }) => ({
    nl: `Overdracht afgeslagen: ${refusals[reason].nl}`,
    en: `Handover refused: ${refusals[reason].en}`,
  }),
};
