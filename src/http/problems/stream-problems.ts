import type { ApplicationRefusal } from '../../application/refusals.js';
import type { CandidateRefusal } from '../../candidate/decider.js';
import type { EmployerRefusal } from '../../employer/decider.js';
import type { MeetingRefusal } from '../../meeting/decider.js';
import type { ProgrammeRefusal } from '../../programme/decider.js';
import type { RulesetRefusal } from '../../ruleset/decider.js';
import type { SeriesRefusal } from '../../series/decider.js';
import type { WorkplaceRefusal } from '../../workplace/decider.js';
import type { OrganisationRefusal } from '../../organisation/decider.js';
import { told, type Told } from './told.js';

/** What every stream but the trajectory may refuse. */
export type StreamRefusal =
  | CandidateRefusal
  | EmployerRefusal
  | WorkplaceRefusal
  | SeriesRefusal
  | MeetingRefusal
  | OrganisationRefusal
  | ProgrammeRefusal
  | RulesetRefusal;

type Problems<R extends { code: string }> = Readonly<Record<Exclude<R['code'], ApplicationRefusal['code']>, Told>>;

const CANDIDATE: Problems<CandidateRefusal> = {
  'candidate-already-registered': told(409, 'This candidate is registered already', 'Deze kandidaat is al ingeschreven'),
  'candidate-not-registered': told(409, 'This candidate is not registered', 'Deze kandidaat is niet ingeschreven'),
  'before-registration': told(422, 'That lies before the registration', 'Dat ligt vóór de inschrijving'),
  'identity-already-linked': {
    status: 409,
    en: 'This candidate is linked to a BSN already',
    nl: 'Aan deze kandidaat is al een BSN gekoppeld',
    hint: { en: 'Correct the event that brought a wrong one.', nl: 'Corrigeer de gebeurtenis die een verkeerd BSN bracht.' },
  },
  'benefit-runs': told(409, 'This benefit runs already on that day', 'Deze uitkering loopt al op die dag'),
  'benefit-had-ended': told(409, 'This benefit had ended already', 'Deze uitkering was al geëindigd'),
  merged: {
    status: 409,
    en: 'This candidate was merged into another one',
    nl: 'Deze kandidaat is samengevoegd met een andere',
    hint: { en: 'Do it for the survivor.', nl: 'Doe het bij degene die is overgebleven.' },
  },
  'linked-survives': {
    status: 409,
    en: 'Who is linked to a BSN is merged into nobody',
    nl: 'Wie aan een BSN is gekoppeld wordt met niemand samengevoegd',
    hint: {
      en: 'Merge the other one into this one; of two with a BSN, correct the wrong link first.',
      nl: 'Voeg de ander met deze samen; hebben beiden een BSN, corrigeer dan eerst de verkeerde koppeling.',
    },
  },
  'candidate-erased': told(409, 'This candidate was erased', 'Deze kandidaat is gewist'),
  'not-merged': told(409, 'This candidate was not merged', 'Deze kandidaat is niet samengevoegd'),
  'period-reversed': told(422, 'The last day lies before the first', 'De laatste dag ligt vóór de eerste'),
};

const EMPLOYER: Problems<EmployerRefusal> = {
  'employer-already-registered': told(409, 'This employer is registered already', 'Deze werkgever is al ingeschreven'),
  'name-must-be-sealed': told(422, 'The name of such a firm is about a person', 'De naam van zo’n bedrijf gaat over een persoon'),
  'name-missing': told(422, 'The name is missing', 'De naam ontbreekt'),
  'employer-not-registered': told(409, 'This employer is not registered', 'Deze werkgever is niet ingeschreven'),
  'before-registration': CANDIDATE['before-registration'],
  'no-such-agreement': told(409, 'There is no such agreement', 'Deze afspraak is er niet'),
  'nothing-agreed': told(409, 'Nothing was agreed yet', 'Er is nog niets afgesproken'),
  'already-credited': {
    status: 409,
    en: 'This placement counts for an agreement already',
    nl: 'Deze plaatsing telt al mee voor een werkakkoord',
    hint: { en: 'Revoke that first.', nl: 'Trek dat eerst in.' },
  },
  'not-credited': told(
    409,
    'This placement does not count for this agreement',
    'Deze plaatsing telt niet mee voor dit werkakkoord',
  ),
  'nothing-credited': told(409, 'No placement counts for an agreement', 'Er telt geen plaatsing mee voor een werkakkoord'),
};

