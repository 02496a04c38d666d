import type { EventOf } from '../../../../kernel/vocabulary.js';
import type { MILESTONE_WITHDRAWALS, milestonesVocabulary } from '../../../../trajectory/milestones/milestones.events.js';
import { dayInWords } from '../../days-in-words.js';
import type { LinesFor, WordsFor } from '../../line.js';

const withdrawals: WordsFor<(typeof MILESTONE_WITHDRAWALS)[number]> = {
  'facts-corrected': { nl: 'feiten zijn gecorrigeerd', en: 'facts were corrected' },
  'policy-changed': { nl: 'het beleid is gewijzigd', en: 'the policy changed' },
  'told-in-error': { nl: 'ten onrechte gemeld', en: 'told in error' },
};

/** How it is told that people were told of a milestone. */
export const milestonesLines: LinesFor<EventOf<typeof milestonesVocabulary>> = {
  MilestoneReached: ({ milestone, reachedOn }, names) => ({
    nl: `Mijlpaal gemeld: ${names('milestones', milestone).nl}, bereikt op ${dayInWords(reachedOn).nl}`,
    en: `Milestone told: ${names('milestones', milestone).en}, reached on ${dayInWords(reachedOn).en}`,
  }),
  MilestoneWithdrawn: ({ milestone, reason }, names) => ({
    nl: `Mijlpaal ingetrokken: ${names('milestones', milestone).nl}, ${withdrawals[reason].nl}`,
    en: `Milestone withdrawn: ${names('milestones', milestone).en}, ${withdrawals[reason].en}`,
  }),
};
