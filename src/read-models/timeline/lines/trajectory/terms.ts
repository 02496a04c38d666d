import type { AgreementSubject, Goal, Party, PlacementKind, Side } from '../../../../programme/terms.js';
import type { WordsFor } from '../../line.js';

/** Who takes part, within a sentence. */
export const parties: WordsFor<Party> = {
  candidate: { nl: 'de kandidaat', en: 'the candidate' },
  employer: { nl: 'de werkgever', en: 'the employer' },
  municipality: { nl: 'de gemeente', en: 'the municipality' },
};

/** The two between whom a match is made, at the head of a sentence. */
export const sides: WordsFor<Side> = {
  candidate: { nl: 'De kandidaat', en: 'The candidate' },
  employer: { nl: 'De werkgever', en: 'The employer' },
};

export const goals: WordsFor<Goal> = {
  'paid-work': { nl: 'betaald werk', en: 'paid work' },
  'work-experience': { nl: 'werkervaring', en: 'work experience' },
  'volunteer-work': { nl: 'vrijwilligerswerk', en: 'volunteer work' },
  training: { nl: 'scholing', en: 'training' },
  'sheltered-work': { nl: 'beschut werk', en: 'sheltered work' },
  other: { nl: 'iets anders', en: 'something else' },
};

export const placementKinds: WordsFor<PlacementKind> = {
  job: { nl: 'een baan', en: 'a job' },
  trial: { nl: 'een proefplaatsing', en: 'a trial placement' },
  'work-experience': { nl: 'een werkervaringsplaats', en: 'a work experience placement' },
  'learn-work': { nl: 'een leerwerkplek', en: 'a learn-work placement' },
  volunteer: { nl: 'vrijwilligerswerk', en: 'volunteer work' },
  sheltered: { nl: 'beschut werk', en: 'sheltered work' },
};

export const agreementSubjects: WordsFor<AgreementSubject> = {
  'working-hours': { nl: 'werktijden', en: 'working hours' },
  guidance: { nl: 'begeleiding', en: 'guidance' },
  training: { nl: 'scholing', en: 'training' },
  language: { nl: 'taal', en: 'language' },
  travel: { nl: 'reizen', en: 'travel' },
  'work-clothes': { nl: 'werkkleding', en: 'work clothes' },
  'adapted-tasks': { nl: 'aangepaste taken', en: 'adapted tasks' },
  'cost-split': { nl: 'verdeling van kosten', en: 'cost split' },
  evaluation: { nl: 'evaluatie', en: 'evaluation' },
};
