import { addDays, type Day } from '../../src/kernel/days.js';
import type { Code } from '../../src/kernel/fields.events.js';
import type { AgreementId, CohortId, OrganisationId, PlanId, SubjectId } from '../../src/kernel/ids.js';
import { PARTIES } from '../../src/programme/terms.js';
import type { TrajectoryCommand } from '../../src/trajectory/commands.js';
import { dismissalDecisions, type DismissalCommand } from '../../src/trajectory/dismissal/dismissal-decisions.js';
import { intakeDecisions, type IntakeCommand } from '../../src/trajectory/intake/intake-decisions.js';
import { partiesDecisions, type PartiesCommand } from '../../src/trajectory/parties/parties-decisions.js';
import { progressDecisions, type ProgressCommand } from '../../src/trajectory/progress/progress-decisions.js';
import { PARTICIPATION_STEPS } from '../../src/trajectory/progress/progress.events.js';
import { planDecisions, type PlanCommand } from '../../src/trajectory/plan/plan-decisions.js';
import { presentationDecisions, type PresentationCommand } from '../../src/trajectory/presentation/presentation-decisions.js';
import { providersDecisions, type ProvidersCommand } from '../../src/trajectory/providers/providers-decisions.js';
import { retrainingDecisions, type RetrainingCommand } from '../../src/trajectory/retraining/retraining-decisions.js';
import type { Dice } from '../harness/dice.js';
import { testId } from '../harness/ids.js';
import { anyId, type Facts } from './walked-ids.js';

/** The commands around matches and placements: who takes part, and what is known of the candidate's way. */
type AroundCommand =
  | PartiesCommand
  | DismissalCommand
  | IntakeCommand
  | ProgressCommand
  | PresentationCommand
  | PlanCommand
  | ProvidersCommand
  | RetrainingCommand;
/** Samples of all of these: they lead to no placement, so a walk that is to get there takes them last. */
export const AROUND_OFFERS = {
  ...partiesDecisions.offers,
  ...dismissalDecisions.offers,
  ...intakeDecisions.offers,
  ...progressDecisions.offers,
  ...presentationDecisions.offers,
  ...planDecisions.offers,
  ...providersDecisions.offers,
  ...retrainingDecisions.offers,
};

type CommandOf<T extends TrajectoryCommand['type']> = Extract<TrajectoryCommand, { type: T }>;
type Payloads = { [T in AroundCommand['type']]: () => CommandOf<T>['data'] };
type Data = TrajectoryCommand['data'];

const BEGINS = '2020-01-06' as Day;
const ORGANISATIONS: readonly OrganisationId[] = ['school', 'uwv'].map((name) => testId('organisation', name));
const COHORTS: readonly CohortId[] = ['2019', '2020'].map((name) => testId('cohort', name));
const CASEWORKERS = ['worker-1', 'worker-2'] as readonly string[] as readonly SubjectId[];
const BASIS = 'public-task' as Code<'legal-basis'>;

const LEVEL = 'language-1f' as Code<'literacy-level'>;

const dayWithin = (dice: Dice, days: number): Day => addDays(BEGINS, dice.below(days));
const dismissalDay = (dice: Dice): Day => addDays(BEGINS, dice.pick([60, 90]));

const NOTHING_SAID = { talents: [], needs: [], ambitions: [], barriers: [] } as const;

/** Payloads without a thought, most of which fit. */
export function aroundPayloads(dice: Dice, facts: Facts): Payloads {
  const organisation = () => anyId<'organisation'>('organisationId', facts, dice);
  const intake = () => anyId<'intake'>('intakeId', facts, dice);
  const handover = () => anyId<'handover'>('handoverId', facts, dice);
  const dismissal = () => ({ dismissalOn: dismissalDay(dice), source: 'employer', employerId: null }) as const;
  return {
    AssignCaseworker: () => ({ subject: dice.pick(CASEWORKERS), reason: 'workload' }),
    IncludeInCohort: () => ({ cohortId: dice.pick(COHORTS) }),
    AddParty: () => ({ organisationId: dice.pick(ORGANISATIONS), role: 'school', legalBasis: BASIS }),
    RemoveParty: () => ({ organisationId: organisation(), reason: 'task-done' }),
    OfferHandover: () => ({ organisationId: organisation(), reason: 'expertise' }),
    AcceptHandover: () => ({ handoverId: handover() }),
    RefuseHandover: () => ({ handoverId: handover(), reason: 'no-capacity' }),
    AnnounceDismissal: dismissal,
    ReviseDismissal: dismissal,
    ScheduleIntake: () => ({ intakeOn: dayWithin(dice, 250) }),
    RecordMissedIntake: () => ({ intakeId: intake(), excused: dice.percent(50) }),
    RecordIntake: () => ({ intakeId: dice.percent(20) ? null : intake(), ...NOTHING_SAID }),
    AgreeFollowUp: () => ({ followUpOn: dayWithin(dice, 400) }),
    RecordAssessment: () => ({ learningAbility: dice.between(1, 6), motivation: dice.between(1, 6), scale: 5 }),
    ChangeParticipationStep: () => ({ step: dice.pick(PARTICIPATION_STEPS), reason: 'progress' }),
    FlagStagnation: () => ({ since: dayWithin(dice, 250), weeks: dice.between(1, 8), policyVersion: 1 }),
    AgreeLiteracyAction: () => ({ level: LEVEL, organisationId: null }),
    CompleteLiteracyAction: () => ({ literacyActionId: anyId('literacyActionId', facts, dice), level: LEVEL }),
    ...plannedPayloads(dice, facts),
    DiscussIncomeEffect: () => ({ matchId: dice.percent(20) ? null : anyId('matchId', facts, dice) }),
  };
}

