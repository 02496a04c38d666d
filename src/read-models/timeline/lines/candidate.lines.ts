import type {
  CandidateEvent,
  CountabilityOpened,
  ERASURE_GROUNDS,
  FactSource,
  TargetGroup,
} from '../../../candidate/candidate.events.js';
import { dayInWords } from '../days-in-words.js';
import { inEach, same, type Line, type LinesFor, type WordsFor } from '../line.js';
import { benefits } from './benefits.js';
import { schemes } from './open-codes.js';

const groups: WordsFor<TargetGroup> = {
  bijstand: { nl: 'mensen met bijstand', en: 'people on social assistance (bijstand)' },
  ioaw: { nl: 'mensen met IOAW', en: 'people on IOAW' },
  ioaz: { nl: 'mensen met IOAZ', en: 'people on IOAZ' },
  anw: { nl: 'mensen met Anw', en: 'people on Anw' },
  ww: { nl: 'mensen met WW', en: 'people on unemployment benefit (WW)' },
  wia: { nl: 'mensen met WIA', en: 'people on WIA' },
  wajong: { nl: 'mensen met Wajong', en: 'people on Wajong' },
  nugger: { nl: 'werkzoekenden zonder uitkering', en: 'job seekers without benefit' },
  banenafspraak: { nl: 'de banenafspraak', en: 'the jobs agreement (banenafspraak)' },
  'beschut-werk': { nl: 'beschut werk', en: 'sheltered work' },
  'threatened-with-dismissal': { nl: 'mensen die met ontslag worden bedreigd', en: 'people threatened with dismissal' },
};

const sources: WordsFor<FactSource> = {
  stated: { nl: 'volgens de kandidaat', en: 'as the candidate says' },
  municipality: { nl: 'volgens de gemeente', en: 'as the municipality says' },
  uwv: { nl: 'volgens UWV', en: 'as UWV says' },
  suwinet: { nl: 'volgens Suwinet', en: 'as Suwinet says' },
};

const counts = (verb: Line, { scheme, from, until, source }: CountabilityOpened['data']): Line => {
  const last = until ? { nl: ` tot en met ${dayInWords(until).nl}`, en: ` to ${dayInWords(until).en} inclusive` } : same('');
  const first = { nl: 'vanaf', en: 'from' };
  return inEach(
    (language) =>
      `${verb[language]} ${schemes(scheme)[language]} ${first[language]} ${dayInWords(from)[language]}${last[language]}, ${sources[source][language]}`,
  );
};

const GROUNDS: Readonly<Record<(typeof ERASURE_GROUNDS)[number], Line>> = {
  'retention-ended': { nl: 'de bewaartermijn is voorbij', en: 'the retention period has passed' },
  'right-to-erasure': { nl: 'op verzoek, AVG artikel 17', en: 'as asked for, GDPR article 17' },
};

/** How the events of a candidate are told. */
export const candidateLines: LinesFor<CandidateEvent> = {
  CandidateRegistered: ({ walkIn }) =>
    walkIn
      ? { nl: 'Binnengelopen en ingeschreven als kandidaat', en: 'Walked in and was registered as a candidate' }
      : { nl: 'Ingeschreven als kandidaat', en: 'Registered as a candidate' },
  IdentityLinked: () => ({ nl: 'Identiteit vastgesteld aan de hand van het BSN', en: 'Identity established by BSN' }),
  ContactDetailsChanged: () => ({ nl: 'Contactgegevens gewijzigd', en: 'Contact details changed' }),
  BenefitStarted: ({ kind, source }) => ({
    nl: `${capital(benefits[kind].nl)} begonnen, ${sources[source].nl}`,
    en: `${capital(benefits[kind].en)} started, ${sources[source].en}`,
  }),
  BenefitEnded: ({ kind, source }) => ({
    nl: `${capital(benefits[kind].nl)} geëindigd, ${sources[source].nl}`,
    en: `${capital(benefits[kind].en)} ended, ${sources[source].en}`,
  }),
  BenefitResumed: ({ kind, source }) => ({
    nl: `${capital(benefits[kind].nl)} hervat, ${sources[source].nl}`,
    en: `${capital(benefits[kind].en)} resumed, ${sources[source].en}`,
  }),
  TargetGroupChanged: ({ group, from, until, source }) => ({
    nl: `Behoort tot ${groups[group].nl} vanaf ${dayInWords(from).nl}${until ? ` tot en met ${dayInWords(until).nl}` : ''}, ${sources[source].nl}`,
    en: `Belongs to ${groups[group].en} from ${dayInWords(from).en}${until ? ` to ${dayInWords(until).en} inclusive` : ''}, ${sources[source].en}`,
  }),
  CountabilityOpened: (data) => counts({ nl: 'Telt mee voor', en: 'Counts for' }, data),
  CountabilityExtended: (data) => counts({ nl: 'Telt langer mee voor', en: 'Counts longer for' }, data),
  CandidateMergedInto: () => ({ nl: 'Samengevoegd met een andere kandidaat', en: 'Merged into another candidate' }),
  MergeUndone: () => ({ nl: 'Samenvoeging ongedaan gemaakt', en: 'Merge undone' }),
  CandidateErased: ({ ground }) => ({
    nl: `Gewist: wat zegt wie dit is, is vernietigd (${GROUNDS[ground].nl})`,
    en: `Erased: all that says who this is was destroyed (${GROUNDS[ground].en})`,
  }),
  CountabilityExpired: (data) => counts({ nl: 'Telt niet langer mee voor', en: 'No longer counts for' }, data),
};

const capital = (text: Line['nl']): string => text.charAt(0).toUpperCase() + text.slice(1);
