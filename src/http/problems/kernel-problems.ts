import type { Refused } from '../../kernel/outcome.js';
import { told, type Told } from './told.js';

/** What any stream may refuse, whatever it is about. */
export type KernelRefusal = Refused<never>;

/** How those are told. */
export const KERNEL_PROBLEMS: Readonly<Record<KernelRefusal['code'], Told>> = {
  'occurs-in-future': told(
    422,
    'Nothing can have happened on a day to come',
    'Op een dag die nog moet komen kan niets gebeurd zijn',
  ),
  'breaks-later': {
    status: 409,
    en: 'Something recorded for a later day could then no longer stand',
    nl: 'Iets van een latere dag zou dan niet meer kunnen kloppen',
    hint: {
      en: 'Correct both together, in one request to corrections; or a supervisor overrides it.',
      nl: 'Corrigeer beide samen, in één verzoek aan corrections; of een leidinggevende laat het door.',
    },
  },
  'no-such-event': told(422, 'This stream has no such event', 'Deze gebeurtenis is er niet'),
  'not-correctable': told(
    422,
    'Follow-ups and corrections are not corrected: they follow from the facts',
    'Opvolgtaken en correcties worden niet gecorrigeerd: ze volgen uit de feiten',
  ),
  'first-cannot-be-voided': {
    status: 422,
    en: 'The first event of a stream can be replaced, not voided',
    nl: 'De eerste gebeurtenis kan worden vervangen, niet ongedaan gemaakt',
    hint: {
      en: 'Close what should not exist as entered in error.',
      nl: 'Sluit wat er niet had moeten zijn af als ten onrechte ingevoerd.',
    },
  },
  'type-must-stay': told(
    422,
    'A replacement has the type of what it replaces',
    'Een vervanging heeft het type van wat zij vervangt',
  ),
  'ids-must-stay': told(
    422,
    'A replacement keeps the ids of what it replaces, and the day from which follow-ups come of it',
    'Een vervanging houdt de nummers van wat zij vervangt, en de dag vanaf wanneer er opvolging op komt',
  ),
  'not-of-its-type': told(
    422,
    'These data are not those of an event of this type',
    'Deze gegevens passen niet bij een gebeurtenis van dit type',
  ),
};
