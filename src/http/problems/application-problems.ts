import type { ApplicationRefusal } from '../../application/refusals.js';
import type { Told } from './told.js';

/** How the application's own refusals are told. */
export const APPLICATION_PROBLEMS: Readonly<Record<ApplicationRefusal['code'], Told>> = {
  'not-permitted': { status: 403, en: 'Your role may not do this', nl: 'Uw rol mag dit niet' },
  'not-found': { status: 404, en: 'There is no such thing', nl: 'Dit bestaat niet' },
  'not-yet-known': { status: 404, en: 'Nothing of it was known at that time', nl: 'Er was toen nog niets van bekend' },
  'idempotency-key-reused': {
    status: 422,
    en: 'This Idempotency-Key was used for another request',
    nl: 'Deze Idempotency-Key hoort bij een ander verzoek',
    hint: { en: 'What differs needs a new key.', nl: 'Wat anders is, heeft een nieuwe sleutel nodig.' },
  },
  'too-many-commands': {
    status: 429,
    en: 'This client has sent too many commands today',
    nl: 'Deze client heeft vandaag te veel opdrachten gestuurd',
  },
  'stale-version': {
    status: 412,
    en: 'It has changed since it was read',
    nl: 'Het is gewijzigd sinds het is gelezen',
    hint: {
      en: 'Read it again, and send the version that you then see.',
      nl: 'Lees het opnieuw en stuur de versie die u dan ziet.',
    },
  },
  'lost-the-race': {
    status: 409,
    en: 'Others kept changing it at the same time; nothing was stored',
    nl: 'Anderen wijzigden het telkens op hetzelfde moment; er is niets opgeslagen',
    hint: { en: 'Send the same request again.', nl: 'Stuur hetzelfde verzoek opnieuw.' },
  },
  'already-known': { status: 409, en: 'This citizen service number is known already', nl: 'Dit BSN is al bekend' },
  'bsn-missing': {
    status: 422,
    en: 'What links an identity brings the citizen service number among its words',
    nl: 'Wat een identiteit koppelt heeft het BSN onder zijn woorden',
    hint: {
      en: 'Send all words of the event again, with `bsn`; words that are left out stay as they were.',
      nl: 'Stuur alle woorden van de gebeurtenis opnieuw, met `bsn`; zonder woorden blijven die van eerder staan.',
    },
  },
  'reference-taken': { status: 409, en: 'This reference belongs to something else', nl: 'Deze verwijzing hoort bij iets anders' },
  'no-such-reference': {
    status: 422,
    en: 'What this id names does not exist',
    nl: 'Wat dit kenmerk aanwijst bestaat niet',
  },
  'previous-of-another': {
    status: 422,
    en: 'The previous trajectory is of somebody else, or of another programme',
    nl: 'Het vorige traject is van een ander, of van een ander programma',
  },
  'already-handed-over': {
    status: 409,
    en: 'Somebody goes on in this programme who began in the one that it takes over',
    nl: 'Deze persoon gaat in dit programma al verder vanuit het programma dat het overneemt',
    hint: {
      en: 'Go on with that trajectory, or name it as the previous one once it is closed.',
      nl: 'Ga met dat traject verder, of noem het als vorige zodra het gesloten is.',
    },
  },
  'workplace-of-another-employer': {
    status: 422,
    en: 'This place is one of another employer than the match is with',
    nl: 'Deze werkplek is van een andere werkgever dan die van de match',
    hint: { en: 'Whose it is stands in employerId.', nl: 'Van wie zij is staat in employerId.' },
  },
  'workplace-withdrawn': { status: 409, en: 'This place was withdrawn', nl: 'Deze werkplek is ingetrokken' },
  'merges-into-itself': {
    status: 422,
    en: 'Nobody is merged into themselves',
    nl: 'Niemand wordt met zichzelf samengevoegd',
  },
  'duplicates-remain': {
    status: 409,
    en: 'Others were merged into this candidate and are not erased yet',
    nl: 'Anderen zijn met deze kandidaat samengevoegd en nog niet gewist',
    hint: { en: 'Erase them first.', nl: 'Wis die eerst.' },
  },
  'survivor-merged': {
    status: 409,
    en: 'The survivor was merged into somebody else',
    nl: 'Degene die zou overblijven is zelf samengevoegd met een ander',
    hint: { en: 'Merge into that one.', nl: 'Voeg samen met die ander.' },
  },
  'subject-erased': {
    status: 409,
    en: 'What is known of this person was destroyed; nothing about them is sealed any more',
    nl: 'De gegevens van deze persoon zijn vernietigd; er wordt niets meer over hen verzegeld',
  },
  'not-yet-projected': {
    status: 503,
    en: 'The read model has not come to that position yet',
    nl: 'Het leesmodel is nog niet bij die positie',
    hint: { en: 'Ask again in a moment.', nl: 'Vraag het zo meteen opnieuw.' },
  },
  'span-too-long': {
    status: 422,
    en: 'Next steps are told of at most so many days, the last not before the first',
    nl: 'Volgende stappen worden over ten hoogste zoveel dagen verteld, de laatste niet voor de eerste',
  },
  'no-rules-in-force': {
    status: 422,
    en: 'No version of these rules covers that day, so nothing is calculated',
    nl: 'Geen versie van deze regels geldt op die dag; er wordt niets berekend',
  },
  'store-closed': { status: 503, en: 'The store is closed for copying', nl: 'De opslag is gesloten omdat hij wordt gekopieerd' },
};