const WORKPLACE: Problems<WorkplaceRefusal> = {
  'workplace-already-offered': told(409, 'This place is offered already', 'Deze werkplek wordt al aangeboden'),
  'workplace-not-offered': told(409, 'This place is not offered', 'Deze werkplek wordt niet aangeboden'),
  'before-offer': told(422, 'That lies before the place was offered', 'Dat ligt vóór de dag waarop de werkplek werd aangeboden'),
  'place-taken': {
    status: 409,
    en: 'This place is held for another match',
    nl: 'Deze werkplek wordt vastgehouden voor een andere match',
    hint: { en: 'It is free once it was released.', nl: 'Zij is vrij als zij is vrijgegeven.' },
  },
  'already-reserved': told(409, 'It is reserved for this match already', 'Zij is al gereserveerd voor deze match'),
  'already-filled': told(409, 'It is filled by this match already', 'Zij is al bezet door deze match'),
  'not-reserved': told(409, 'It is not held for this match', 'Zij wordt niet vastgehouden voor deze match'),
  'lapses-before-reservation': told(
    422,
    'A reservation does not lapse before it is made',
    'Een reservering vervalt niet voordat zij is gemaakt',
  ),
};

const SERIES: Problems<SeriesRefusal> = {
  'series-already-started': told(409, 'This series has started already', 'Deze reeks is al begonnen'),
  'series-not-started': told(409, 'This series has not started', 'Deze reeks is niet begonnen'),
  'before-series': told(422, 'That lies before the series started', 'Dat ligt vóór het begin van de reeks'),
  'series-ended': told(409, 'This series has ended', 'Deze reeks is beëindigd'),
  'series-already-ended': told(409, 'This series has ended already', 'Deze reeks is al beëindigd'),
  'series-already-suspended': told(409, 'This series is suspended already', 'Deze reeks ligt al stil'),
  'series-not-suspended': told(409, 'This series is not suspended', 'Deze reeks ligt niet stil'),
  'resumes-before-suspension': told(
    422,
    'It is resumed from a later day than that from which it was suspended',
    'De reeks gaat verder vanaf een latere dag dan waarop zij stil kwam te liggen',
  ),
  'ends-before-start': told(422, 'The last day lies before the start', 'De laatste dag ligt vóór het begin'),
};

const MEETING: Problems<MeetingRefusal> = {
  'meeting-already-scheduled': told(409, 'This meeting is scheduled already', 'Deze bijeenkomst is al gepland'),
  'meeting-not-scheduled': told(409, 'This meeting is not scheduled', 'Deze bijeenkomst is niet gepland'),
  'meeting-cancelled': told(409, 'This meeting was cancelled', 'Deze bijeenkomst is afgezegd'),
  'meeting-already-held': told(
    409,
    'That this meeting was held is recorded already',
    'Dat deze bijeenkomst is gehouden staat al vast',
  ),
  'meeting-has-begun': told(
    409,
    'Something was recorded of the meeting itself already',
    'Er is al iets van de bijeenkomst zelf vastgelegd',
  ),
  'starts-on-another-day': told(
    422,
    'It begins on another day than it is held',
    'Het begin ligt op een andere dag dan de bijeenkomst',
  ),
  'series-suspended': told(409, 'Its series is suspended on that day', 'De reeks waar zij bij hoort ligt op die dag stil'),
  'series-over': told(422, 'Its series is over by that day', 'De reeks waar zij bij hoort is op die dag voorbij'),
  'after-the-meeting': told(422, 'That lies after the day of the meeting', 'Dat ligt na de dag van de bijeenkomst'),
  'not-on-the-day-of-the-meeting': told(
    422,
    'What happens at a meeting happens on its day',
    'Wat op een bijeenkomst gebeurt, gebeurt op haar dag',
  ),
  'already-invited': told(409, 'Was invited already', 'Is al uitgenodigd'),
  'no-such-invitation': told(409, 'This meeting has no such invitation', 'Deze bijeenkomst kent deze uitnodiging niet'),
  'nobody-invited': told(409, 'Nobody was invited', 'Er is niemand uitgenodigd'),
  'already-walked-in': told(409, 'Is on the list as a walk-in already', 'Staat al op de lijst als binnengelopen'),
  'not-on-the-list': {
    status: 409,
    en: 'Was neither invited nor walked in',
    nl: 'Is niet uitgenodigd en niet binnengelopen',
    hint: {
      en: 'Register who came without an invitation as a walk-in first.',
      nl: 'Schrijf wie zonder uitnodiging kwam eerst in als binnengelopen.',
    },
  },
  'attendance-already-recorded': told(409, 'Attendance was recorded already', 'De aanwezigheid is al vastgelegd'),
  'walk-in-was-there': told(422, 'Who walked in was there', 'Wie binnenliep, was er'),
  'nobody-expected': told(409, 'Nobody is expected', 'Er wordt niemand verwacht'),
  'did-not-attend': told(
    409,
    'Only two who were both there can say this of each other',
    'Dit kunnen alleen twee van elkaar zeggen die er beiden waren',
  ),
  'interest-already-expressed': told(409, 'This side has said so already', 'Deze kant heeft dit al gezegd'),
  'nobody-met': told(409, 'Nobody has met', 'Er heeft niemand elkaar ontmoet'),
};

