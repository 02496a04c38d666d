import type { EventOf } from '../../../../kernel/vocabulary.js';
import type { CANCEL_REASONS, ledgerVocabulary } from '../../../../trajectory/ledger/ledger.events.js';
import { dayInWords } from '../../days-in-words.js';
import { inEach, type Line, type LinesFor, type NamesOfCodes, type WordsFor } from '../../line.js';
import { parties } from './terms.js';

type Ledger = EventOf<typeof ledgerVocabulary>;

const reasons: WordsFor<(typeof CANCEL_REASONS)[number]> = {
  released: { nl: 'niet meer nodig', en: 'no longer needed' },
  'cause-gone': { nl: 'de aanleiding is vervallen', en: 'what promised it is gone' },
  'moved-after-due': { nl: 'de aanleiding is verplaatst', en: 'what promised it was moved' },
  'rule-gone': { nl: 'de regel is vervallen', en: 'the rule is gone' },
  'rule-removed': { nl: 'het programma vraagt dit niet meer', en: 'the programme asks for it no more' },
};

const escalated = (step: number): Line => ({
  nl: `Opvolgtaak nog open: ${step}e herinnering`,
  en: `Follow-up still open: reminder ${step}`,
});

/** How the follow-ups are told. */
export const ledgerLines: LinesFor<Ledger> = {
  FollowUpPlanned: ({ ruleId, with: side, dueOn }, names) => ({
    nl: `Opvolgtaak gepland (${names('followUps', ruleId).nl}, met ${parties[side].nl}), uiterlijk ${dayInWords(dueOn).nl}`,
    en: `Follow-up planned (${names('followUps', ruleId).en}) with ${parties[side].en}, due on ${dayInWords(dueOn).en}`,
  }),
  FollowUpMoved: ({ dueOn }) => ({
    nl: `Opvolgtaak verplaatst, nu uiterlijk ${dayInWords(dueOn).nl}`,
    en: `Follow-up moved, now due on ${dayInWords(dueOn).en}`,
  }),
  FollowUpFellDue: ({ step }) =>
    step === 0 ? { nl: 'Termijn van opvolgtaak verstreken', en: 'Follow-up fell due' } : escalated(step),
  FollowUpDone: () => ({ nl: 'Opvolgtaak gedaan', en: 'Follow-up done' }),
  FollowUpCancelled: ({ reason }) => ({
    nl: `Opvolgtaak geannuleerd: ${reasons[reason].nl}`,
    en: `Follow-up cancelled: ${reasons[reason].en}`,
  }),
};

/** What a follow-up was planned as: what its later events are about, which name it by its id only. */
export type PlannedFollowUp = Pick<Extract<Ledger, { type: 'FollowUpPlanned' }>['data'], 'ruleId' | 'with'>;

const WITH: Line = { nl: 'met', en: 'with' };

/** The same line, with which follow-up it is about. */
export function ofWhich(line: Line, { ruleId, with: side }: PlannedFollowUp, names: NamesOfCodes): Line {
  const rule = names('followUps', ruleId);
  return inEach((language) => `${line[language]} (${rule[language]}, ${WITH[language]} ${parties[side][language]})`);
}
