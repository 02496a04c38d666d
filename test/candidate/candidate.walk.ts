import { FACT_SOURCES, IDENTITIES, TARGET_GROUPS, type CandidateEvent } from '../../src/candidate/candidate.events.js';
import type { Candidate } from '../../src/candidate/candidate.js';
import { candidateDecider, type CandidateCommand, type CandidateRefusal } from '../../src/candidate/decider.js';
import { addDays, dayFrom } from '../../src/kernel/days.js';
import type { Code } from '../../src/kernel/fields.events.js';
import { BENEFIT_KINDS } from '../../src/programme/terms.js';
import type { Dice } from '../harness/dice.js';
import { testId } from '../harness/ids.js';
import type { Walkable } from '../harness/walk.js';

type Of<U extends { type: string }, T extends U['type']> = Extract<U, { type: T }>;

const begins = dayFrom('2019-09-02');
const benefit = (dice: Dice) => ({ kind: dice.pick(BENEFIT_KINDS.slice(0, 2)), source: dice.pick(FACT_SOURCES) });
const membership = (dice: Dice) => ({
  group: dice.pick(TARGET_GROUPS.slice(0, 3)),
  from: addDays(begins, dice.between(-20, 60)),
  until: dice.percent(50) ? null : addDays(begins, dice.between(-20, 90)),
  source: dice.pick(FACT_SOURCES),
});
const countability = (dice: Dice) => {
  const from = addDays(begins, dice.between(-20, 60));
  return {
    scheme: 'banenafspraak' as Code<'scheme'>,
    from,
    until: addDays(from, dice.between(-2, 90)),
    source: dice.pick(FACT_SOURCES),
  };
};
const person = (dice: Dice) => ({
  walkIn: dice.percent(50),
  identity: dice.pick(IDENTITIES),
  postcode4: dice.percent(20) ? null : dice.between(7500, 7559),
  birthYearBand: dice.percent(20) ? null : 1950 + 5 * dice.below(10),
});

const DATA: { [T in CandidateEvent['type']]: (dice: Dice) => Of<CandidateEvent, T>['data'] } = {
  CandidateRegistered: person,
  IdentityLinked: () => ({}),
  ContactDetailsChanged: (dice) => ({ postcode4: dice.between(7500, 7559) }),
  BenefitStarted: benefit,
  BenefitEnded: benefit,
  BenefitResumed: benefit,
  TargetGroupChanged: membership,
  CountabilityOpened: countability,
  CountabilityExtended: countability,
  CountabilityExpired: countability,
  CandidateMergedInto: () => ({ survivorId: testId('candidate', 'survivor') }),
  MergeUndone: () => ({}),
  CandidateErased: () => ({ ground: 'retention-ended' }),
};

const PAYLOADS: { [T in CandidateCommand['type']]: (dice: Dice) => Of<CandidateCommand, T>['data'] } = {
  RegisterCandidate: (dice) => ({
    ...person(dice),
    ...(dice.percent(50) && { benefit: { ...benefit(dice), startedOn: addDays(begins, dice.between(-400, 1)) } }),
  }),
  LinkIdentity: () => ({}),
  ChangeContactDetails: DATA.ContactDetailsChanged,
  RecordBenefitStart: benefit,
  RecordBenefitEnd: benefit,
  RecordBenefitResumption: benefit,
  ChangeTargetGroup: membership,
  RecordCountabilityOpening: countability,
  RecordCountabilityExtension: countability,
  RecordCountabilityExpiry: countability,
  MergeCandidate: DATA.CandidateMergedInto,
  UndoMerge: () => ({}),
  EraseCandidate: DATA.CandidateErased,
};

const LATE = [
  'IdentityLinked',
  'ContactDetailsChanged',
  'BenefitStarted',
  'BenefitEnded',
  'BenefitResumed',
  'TargetGroupChanged',
  'CountabilityOpened',
  'CountabilityExpired',
  'CandidateMergedInto',
  'MergeUndone',
] as const;

/** What chance needs to lead a candidate's life. */
export const candidateWalk: Walkable<Candidate, CandidateEvent, CandidateCommand, CandidateRefusal, undefined> = {
  decider: candidateDecider,
  begins,
  seldom: new Set(['EraseCandidate']),
  payload: (type, dice, { subject }) => (subject && type !== 'RegisterCandidate' ? subject : PAYLOADS[type](dice)),
  subjectOf: (type, data) => ('kind' in data ? data.kind : 'group' in data ? data.group : type),
  replacement: ({ type }, dice) => DATA[type](dice),
  late: (occurredOn, dice) => {
    const type = dice.pick(LATE);
    return { type, occurredOn, data: DATA[type](dice) } as CandidateEvent;
  },
};
