import type { EventOf } from '../../../../kernel/vocabulary.js';
import type {
  AMBITIONS,
  BARRIERS,
  GOAL_REASONS,
  intakeVocabulary,
  NEEDS,
  TALENTS,
} from '../../../../trajectory/intake/intake.events.js';
import { dayInWords } from '../../days-in-words.js';
import { inEach, listed, same, type Line, type LinesFor, type WordsFor } from '../../line.js';
import { goals } from './terms.js';

type Events = EventOf<typeof intakeVocabulary>;

const reasons: WordsFor<(typeof GOAL_REASONS)[number]> = {
  'paid-work-not-yet-feasible': { nl: 'betaald werk is nog niet haalbaar', en: 'paid work is not yet feasible' },
  'paid-work-feasible-again': { nl: 'betaald werk is weer haalbaar', en: 'paid work is feasible again' },
  'candidate-wishes': { nl: 'wens van de kandidaat', en: 'wish of the candidate' },
  'employer-asks': { nl: 'vraag van de werkgever', en: 'at the request of the employer' },
  other: { nl: 'een andere reden', en: 'another reason' },
};

const talents: WordsFor<(typeof TALENTS)[number]> = {
  'working-with-hands': { nl: 'werken met de handen', en: 'working with the hands' },
  technical: { nl: 'techniek', en: 'technical work' },
  precise: { nl: 'nauwkeurigheid', en: 'precision' },
  caring: { nl: 'zorgen voor anderen', en: 'caring' },
  hospitable: { nl: 'gastvrijheid', en: 'hospitality' },
  organising: { nl: 'organiseren', en: 'organising' },
  driving: { nl: 'rijden', en: 'driving' },
  administrative: { nl: 'administratie', en: 'administration' },
  creative: { nl: 'creativiteit', en: 'creativity' },
  'with-languages': { nl: 'talen', en: 'languages' },
  'working-together': { nl: 'samenwerken', en: 'working together' },
  persevering: { nl: 'doorzetten', en: 'perseverance' },
  other: { nl: 'iets anders', en: 'something else' },
};

const needs: WordsFor<(typeof NEEDS)[number]> = {
  guidance: { nl: 'begeleiding', en: 'guidance' },
  training: { nl: 'scholing', en: 'training' },
  'language-support': { nl: 'taalondersteuning', en: 'language support' },
  accommodation: { nl: 'aanpassing van het werk', en: 'accommodation' },
  'fixed-hours': { nl: 'vaste uren', en: 'fixed hours' },
  'fewer-hours': { nl: 'minder uren', en: 'fewer hours' },
  travel: { nl: 'vervoer', en: 'travel' },
  'child-care': { nl: 'kinderopvang', en: 'child care' },
  'debt-advice': { nl: 'schuldhulp', en: 'debt advice' },
  rhythm: { nl: 'ritme', en: 'rhythm' },
  company: { nl: 'contact', en: 'company' },
  other: { nl: 'iets anders', en: 'something else' },
};

const ambitions: WordsFor<(typeof AMBITIONS)[number]> = {
  'paid-work': { nl: 'betaald werk', en: 'paid work' },
  'own-business': { nl: 'een eigen bedrijf', en: 'a business of their own' },
  'other-sector': { nl: 'een andere sector', en: 'another sector' },
  'more-hours': { nl: 'meer uren', en: 'more hours' },
  training: { nl: 'scholing', en: 'training' },
  'volunteer-work': { nl: 'vrijwilligerswerk', en: 'volunteer work' },
  independence: { nl: 'zelfstandigheid', en: 'independence' },
  company: { nl: 'contact', en: 'company' },
  other: { nl: 'iets anders', en: 'something else' },
};

const barriers: WordsFor<(typeof BARRIERS)[number]> = {
  language: { nl: 'taal', en: 'language' },
  debts: { nl: 'schulden', en: 'debts' },
  housing: { nl: 'wonen', en: 'housing' },
  'care-for-others': { nl: 'zorg voor anderen', en: 'care for others' },
  travel: { nl: 'reizen', en: 'travel' },
  'digital-skills': { nl: 'digitale vaardigheden', en: 'digital skills' },
  'no-recent-work': { nl: 'lang geen werk', en: 'no recent work' },
  'no-qualification': { nl: 'geen startkwalificatie', en: 'no basic qualification' },
  'work-must-be-adapted': { nl: 'het werk moet worden aangepast', en: 'the work must be adapted' },
  'hard-to-reach': { nl: 'moeilijk bereikbaar', en: 'hard to reach' },
  'criminal-record-check': { nl: 'verklaring omtrent het gedrag', en: 'criminal record check' },
  confidence: { nl: 'zelfvertrouwen', en: 'confidence' },
  other: { nl: 'iets anders', en: 'something else' },
};

/** `: talenten …; behoeften …`, without what nothing was said of. */
function talk(parts: readonly (readonly [of: Line, said: readonly Line[]])[]): Line {
  return inEach((language) => {
    const told = parts.flatMap(([of, said]) => (said.length > 0 ? [`${of[language]} ${listed(said)[language]}`] : []));
    return told.length > 0 ? `: ${told.join('; ')}` : '';
  });
}

/** How it is told how somebody is got to know, and what the aim is. */
export const intakeLines: LinesFor<Events> = {
  IntakeScheduled: ({ intakeOn }) => ({
    nl: `Intake gepland op ${dayInWords(intakeOn).nl}`,
    en: `Intake planned for ${dayInWords(intakeOn).en}`,
  }),
  IntakeMissed: ({ excused }) =>
    excused
      ? { nl: 'Intake gemist, met bericht', en: 'Intake missed, with an excuse' }
      : { nl: 'Intake gemist, zonder bericht', en: 'Intake missed, without an excuse' },
  IntakeHeld: (held) => {
    const about = talk([
      [{ nl: 'talenten', en: 'talents' }, held.talents.map((code) => talents[code])],
      [{ nl: 'behoeften', en: 'needs' }, held.needs.map((code) => needs[code])],
      [{ nl: 'ambities', en: 'ambitions' }, held.ambitions.map((code) => ambitions[code])],
      [{ nl: 'belemmeringen', en: 'barriers' }, held.barriers.map((code) => barriers[code])],
    ]);
    return { nl: `Intake gehouden${about.nl}`, en: `Intake held${about.en}` };
  },
  FollowUpAgreed: ({ followUpOn }) => ({
    nl: `Vervolgafspraak gemaakt voor ${dayInWords(followUpOn).nl}`,
    en: `Next appointment agreed for ${dayInWords(followUpOn).en}`,
  }),
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
