import type { EventOf } from '../../../../kernel/vocabulary.js';
import { dayInWords } from '../../days-in-words.js';
import { inWords, type LinesFor, type WordsFor } from '../../line.js';
import type {
  INCENTIVE_KINDS,
  INSTRUMENT_END_REASONS,
  INSTRUMENT_KINDS,
  instrumentsVocabulary,
  SANCTION_KINDS,
  SANCTION_REASONS,
} from '../../../../trajectory/instruments/instruments.events.js';

const instruments: WordsFor<(typeof INSTRUMENT_KINDS)[number]> = {
  'wage-cost-subsidy': { nl: 'loonkostensubsidie', en: 'wage cost subsidy' },
  'trial-placement': { nl: 'proefplaatsing met behoud van uitkering', en: 'trial placement with the benefit' },
  'no-risk-policy': { nl: 'no-riskpolis', en: 'no-risk policy' },
  'wage-cost-benefit': { nl: 'loonkostenvoordeel', en: 'wage cost benefit' },
  'job-coach': { nl: 'jobcoach', en: 'job coach' },
  'workplace-adaptation': { nl: 'aanpassing van de werkplek', en: 'adaptation of the workplace' },
  travel: { nl: 'vervoer', en: 'travel' },
  other: { nl: 'een andere voorziening', en: 'another instrument' },
};

const ends: WordsFor<(typeof INSTRUMENT_END_REASONS)[number]> = {
  'term-expired': { nl: 'de termijn is verstreken', en: 'the term expired' },
  'placement-ended': { nl: 'de plaatsing is geëindigd', en: 'the placement ended' },
  'conditions-not-met': { nl: 'de voorwaarden zijn niet vervuld', en: 'the conditions are not met' },
  renounced: { nl: 'ervan afgezien', en: 'it was renounced' },
  'granted-in-error': { nl: 'ten onrechte toegekend', en: 'it was granted in error' },
  other: { nl: 'een andere reden', en: 'another reason' },
};

const incentives: WordsFor<(typeof INCENTIVE_KINDS)[number]> = {
  bonus: { nl: 'premie', en: 'bonus' },
  gift: { nl: 'cadeau', en: 'gift' },
  travel: { nl: 'reiskosten', en: 'travel' },
  training: { nl: 'scholing', en: 'training' },
  certificate: { nl: 'certificaat', en: 'certificate' },
  other: { nl: 'iets anders', en: 'something else' },
};

const sanctions: WordsFor<(typeof SANCTION_KINDS)[number]> = {
  warning: { nl: 'waarschuwing', en: 'warning' },
  'benefit-lowered': { nl: 'uitkering verlaagd', en: 'benefit lowered' },
  'benefit-suspended': { nl: 'uitkering opgeschort', en: 'benefit suspended' },
  other: { nl: 'een andere maatregel', en: 'another sanction' },
};

const causes: WordsFor<(typeof SANCTION_REASONS)[number]> = {
  'appointment-missed': { nl: 'afspraak niet nagekomen', en: 'an appointment was missed' },
  'work-refused': { nl: 'werk geweigerd', en: 'work was refused' },
  'information-withheld': { nl: 'informatie niet gegeven', en: 'information was withheld' },
  'plan-not-kept': { nl: 'trajectplan niet nagekomen', en: 'the plan was not kept' },
  other: { nl: 'een andere reden', en: 'another reason' },
};

/** A ruleset about an instrument is called by it. */
const rulesets = inWords(instruments);

/** How it is told what was granted, given and imposed. */
export const instrumentsLines: LinesFor<EventOf<typeof instrumentsVocabulary>> = {
  InstrumentGranted: ({ kind, rules, from, until }) => ({
    nl: `Toegekend: ${instruments[kind].nl}, vanaf ${dayInWords(from).nl}${until ? ` tot en met ${dayInWords(until).nl}` : ''} (${rulesets(rules.id).nl}, versie ${rules.version})`,
    en: `Granted: ${instruments[kind].en}, from ${dayInWords(from).en}${until ? ` until ${dayInWords(until).en} inclusive` : ''} (${rulesets(rules.id).en}, version ${rules.version})`,
  }),
  InstrumentEnded: ({ reason }) => ({
    nl: `Voorziening beëindigd: ${ends[reason].nl}`,
    en: `Instrument ended: ${ends[reason].en}`,
  }),
  IncentiveGranted: ({ kind }) => ({ nl: `Beloond met: ${incentives[kind].nl}`, en: `Rewarded with: ${incentives[kind].en}` }),
  SanctionRecorded: ({ kind, reason }) => ({
    nl: `Maatregel vastgelegd: ${sanctions[kind].nl}, ${causes[reason].nl}`,
    en: `Sanction recorded: ${sanctions[kind].en}, ${causes[reason].en}`,
  }),
};
