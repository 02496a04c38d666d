import type { Told } from './told.js';

/** What the front door itself refuses, before any stream is asked; each is a code like those of a decision. */
export type TransportRefusal =
  | Readonly<{ code: 'invalid-input'; errors: readonly InputFault[] }>
  | Readonly<{ code: 'malformed-json' | 'repeated-member'; line: number | null; column: number | null }>
  | Readonly<{ code: 'malformed-request' }>
  | Readonly<{ code: 'token-missing' | 'token-invalid' | 'token-expired' }>
  | Readonly<{ code: 'unknown-path' }>
  | Readonly<{ code: 'method-not-allowed'; allowed: readonly string[] }>
  | Readonly<{ code: 'body-too-large'; limitBytes: number }>
  | Readonly<{ code: 'headers-too-large'; limitBytes: number }>
  | Readonly<{ code: 'unsupported-media-type' | 'unsupported-content-encoding'; expected: string }>
  | Readonly<{ code: 'request-not-received-in-time' }>
  | Readonly<{ code: 'took-too-long'; limitSeconds: number }>
  | Readonly<{ code: 'loops-lagging'; loops: readonly string[]; now: string }>
  | Readonly<{ code: 'cannot-be-stored' }>
  | Readonly<{ code: 'unavailable' }>
  | Readonly<{ code: 'words-damaged' }>
  | Readonly<{ code: 'unexpected' }>;

/**
 * What is wrong with one part of a request. It never repeats a value that was sent.
 *
 * Shape: `path` is a JSON pointer for the body, a name for everything else; `expected` is there where one can say what would be right.
 */
export type InputFault = Readonly<{
  in: 'body' | 'query' | 'path' | 'header';
  path: string;
  detail: string;
  expected?: string | readonly (string | number | boolean | null)[];
}>;

/** How each of them is told. */
export const TRANSPORT_PROBLEMS: Readonly<Record<TransportRefusal['code'], Told>> = {
  'invalid-input': {
    status: 400,
    en: 'The request is not as it should be',
    nl: 'Het verzoek is niet zoals het hoort',
    hint: {
      en: 'Each fault stands in errors: where it is, what is wrong, and what would be right. Nothing was stored.',
      nl: 'Elke fout staat in errors: waar, wat eraan schort en wat wel goed is. Er is niets opgeslagen.',
    },
  },
  'malformed-json': {
    status: 400,
    en: 'The body is not JSON',
    nl: 'De inhoud is geen JSON',
    hint: { en: 'Send one JSON object in UTF-8.', nl: 'Stuur één JSON-object in UTF-8.' },
  },
  'repeated-member': {
    status: 400,
    en: 'An object in the body names a member twice',
    nl: 'Een object in de inhoud noemt een veld twee keer',
    hint: {
      en: 'The place is that of the second one. Send each member once: readers differ in which of two they take.',
      nl: 'De plaats is die van de tweede. Stuur elk veld één keer: lezers verschillen in welke van de twee ze nemen.',
    },
  },
  'malformed-request': {
    status: 400,
    en: 'This is not an HTTP request that can be read',
    nl: 'Dit is geen leesbaar HTTP-verzoek',
  },
  'token-missing': {
    status: 401,
    en: 'A token is missing',
    nl: 'Er is geen token meegestuurd',
    hint: { en: 'Send Authorization: Bearer <token>.', nl: 'Stuur Authorization: Bearer <token>.' },
  },
  'token-invalid': { status: 401, en: 'The token is not valid here', nl: 'Het token is hier niet geldig' },
  'token-expired': {
    status: 401,
    en: 'The token has expired',
    nl: 'Het token is verlopen',
    hint: { en: 'Fetch a new one and send the request again.', nl: 'Haal een nieuw token en stuur het verzoek opnieuw.' },
  },
  'unknown-path': {
    status: 404,
    en: 'There is nothing at this address',
    nl: 'Op dit adres staat niets',
    hint: { en: 'All addresses stand in /v1/openapi.json.', nl: 'Alle adressen staan in /v1/openapi.json.' },
  },
  'method-not-allowed': { status: 405, en: 'This address has no such method', nl: 'Dit adres kent deze methode niet' },
  'body-too-large': { status: 413, en: 'The body is too large', nl: 'De inhoud is te groot' },
  'headers-too-large': { status: 431, en: 'The headers are too large', nl: 'De headers zijn te groot' },
  'unsupported-media-type': {
    status: 415,
    en: 'The body is of a kind that is not read here',
    nl: 'Dit soort inhoud wordt hier niet gelezen',
  },
  'unsupported-content-encoding': {
    status: 415,
    en: 'The body is encoded in a way that is not read here',
    nl: 'De inhoud is gecodeerd op een manier die hier niet wordt gelezen',
    hint: { en: 'Send it without Content-Encoding.', nl: 'Stuur het zonder Content-Encoding.' },
  },
  'request-not-received-in-time': {
    status: 408,
    en: 'The request did not arrive in time',
    nl: 'Het verzoek kwam niet op tijd binnen',
  },
  'took-too-long': {
    status: 503,
    en: 'The answer took too long, and what became of the request is not known',
    nl: 'Het antwoord duurde te lang; wat er van het verzoek kwam is niet bekend',
    hint: {
      en: 'Send the same request with the same Idempotency-Key again: it happens at most once.',
      nl: 'Stuur hetzelfde verzoek met dezelfde Idempotency-Key opnieuw: het gebeurt hoogstens één keer.',
    },
  },
  'cannot-be-stored': {
    status: 422,
    en: 'This is too much for one command; nothing was stored',
    nl: 'Dit is te veel voor één opdracht; er is niets opgeslagen',
    hint: {
      en: 'An event holds at most 256 KB, and a command at most 100 events and 1,000,000 bytes. Send it in parts.',
      nl: 'Een gebeurtenis is hoogstens 256 KB, een opdracht hoogstens 100 gebeurtenissen en 1.000.000 bytes. Stuur het in delen.',
    },
  },
  'loops-lagging': {
    status: 503,
    en: 'Something lags behind, so the clock stays where it is',
    nl: 'Er loopt iets achter; de klok blijft staan',
  },
  unavailable: {
    status: 503,
    en: 'The store cannot be reached, or takes nothing at the moment',
    nl: 'De opslag is nu niet bereikbaar, of neemt niets aan',
    hint: {
      en: 'Send the same request later; a command with the same Idempotency-Key happens at most once.',
      nl: 'Stuur hetzelfde verzoek later opnieuw; een opdracht met dezelfde Idempotency-Key gebeurt hoogstens één keer.',
    },
  },
  'words-damaged': {
    status: 500,
    en: 'Words that were sealed about somebody are not there as they were sealed, so none of them are shown',
    nl: 'Woorden die over iemand zijn verzegeld zijn niet meer zoals ze verzegeld zijn; er wordt niets van getoond',
    hint: {
      en: 'Tell who runs this service: the log names the event under this request id. Other events can be asked for one by one.',
      nl: 'Meld het de beheerder: het log noemt de gebeurtenis onder dit verzoeknummer. Andere gebeurtenissen kunnen stuk voor stuk worden opgevraagd.',
    },
  },
  unexpected: {
    status: 500,
    en: 'Something went wrong here, and what became of the request is not known',
    nl: 'Er ging hier iets mis; wat er van het verzoek kwam is niet bekend',
    hint: {
      en: 'The log has the cause under this request id. The same request with the same Idempotency-Key may be sent again.',
      nl: 'De oorzaak staat in het log onder dit verzoeknummer. Hetzelfde verzoek mag met dezelfde Idempotency-Key opnieuw.',
    },
  },
};