type Planned = PresentationCommand | PlanCommand | ProvidersCommand | RetrainingCommand;

/** As `aroundPayloads`: what a plan leads to, and what others do. */
function plannedPayloads(dice: Dice, facts: Facts): Pick<Payloads, Planned['type']> {
  const presentation = () => anyId<'presentation'>('presentationId', facts, dice);
  const plan = () => anyId<'plan'>('planId', facts, dice);
  const agreement = () => anyAgreement(dice, facts);
  const referral = () => anyId<'referral'>('referralId', facts, dice);
  const retraining = () => anyId<'retraining'>('retrainingId', facts, dice);
  return {
    PublishPresentation: () => ({ kind: 'video', permission: 'written' }),
    WithdrawPresentation: () => ({ presentationId: presentation(), reason: 'other' }),
    RecordPresentationView: () => ({ presentationId: presentation(), employerId: testId('employer', 'bakery') }),
    EvaluatePlan: () => ({ planId: plan(), participants: PARTIES.filter(() => dice.percent(70)), outcome: 'goes-well' }),
    RevisePlan: () => revision(plan(), dice, facts),
    RecordAgreementKept: () => ({ agreementId: agreement() }),
    RecordAgreementBroken: () => ({ agreementId: agreement(), reason: 'not-done' }),
    ReassignAgreement: () => ({ agreementId: agreement(), owner: dice.pick(PARTIES), reason: 'needs-help' }),
    ReferToProvider: () => ({ organisationId: dice.pick(ORGANISATIONS), service: 'training' }),
    AcceptReferral: () => ({ referralId: referral() }),
    CompleteReferral: () => ({ referralId: referral(), outcome: 'reached' }),
    StartRetraining: () => ({ kind: 'reskilling', organisationId: null }),
    CompleteRetraining: () => ({ retrainingId: retraining(), qualified: dice.percent(50) }),
    DropRetraining: () => ({ retrainingId: retraining(), reason: 'motivation' }),
  };
}

/** Drops nothing, an agreement of any plan, or all that the plan began with; and adds one or none. */
function revision(planId: PlanId, dice: Dice, facts: Facts): CommandOf<'RevisePlan'>['data'] {
  const first = facts.flatMap((fact) => (fact.type === 'PlanAgreed' && fact.data.planId === planId ? fact.data.agreements : []));
  const drops = dice.pick([[], [anyAgreement(dice, facts)], first.map(({ agreementId }) => agreementId)]);
  return {
    planId,
    reason: 'evaluation',
    drops,
    adds: dice.percent(50) ? [{ subject: 'travel', owner: 'candidate', dueOn: dayWithin(dice, 800) }] : [],
    signatories: PARTIES.filter(() => dice.percent(95)),
  };
}

/** An agreement of any plan, now and then one that no fact holds. */
function anyAgreement(dice: Dice, facts: Facts): AgreementId {
  const agreed = facts.flatMap((fact) => {
    if (fact.type === 'PlanAgreed') return fact.data.agreements;
    return fact.type === 'PlanRevised' ? fact.data.adds : [];
  });
  return agreed.length === 0 || dice.percent(10) ? testId('stranger') : dice.pick(agreed).agreementId;
}

/** The members that tell the subjects of these commands apart; where there are none, one sample stands for all. */
export const AROUND_TELLS: Partial<Record<TrajectoryCommand['type'], readonly string[]>> = {
  RemoveParty: ['organisationId'],
  OfferHandover: ['organisationId'],
  AcceptHandover: ['handoverId'],
  RefuseHandover: ['handoverId'],
  RecordMissedIntake: ['intakeId'],
  RecordIntake: ['intakeId'],
  ChangeParticipationStep: ['step'],
  CompleteLiteracyAction: ['literacyActionId'],
  WithdrawPresentation: ['presentationId'],
  RecordPresentationView: ['presentationId'],
  EvaluatePlan: ['planId'],
  RevisePlan: ['planId'],
  RecordAgreementKept: ['agreementId'],
  RecordAgreementBroken: ['agreementId'],
  ReassignAgreement: ['agreementId', 'owner'],
  AcceptReferral: ['referralId'],
  CompleteReferral: ['referralId'],
  CompleteRetraining: ['retrainingId'],
  DropRetraining: ['retrainingId'],
};

/** What these samples leave open, thrown; nothing where the data are of another command. */
export function variedAround(data: Data, dice: Dice): Data | undefined {
  if ('subject' in data) return { ...data, subject: dice.pick(CASEWORKERS) };
  if ('cohortId' in data) return { cohortId: dice.pick(COHORTS) };
  if ('legalBasis' in data) return { ...data, organisationId: dice.pick(ORGANISATIONS) };
  if ('intakeOn' in data) return { intakeOn: dayWithin(dice, 250) };
  if ('followUpOn' in data) return { followUpOn: dayWithin(dice, 400) };
  if ('dismissalOn' in data) return { ...data, dismissalOn: dismissalDay(dice) };
}