const ORGANISATION: Problems<OrganisationRefusal> = {
  'organisation-already-registered': told(409, 'This organisation is registered already', 'Deze organisatie is al ingeschreven'),
  'organisation-not-registered': told(409, 'This organisation is not registered', 'Deze organisatie is niet ingeschreven'),
  'before-registration': CANDIDATE['before-registration'],
  'service-already-offered': told(409, 'This service is offered already', 'Deze dienst wordt al aangeboden'),
  'no-such-agreement': EMPLOYER['no-such-agreement'],
  'nothing-agreed': EMPLOYER['nothing-agreed'],
  'no-such-team': told(409, 'There is no such team', 'Dit team is er niet'),
  'no-team': told(409, 'There is no team yet', 'Er is nog geen team'),
  'already-member': told(409, 'Is in this team already', 'Zit al in dit team'),
  'not-a-member': told(409, 'Is not in this team', 'Zit niet in dit team'),
  'stands-in-for-oneself': told(422, 'Nobody stands in for oneself', 'Niemand vervangt zichzelf'),
  'already-closed': told(409, 'That day is closed already', 'Die dag is al gesloten'),
  'period-reversed': CANDIDATE['period-reversed'],
};

const PROGRAMME: Problems<ProgrammeRefusal> = {
  'definition-faulty': told(
    422,
    'The definition has faults; each stands in faults with its path',
    'De definitie heeft fouten; elk staat in faults met zijn plaats',
  ),
  'other-programme': told(422, 'These are the versions of another programme', 'Dit zijn de versies van een ander programma'),
  'already-published': told(409, 'This was published already', 'Dit is al gepubliceerd'),
  'programme-closed': told(409, 'This programme is closed on that day', 'Dit programma is op die dag gesloten'),
  'programme-not-published': told(409, 'This programme is not published', 'Dit programma is niet gepubliceerd'),
  'target-unchanged': told(409, 'This is the target already', 'Dit is het doel al'),
  'cohort-day-to-come': told(
    422,
    'A cohort is counted as of a day that has come',
    'Een groep wordt geteld per een dag die er al was',
  ),
  'cohort-empty': told(422, 'Nobody belongs to this cohort', 'Niemand hoort bij deze groep'),
};

const RULESET: Problems<RulesetRefusal> = {
  'another-scope': told(422, 'A ruleset keeps its scope', 'Een regelset houdt zijn reikwijdte'),
  'closed-too-long': told(
    422,
    'This calendar has a closure that is longer than a calendar may have',
    'Deze kalender heeft een sluiting die langer is dan een kalender mag hebben',
  ),
};

/** How those are told. */
export const STREAM_PROBLEMS = {
  ...CANDIDATE,
  ...EMPLOYER,
  ...WORKPLACE,
  ...SERIES,
  ...MEETING,
  ...ORGANISATION,
  ...PROGRAMME,
  ...RULESET,
};
