import type { EventOf } from '../../../../kernel/vocabulary.js';
import type { PARTICIPATION_STEPS, progressVocabulary, STEP_REASONS } from '../../../../trajectory/progress/progress.events.js';
import { dayInWords } from '../../days-in-words.js';
import type { LinesFor, WordsFor } from '../../line.js';
import { literacyLevels } from '../open-codes.js';

const steps: WordsFor<(typeof PARTICIPATION_STEPS)[number]> = {
  none: { nl: 'geen trede', en: 'no step' },
  'volunteer-work': { nl: 'vrijwilligerswerk', en: 'volunteer work' },
  'work-experience': { nl: 'werkervaring', en: 'work experience' },
  'paid-work': { nl: 'betaald werk', en: 'paid work' },
};

const reasons: WordsFor<(typeof STEP_REASONS)[number]> = {
  progress: { nl: 'vooruitgang', en: 'progress' },
  setback: { nl: 'terugval', en: 'setback' },
  'work-began': { nl: 'werk begonnen', en: 'work began' },
  'work-ended': { nl: 'werk geëindigd', en: 'work ended' },
  'candidate-wishes': { nl: 'wens van de kandidaat', en: 'wish of the candidate' },
  other: { nl: 'een andere reden', en: 'another reason' },
};

/** How it is told how somebody gets on. */
export const progressLines: LinesFor<EventOf<typeof progressVocabulary>> = {
  AssessmentRecorded: ({ learningAbility, motivation, scale }) => ({
    nl: `Beoordeeld: leervermogen ${learningAbility} en motivatie ${motivation}, van ${scale}`,
    en: `Assessed: learning ability ${learningAbility} and motivation ${motivation}, out of ${scale}`,
  }),
  ParticipationStepChanged: ({ step, reason }) => ({
    nl: `Trede van participatie is nu ${steps[step].nl}: ${reasons[reason].nl}`,
    en: `Step of participation is now ${steps[step].en}: ${reasons[reason].en}`,
  }),
  StagnationFlagged: ({ since, weeks }) => ({
    nl: `Stilstand gesignaleerd: geen contact sinds ${dayInWords(since).nl}, norm ${weeks} ${weeks === 1 ? 'week' : 'weken'}`,
    en: `Stagnation flagged: no contact since ${dayInWords(since).en}, the limit is ${weeks} ${weeks === 1 ? 'week' : 'weeks'}`,
  }),
  LiteracyActionAgreed: ({ level }) => ({
    nl: `Actie tegen laaggeletterdheid afgesproken, naar niveau ${literacyLevels(level).nl}`,
    en: `Literacy action agreed, to level ${literacyLevels(level).en}`,
  }),
  LiteracyActionCompleted: ({ level }) => ({
    nl: `Actie tegen laaggeletterdheid afgerond, niveau ${literacyLevels(level).nl} bereikt`,
    en: `Literacy action completed, level ${literacyLevels(level).en} reached`,
  }),
  IncomeEffectDiscussed: ({ matchId }) =>
    matchId
      ? { nl: 'Gesproken over wat deze baan met het inkomen doet', en: 'Talked about what this job does to the income' }
      : { nl: 'Gesproken over wat werk met het inkomen doet', en: 'Talked about what work does to the income' },
};
