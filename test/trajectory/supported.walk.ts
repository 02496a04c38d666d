import { addDays, type Day } from '../../src/kernel/days.js';
import type { Code } from '../../src/kernel/fields.events.js';
import type { EventId, SubjectId } from '../../src/kernel/ids.js';
import { SIDES } from '../../src/programme/terms.js';
import type { TrajectoryCommand } from '../../src/trajectory/commands.js';
import { supportedDecisions, type SupportedCommand } from '../../src/trajectory/supported-decisions.js';
import type { Dice } from '../harness/dice.js';
import { testId } from '../harness/ids.js';
import { anyId, type Facts } from './walked-ids.js';

/** Samples of support, of what is told and of documents: they lead to no placement, so a walk that is to get there takes them last. */
export const SUPPORTED_OFFERS = supportedDecisions.offers;

/** The milestones of the programme that is walked under. */
export const WALKED_MILESTONES = ['at-work', 'half-a-year-at-work'] as readonly string[] as readonly Code<'milestone'>[];

type CommandOf<T extends TrajectoryCommand['type']> = Extract<TrajectoryCommand, { type: T }>;
type Payloads = { [T in SupportedCommand['type']]: () => CommandOf<T>['data'] };
type Data = TrajectoryCommand['data'];

const BEGINS = '2020-01-06' as Day;
const CONTACTS = ['worker-7', 'worker-8'] as readonly string[] as readonly SubjectId[];
const STRANGE = 'walk-on-water' as Code<'milestone'>;
const BENEFITS: readonly EventId[] = ['first', 'second'].map((name) => testId('event', name));
const POLICY = { id: 'within-a-year' as Code<'return-policy'>, version: 1 };

/** A day of the first months; few enough that two are often the same. */
const someDay = (dice: Dice): Day => addDays(BEGINS, dice.pick([-5, 10, 40, 80, 120, 200]));

const anyMilestone = (dice: Dice): Code<'milestone'> => (dice.percent(15) ? STRANGE : dice.pick(WALKED_MILESTONES));

/** Payloads without a thought, most of which fit. */
export function supportedPayloads(dice: Dice, facts: Facts): Payloads {
  const placementId = () => anyId<'placement'>('placementId', facts, dice);
  const supportRequestId = () => anyId<'support-request'>('supportRequestId', facts, dice);
  const placedOrNot = () => (dice.percent(40) ? null : placementId());
  return {
    AssignAftercareContact: () => ({ placementId: placementId(), subject: dice.pick(CONTACTS) }),
    RecordGuidanceSession: () => ({
      kind: dice.pick(['coaching', 'on-the-job']),
      placementId: placedOrNot(),
      organisationId: null,
    }),
    RequestSupport: () => ({ placementId: placementId(), by: dice.pick(SIDES), channel: 'visit', topic: 'tasks' }),
    RecordSupportGiven: () => ({ supportRequestId: supportRequestId(), kind: 'advice' }),
    DeclineSupport: () => ({ supportRequestId: supportRequestId(), reason: 'not-necessary', decisionOn: someDay(dice) }),
    FlagRisk: () => ({ placementId: placedOrNot(), signals: ['absence'], policyVersion: dice.between(1, 2) }),
    AnswerRisk: () => ({ riskId: anyId('riskId', facts, dice), answer: 'talked' }),
    ...toldPayloads(dice),
    AttachDocument: () => ({ kind: 'contract' }),
    WithdrawDocument: () => ({ documentId: anyId('documentId', facts, dice), reason: 'replaced' }),
  };
}

type Told = 'RecordMilestone' | 'WithdrawMilestone' | 'RecordReturn' | 'WithdrawReturn';

function toldPayloads(dice: Dice): Pick<Payloads, Told> {
  const back = () => ({ benefitEventId: dice.pick(BENEFITS), returnedOn: someDay(dice) });
  return {
    RecordMilestone: () => ({
      milestone: anyMilestone(dice),
      reachedOn: someDay(dice),
      policyVersion: 1,
      because: [testId<'event'>('event', 'placed')],
    }),
    WithdrawMilestone: () => ({ milestone: anyMilestone(dice), reason: 'policy-changed' }),
    RecordReturn: () => ({ ...back(), daysSinceExit: dice.between(0, 400), policy: POLICY }),
    WithdrawReturn: () => ({ ...back(), reason: 'facts-corrected' }),
  };
}

/** The members that tell the subjects of these commands apart; where there are none, one sample stands for all. */
export const SUPPORTED_TELLS: Partial<Record<TrajectoryCommand['type'], readonly string[]>> = {
  RecordGuidanceSession: ['kind', 'placementId'],
  RequestSupport: ['placementId', 'by'],
  RecordSupportGiven: ['supportRequestId'],
  DeclineSupport: ['supportRequestId'],
  AnswerRisk: ['riskId'],
  RecordMilestone: ['milestone'],
  WithdrawMilestone: ['milestone'],
  AttachDocument: [],
  WithdrawDocument: ['documentId'],
  RecordReturn: [],
  WithdrawReturn: ['benefitEventId', 'returnedOn'],
};

/** What these samples leave open, thrown; nothing where the data are of another command. */
export function variedSupported(data: Data, dice: Dice): Data | undefined {
  if ('subject' in data && 'placementId' in data) return { ...data, subject: dice.pick(CONTACTS) };
  if ('daysSinceExit' in data) return { ...data, benefitEventId: dice.pick(BENEFITS), daysSinceExit: dice.between(0, 400) };
  if ('decisionOn' in data) return { ...data, reason: dice.pick(['other', 'not-necessary']) };
  if ('milestone' in data && 'because' in data) return { ...data, policyVersion: dice.between(1, 2) };
}
