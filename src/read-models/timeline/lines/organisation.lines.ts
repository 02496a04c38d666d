import type { Day } from '../../../kernel/days.js';
import type { OrganisationEvent, OrganisationKind, TeamRole } from '../../../organisation/organisation.events.js';
import { dayInWords } from '../days-in-words.js';
import { inEach, listed, type Line, type LinesFor, type WordsFor } from '../line.js';
import { educationSubjects } from './open-codes.js';

const kinds: WordsFor<OrganisationKind> = {
  municipality: { nl: 'gemeente', en: 'municipality' },
  uwv: { nl: 'UWV', en: 'UWV' },
  wsp: { nl: 'werkgeversservicepunt', en: 'employers’ service point (WSP)' },
  school: { nl: 'school', en: 'school' },
  union: { nl: 'vakbond', en: 'union' },
  'sheltered-work-company': { nl: 'sociaal werkbedrijf', en: 'sheltered-work company' },
  provider: { nl: 'dienstverlener', en: 'provider' },
};

const roles: WordsFor<TeamRole> = {
  caseworker: { nl: 'klantmanager', en: 'caseworker' },
  'account-manager': { nl: 'accountmanager', en: 'account manager' },
  'job-coach': { nl: 'jobcoach', en: 'job coach' },
  supervisor: { nl: 'leidinggevende', en: 'supervisor' },
  administrative: { nl: 'administratief medewerker', en: 'administrator' },
  other: { nl: 'teamlid', en: 'team member' },
};

const until = (last: Day | null): Line =>
  last ? { nl: ` tot en met ${dayInWords(last).nl}`, en: ` to ${dayInWords(last).en} inclusive` } : { nl: '', en: '' };

type Days = Readonly<{ from: Day; until: Day | null }>;

const spanned = (days: Days): Line => {
  const [first, last] = [dayInWords(days.from), until(days.until)];
  return { nl: `vanaf ${first.nl}${last.nl}`, en: `from ${first.en}${last.en}` };
};

type Terms = Days & Readonly<{ subjects: readonly string[] }>;

const agreed = (verb: Line, { subjects, ...days }: Terms): Line =>
  inEach((language) => `${verb[language]} ${spanned(days)[language]}: ${listed(subjects.map(educationSubjects))[language]}`);

/** How the events of an organisation are told; who works there is an opaque subject, and is not named. */
export const organisationLines: LinesFor<OrganisationEvent> = {
  OrganisationRegistered: ({ kind, name }) => ({
    nl: `${name} ingeschreven als organisatie: ${kinds[kind].nl}`,
    en: `${name} registered as an organisation: ${kinds[kind].en}`,
  }),
  ServiceOffered: ({ name }) => ({ nl: `Dienst aangeboden: ${name}`, en: `Service offered: ${name}` }),
  EducationAgreementSigned: (terms) => agreed({ nl: 'Onderwijsafspraak getekend', en: 'Education agreement signed' }, terms),
  EducationAgreementAmended: (terms) => agreed({ nl: 'Onderwijsafspraak aangepast', en: 'Education agreement amended' }, terms),
  TeamFormed: ({ name }) => ({ nl: `Team gevormd: ${name}`, en: `Team formed: ${name}` }),
  MemberJoined: ({ role }) => ({
    nl: `Iemand kwam in een team als ${roles[role].nl}`,
    en: `Somebody joined a team as ${roles[role].en}`,
  }),
  MemberLeft: () => ({ nl: 'Iemand verliet een team', en: 'Somebody left a team' }),
  AbsenceRecorded: (days) => ({ nl: `Iemand afwezig ${spanned(days).nl}`, en: `Somebody absent ${spanned(days).en}` }),
  StandInNamed: (days) => ({ nl: `Vervanger aangewezen ${spanned(days).nl}`, en: `Stand-in named ${spanned(days).en}` }),
  ClosingDaySet: ({ closedOn }) => ({
    nl: `Gesloten op ${dayInWords(closedOn).nl}`,
    en: `Closed on ${dayInWords(closedOn).en}`,
  }),
};
