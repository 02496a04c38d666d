import type { EventOf } from '../../../../kernel/vocabulary.js';
import type { GOAL_REASONS, intakeVocabulary } from '../../../../trajectory/intake/intake.events.js';
import { dayInWords } from '../../days-in-words.js';
import { same, type Line, type LinesFor, type WordsFor } from '../../line.js';
import { goals } from './terms.js';

type Events = EventOf<typeof intakeVocabulary>;

const reasons: WordsFor<(typeof GOAL_REASONS)[number]> = {
  'paid-work-not-yet-feasible': { nl: 'betaald werk is nog niet haalbaar', en: 'paid work is not yet feasible' },
  'paid-work-feasible-again': { nl: 'betaald werk is weer haalbaar', en: 'paid work is feasible again' },
  'candidate-wishes': { nl: 'wens van de kandidaat', en: 'wish of the candidate' },
  'employer-asks': { nl: 'vraag van de werkgever', en: 'at the request of the employer' },
  other: { nl: 'een andere reden', en: 'another reason' },
};

/** How the aim of a trajectory is told. */
export const intakeLines: LinesFor<Events> = {
  GoalSet: ({ goal, askAgainOn }) => ({
    nl: `Doel: ${goals[goal].nl}${askAgain(askAgainOn).nl}`,
    en: `Goal: ${goals[goal].en}${askAgain(askAgainOn).en}`,
  }),
  GoalChanged: ({ goal, askAgainOn, reason }) => ({
    nl: `Doel gewijzigd in ${goals[goal].nl}: ${reasons[reason].nl}${askAgain(askAgainOn).nl}`,
    en: `Goal changed to ${goals[goal].en}: ${reasons[reason].en}${askAgain(askAgainOn).en}`,
  }),
};

function askAgain(on: Extract<Events, { type: 'GoalSet' }>['data']['askAgainOn']): Line {
  if (!on) return same('');
  return { nl: `; opnieuw ter sprake op ${dayInWords(on).nl}`, en: `; to be raised again on ${dayInWords(on).en}` };
}
