import type { ApplicationRefusal } from '../../application/refusals.js';
import type { TrajectoryRefusal } from '../../trajectory/commands.js';
import { told, type Told } from './told.js';

/** How the refusals of a trajectory are told. */
export const TRAJECTORY_PROBLEMS: Readonly<Record<Exclude<TrajectoryRefusal['code'], ApplicationRefusal['code']>, Told>> = {
  // start
  'before-start': told(422, 'That lies before the trajectory began', 'Dat ligt vóór het begin van het traject'),
  'not-started': told(409, 'This trajectory has not started', 'Dit traject is niet gestart'),
  'already-started': told(409, 'This trajectory has started already', 'Dit traject is al gestart'),
  'already-offered': told(409, 'It was offered already', 'Het is al aangeboden'),
  'no-open-offer': told(409, 'No offer waits for an answer', 'Er staat geen aanbod open'),
  'offer-not-accepted': told(409, 'The offer was not accepted', 'Het aanbod is niet aangenomen'),
  'enrolled-after-start': told(422, 'Nobody is enrolled after the start', 'Niemand wordt na de start ingeschreven'),
  'round-without-previous': told(
    422,
    'A second or later round names the trajectory before it',
    'Een tweede of latere ronde noemt het traject ervoor',
  ),
  'previous-without-round': told(422, 'A first round has no trajectory before it', 'Een eerste ronde heeft geen traject ervoor'),
  'reason-missing': told(422, 'A no needs a reason', 'Een nee heeft een reden nodig'),
  'phase-not-open': {
    status: 409,
    en: 'This phase of the programme is not open yet',
    nl: 'Deze fase van het programma is nog niet open',
    hint: { en: 'What opens it stands in missing.', nl: 'Wat haar opent staat in missing.' },
  },
  // who takes part
  'already-caseworker': told(409, 'This is the caseworker already', 'Dit is de klantmanager al'),
  'already-in-cohort': told(409, 'It is in this cohort already', 'Het zit al in dit cohort'),
  'already-party': told(409, 'This organisation takes part already', 'Deze organisatie doet al mee'),
  'no-such-party': told(409, 'This organisation does not take part', 'Deze organisatie doet niet mee'),
  'party-left': told(409, 'This organisation had left by then', 'Deze organisatie deed toen niet meer mee'),
  'handover-open': told(409, 'Another handover waits for an answer', 'Er wacht nog een overdracht op antwoord'),
  'no-such-handover': told(409, 'There is no such handover', 'Deze overdracht is er niet'),
  'handover-answered': told(409, 'The handover was answered already', 'De overdracht is al beantwoord'),
  'dismissal-announced': told(409, 'A dismissal was announced already; revise it', 'Er is al ontslag aangezegd; herzie het'),
  'no-dismissal-announced': told(409, 'No dismissal was announced', 'Er is geen ontslag aangezegd'),
  'dismissal-unchanged': told(409, 'That is the day of the dismissal already', 'Dat is de ontslagdatum al'),
  // intake
  'intake-before-scheduling': told(422, 'The intake would lie before it was planned', 'De intake zou vóór het plannen liggen'),
  'no-such-intake': told(409, 'There is no such intake', 'Deze intake is er niet'),
  'intake-over': told(409, 'This intake was held or missed already', 'Deze intake is al gehouden of gemist'),
  'intake-not-yet': told(422, 'Nobody misses an intake before its day', 'Niemand mist een intake vóór de dag zelf'),
  'no-intake-held': told(
    409,
    'A next appointment follows a talk, and none was held',
    'Een vervolgafspraak volgt op een gesprek, en dat is er niet',
  ),
  'follow-up-before': told(
    422,
    'The next appointment would lie before it was made',
    'De vervolgafspraak zou vóór het maken ervan liggen',
  ),
  // goals
  'goal-already-set': told(409, 'There is a goal already; change it', 'Er is al een doel; wijzig het'),
  'no-goal-set': told(409, 'There is no goal yet', 'Er is nog geen doel'),
  'goal-unchanged': told(409, 'That is the goal already', 'Dat is het doel al'),
  'goal-not-allowed': told(422, 'This programme does not have this goal', 'Dit programma kent dit doel niet'),
  'ask-again-missing': told(
    422,
    'Any goal but paid work needs a day to ask again',
    'Elk ander doel dan betaald werk heeft een dag nodig om opnieuw te vragen',
  ),
  'ask-again-not-later': told(
    422,
    'The day to ask again lies after the day of the goal',
    'De dag om opnieuw te vragen ligt na de dag van het doel',
  ),
  // progress
  'beyond-scale': told(422, 'A mark lies beyond its scale', 'Een cijfer valt buiten de schaal'),
  'step-unchanged': told(409, 'That is the step already', 'Dat is de trede al'),
  'no-participation-step': told(409, 'There is no step to stand still on', 'Er is geen trede om op stil te staan'),
  'not-yet-stagnant': told(422, 'So many weeks have not passed', 'Zo veel weken zijn nog niet voorbij'),
  'no-such-literacy-action': told(409, 'There is no such literacy action', 'Deze actie tegen laaggeletterdheid is er niet'),
  'literacy-action-completed': told(
    409,
    'This literacy action is completed already',
    'Deze actie tegen laaggeletterdheid is al afgerond',
  ),
  // match
  'already-proposed': told(409, 'There is a match with this employer already', 'Er is al een match met deze werkgever'),
  'no-such-match': told(409, 'There is no such match', 'Deze match is er niet'),
  'match-made': told(409, 'The match is made already', 'De match is al gemaakt'),
  'match-not-made': told(409, 'Not both have said yes', 'Niet beiden hebben ja gezegd'),
  'match-fell': told(409, 'The match came to nothing', 'De match is niet doorgegaan'),
  'match-without-workplace': told(422, 'This match is for no workplace', 'Deze match is niet voor een werkplek'),
  'not-both-interested': told(409, 'Not both are interested', 'Niet beiden hebben interesse'),
  'participant-missing': told(422, 'A three-party talk is one of all three', 'Een driegesprek is er een van alle drie'),
  // plan
  'other-goal': told(422, 'The plan has another goal than the trajectory', 'Het plan heeft een ander doel dan het traject'),
  'agreement-due-before': told(422, 'An agreement is due before it was made', 'Een afspraak loopt af voordat zij is gemaakt'),
  'signature-missing': told(422, 'Not all who must sign have signed', 'Niet ieder die moet tekenen heeft getekend'),
  // placement
  'already-placed': told(409, 'This match has a placement already', 'Deze match heeft al een plaatsing'),
  'other-employer': told(422, 'The match is with another employer', 'De match is met een andere werkgever'),
  'placement-kind-not-allowed': told(
    422,
    'This programme does not have this kind of placement',
    'Dit programma kent deze soort plaatsing niet',
  ),
  'until-before-start': told(422, 'The agreed last day lies before the first', 'De afgesproken laatste dag ligt vóór de eerste'),
  'talk-missing': told(409, 'The programme asks for a three-party talk first', 'Het programma vraagt eerst een driegesprek'),
  'plan-missing': told(409, 'The programme asks for a plan first', 'Het programma vraagt eerst een trajectplan'),
  'agreement-missing': told(
    409,
    'The plan lacks agreements that the programme asks for',
    'In het plan ontbreken afspraken die het programma vraagt',
  ),
  'no-such-placement': told(409, 'There is no such placement', 'Deze plaatsing is er niet'),
  'already-ended': told(409, 'This placement has ended already', 'Deze plaatsing is al geëindigd'),
  'outside-placement': told(422, 'That lies outside the placement', 'Dat ligt buiten de plaatsing'),
  // employment
  'signed-after-it-came': told(
    422,
    'The contract was signed after it came in',
    'Het contract is getekend na de dag waarop het binnenkwam',
  ),
  'until-before-from': told(422, 'The last day lies before the first', 'De laatste dag ligt vóór de eerste'),
  'already-signed': told(409, 'There is a contract from this day already', 'Er is al een contract vanaf deze dag'),
  'no-agreed-end': told(409, 'This placement has no agreed last day', 'Deze plaatsing heeft geen afgesproken laatste dag'),
  'not-longer': told(422, 'That is not later than the agreed last day', 'Dat is niet later dan de afgesproken laatste dag'),
  'kind-unchanged': told(409, 'The placement is of this kind already', 'De plaatsing is al van deze soort'),
  'starts-before-found': told(
    422,
    'A job begins on or after the day on which it is found',
    'Een baan begint op of na de dag waarop die is gevonden',
  ),
  'already-found': told(409, 'A job that begins on this day is known already', 'Een baan die op deze dag begint is al bekend'),
  // instruments
  'already-granted': told(
    409,
    'An instrument of this kind runs on these days already',
    'Er loopt op die dagen al een voorziening van deze soort',
  ),
  'no-such-instrument': told(409, 'There is no such instrument', 'Deze voorziening is er niet'),
  'instrument-ended': told(409, 'The instrument has ended already', 'De voorziening is al geëindigd'),
  // loonwaarde
  'no-such-measurement': told(409, 'There is no such measurement', 'Deze loonwaardemeting is er niet'),
  'objection-filed': told(409, 'This side has objected already', 'Deze partij heeft al bezwaar gemaakt'),
  'no-objection': told(409, 'This side has not objected', 'Deze partij heeft geen bezwaar gemaakt'),
  'objection-decided': told(409, 'The objection was decided already', 'Op het bezwaar is al beslist'),
  // end
  'trajectory-closed': told(409, 'The trajectory was closed by then', 'Het traject was toen afgesloten'),
  'already-closed': told(409, 'The trajectory is closed already', 'Het traject is al afgesloten'),
  'not-closed': told(409, 'The trajectory is not closed', 'Het traject is niet afgesloten'),
  'result-not-allowed': told(422, 'This programme does not have this result', 'Dit programma kent dit resultaat niet'),
  // follow-ups
  'no-such-follow-up': told(409, 'There is no such follow-up', 'Deze opvolgtaak is er niet'),
  'follow-up-done': told(409, 'The follow-up is done', 'De opvolgtaak is gedaan'),
  'follow-up-cancelled': told(409, 'The follow-up was cancelled', 'De opvolgtaak is vervallen'),
  'follow-up-moved': told(409, 'The follow-up was moved', 'De opvolgtaak is verplaatst'),
  'already-fell-due': told(409, 'The follow-up fell due already', 'De opvolgtaak is al verstreken'),
  'step-out-of-order': told(409, 'Another step comes first', 'Er komt eerst een andere stap'),
  'no-such-step': told(409, 'This follow-up has no such step', 'Deze opvolgtaak kent deze stap niet'),
  'not-yet-due': told(409, 'The follow-up is not due yet', 'De opvolgtaak is nog niet verstreken'),
  'other-trajectory': told(
    422,
    'This is the trajectory of somebody else, of another programme or of another round',
    'Dit is het traject van een ander, van een ander programma of van een andere ronde',
  ),
};
