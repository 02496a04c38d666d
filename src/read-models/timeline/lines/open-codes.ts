import { inWords, type Line } from '../line.js';

/** For what somebody counts. Ours: which there are is the tenant's to say. */
export const schemes = inWords({
  banenafspraak: { nl: 'de banenafspraak', en: 'the jobs agreement (banenafspraak)' },
  'beschut-werk': { nl: 'beschut werk', en: 'sheltered work' },
  'counts-for-three-years': { nl: 'de driejaarsregeling', en: 'the three-year scheme' },
});

/** Why an organisation may know of somebody: the grounds of the GDPR (AVG article 6). */
export const legalBases = inWords({
  consent: { nl: 'toestemming', en: 'consent' },
  contract: { nl: 'een overeenkomst', en: 'a contract' },
  'legal-obligation': { nl: 'een wettelijke verplichting', en: 'a legal obligation' },
  'vital-interests': { nl: 'een vitaal belang', en: 'vital interests' },
  'public-task': { nl: 'een publieke taak', en: 'a public task' },
  'legitimate-interests': { nl: 'een gerechtvaardigd belang', en: 'legitimate interests' },
});

/** How well somebody reads and writes: the levels of the *Referentiekader taal en rekenen*, for Dutch as a second language those of the CEFR. */
export const literacyLevels = inWords(
  Object.fromEntries(
    ['1f', '2f', '3f', '4f', 'a1', 'a2', 'b1', 'b2', 'c1', 'c2'].flatMap((level): [string, Line][] => {
      const name = level.toUpperCase();
      return [
        [`level-${level}`, { nl: name, en: name }],
        [`language-${level}`, { nl: `${name} voor taal`, en: `${name} for language` }],
        [`numeracy-${level}`, { nl: `${name} voor rekenen`, en: `${name} for numeracy` }],
      ];
    }),
  ),
);

/** How it was measured what somebody's work is worth. */
export const loonwaardeMethods = inWords({
  'expert-judgement': { nl: 'oordeel van een deskundige', en: 'judgement of an expert' },
  'uniform-2021': { nl: 'uniforme loonwaardebepaling 2021', en: 'uniform method of 2021' },
});

/** The work with which it was compared. */
export const normFunctions = inWords({
  packer: { nl: 'inpakker', en: 'packer' },
  'bakery-hand': { nl: 'bakkerijmedewerker', en: 'bakery hand' },
});

/** What an employer agreed to in a *werkakkoord*. */
export const agreementTerms = inWords({
  guidance: { nl: 'begeleiding', en: 'guidance' },
  'job-coach': { nl: 'jobcoach', en: 'job coach' },
  'training-on-the-job': { nl: 'opleiding op de werkplek', en: 'training on the job' },
});

/** What was agreed with schools. */
export const educationSubjects = inWords({
  internships: { nl: 'stages', en: 'internships' },
  'warm-handover': { nl: 'warme overdracht', en: 'warm handover' },
});
