import { addDays, LAST_DAY, type Day } from '../../src/kernel/days.js';
import type { Code } from '../../src/kernel/fields.events.js';
import type { EmployerId, FollowUpId, MatchId, MeetingId } from '../../src/kernel/ids.js';
import type { Meta } from '../../src/kernel/messages.js';
import { AGREEMENT_SUBJECTS, GOALS, PARTIES, PLACEMENT_KINDS, SIDES } from '../../src/programme/terms.js';
import type { TrajectoryCommand, TrajectoryRefusal } from '../../src/trajectory/commands.js';
import { trajectoryDecider } from '../../src/trajectory/decider.js';
import { FALL_REASONS, INTEREST_REASONS } from '../../src/trajectory/match/match.events.js';
import { REFERRALS } from '../../src/trajectory/start/start.events.js';
import { CONCERNS } from '../../src/trajectory/support/support.events.js';
import type { Trajectory } from '../../src/trajectory/trajectory.js';
import type { TrajectoryEvent } from '../../src/trajectory/trajectory.events.js';
import type { TrajectoryRules } from '../../src/trajectory/under-way.js';
import { programmeId } from '../examples/programme.examples.js';
import { earlier } from '../examples/trajectory.examples.js';
import type { Dice } from '../harness/dice.js';
import { testId } from '../harness/ids.js';
import type { Walkable } from '../harness/walk.js';
import { AROUND_OFFERS, AROUND_TELLS, aroundPayloads, variedAround } from './around.walk.js';
import { AT_WORK_OFFERS, AT_WORK_TELLS, atWorkPayloads, variedAtWork } from './at-work.walk.js';
import { SUPPORTED_OFFERS, SUPPORTED_TELLS, supportedPayloads, variedSupported } from './supported.walk.js';
import { anyId, type Facts } from './walked-ids.js';
import { BEGINS, WALKED_VERSIONS, walkedShelf } from './walked-programmes.js';

type CommandOf<T extends TrajectoryCommand['type']> = Extract<TrajectoryCommand, { type: T }>;
type Payloads = { [T in TrajectoryCommand['type']]: () => CommandOf<T>['data'] };

const EMPLOYERS: readonly EmployerId[] = ['bakery', 'garage'].map((name) => testId('employer', name));
const MEETINGS: readonly (MeetingId | null)[] = [null, testId('meeting', 'october')];
const KNOWN_RESULT = 'paid-work' as Code<'result'>;

/** The nth follow-up of a walk; its ids are counted, so that blind commands may name one. */
export const nthFollowUp = (nth: number): FollowUpId => testId('follow-up', nth);

/** A day to ask again: later, now and then too early or none; never the one that the samples have. */
const askAgain = (dice: Dice): Day | null => (dice.percent(20) ? null : addDays(BEGINS, dice.between(-5, 400)));

/** The employer of a match that some fact of the life proposed, now and then another. */
function employerOf(matchId: string, facts: Facts, dice: Dice): EmployerId {
  const proposed = facts.find((fact) => fact.type === 'MatchProposed' && fact.data.matchId === matchId);
  return proposed?.type === 'MatchProposed' && dice.percent(80) ? proposed.data.employerId : dice.pick(EMPLOYERS);
}

const agreementsBy = (dice: Dice) =>
  AGREEMENT_SUBJECTS.filter(() => dice.percent(35)).map((subject) => ({
    subject,
    owner: dice.pick(PARTIES),
    dueOn: dice.percent(85) ? LAST_DAY : addDays(BEGINS, dice.below(60)),
  }));

/** Both more often than one: only a match that was made leads on. */
const sidesBy = (dice: Dice) => (dice.percent(40) ? SIDES : SIDES.filter(() => dice.percent(50)));
const someParties = (dice: Dice) => PARTIES.filter(() => dice.percent(90));
const someCandidate = (dice: Dice) => testId<'candidate'>('candidate', dice.percent(90) ? 'anna' : 'bert');

function aboutSomebody(dice: Dice) {
  const round = dice.percent(85) ? 1 : 2;
  return {
    candidateId: someCandidate(dice),
    programmeId,
    round,
    previousTrajectoryId: dice.percent(85) === (round === 1) ? null : earlier,
  };
}

function jobFor(matchId: MatchId, dice: Dice, facts: Facts): CommandOf<'StartPlacement'>['data'] {
  return {
    matchId,
    employerId: employerOf(matchId, facts, dice),
    kind: dice.percent(60) ? 'job' : dice.pick(PLACEMENT_KINDS),
    location: 'external',
    contract: 'agency',
    hoursPerWeek: dice.between(1, 40),
    until: dice.percent(70) ? null : addDays(BEGINS, dice.between(0, 120)),
  };
}

/** A payload without a thought, most of which fits: what is refused is seen to be so. */
function blind<T extends TrajectoryCommand['type']>(type: T, dice: Dice, facts: Facts): CommandOf<T>['data'] {
  const match = () => anyId<'match'>('matchId', facts, dice);
  const placement = () => anyId<'placement'>('placementId', facts, dice);
  const payloads: Payloads = {
    OfferTrajectory: () => aboutSomebody(dice),
    AnswerOffer: () => ({ accepted: dice.percent(60), reason: dice.percent(50) ? 'not-now' : null }),
    StartTrajectory: () => ({
      ...aboutSomebody(dice),
      enrolledOn: dice.percent(50) ? null : addDays(BEGINS, dice.between(-10, 60)),
      referral: dice.pick(REFERRALS),
    }),
    MigrateProgrammeVersion: () => dice.pick(WALKED_VERSIONS),
    ...aroundPayloads(dice, facts),
    SetGoal: () => ({ goal: dice.pick(GOALS), askAgainOn: askAgain(dice) }),
    ChangeGoal: () => ({ goal: dice.pick(GOALS), askAgainOn: askAgain(dice), reason: 'candidate-wishes' }),
    ProposeMatch: () => ({
      employerId: dice.pick(EMPLOYERS),
      meetingId: dice.pick(MEETINGS),
      workplaceId: dice.percent(70) ? null : testId('workplace', 'oven'),
      because: 'vacancy',
      interested: sidesBy(dice),
    }),
    ExpressInterest: () => ({
      matchId: match(),
      by: dice.pick(SIDES),
      interested: dice.percent(70),
      reason: dice.percent(50) ? dice.pick(INTEREST_REASONS) : null,
    }),
    RecordMatch: () => ({ matchId: match() }),
    LetMatchFall: () => ({ matchId: match(), by: dice.pick(PARTIES), reason: dice.pick(FALL_REASONS) }),
    RecordTalk: () => ({ matchId: match(), participants: someParties(dice) }),
    AgreePlan: () => ({
      goal: dice.pick(['paid-work', 'training']),
      agreements: agreementsBy(dice),
      signatories: someParties(dice),
    }),
    StartPlacement: () => jobFor(match(), dice, facts),
    EndPlacement: () => ({ placementId: placement(), reason: 'other-job', by: dice.pick(PARTIES) }),
    ...atWorkPayloads(dice, facts),
    RecordCheckIn: () => ({
      placementId: placement(),
      with: dice.pick(SIDES),
      rating: dice.between(1, 5),
      concerns: [dice.pick(CONCERNS)],
    }),
    RecordMissedCheckIn: () => ({ placementId: placement(), with: dice.pick(SIDES), reason: 'no-answer' }),
    ...supportedPayloads(dice, facts),
    CloseTrajectory: () => ({ result: dice.percent(70) ? KNOWN_RESULT : ('lottery' as Code<'result'>) }),
    ReopenTrajectory: () => ({ reason: 'closed-by-mistake' }),
    AddNote: () => ({ visibility: 'internal' }),
    RecordFallDue: () => ({
      followUpId: nthFollowUp(dice.below(6)),
      version: dice.pick([1, 1, 1, 2]),
      step: dice.pick([0, 0, 1, 2]),
    }),
  };
  return (payloads[type] as () => CommandOf<T>['data'])();
}

const isProposal = (data: TrajectoryCommand['data']): data is CommandOf<'ProposeMatch'>['data'] =>
  'interested' in data && 'because' in data;

/** What a sample leaves open, thrown; what it is about stays. */
function varied(data: TrajectoryCommand['data'], dice: Dice): TrajectoryCommand['data'] {
  if ('askAgainOn' in data)
    return data.askAgainOn === null ? data : { ...data, askAgainOn: addDays(BEGINS, dice.between(100, 400)) };
  if ('hoursPerWeek' in data) return { ...data, hoursPerWeek: dice.between(1, 40) };
  if ('referral' in data) return { ...data, referral: dice.pick(REFERRALS) };
  if ('agreements' in data) return dice.percent(60) ? { ...data, agreements: agreementsBy(dice) } : data;
  if (isProposal(data)) return { ...data, employerId: dice.pick(EMPLOYERS), interested: sidesBy(dice) };
  if ('followUpId' in data) return dice.percent(80) ? data : { ...data, version: data.version + 1 };
  return data;
}

const TELLS = { ...AROUND_TELLS, ...AT_WORK_TELLS, ...SUPPORTED_TELLS };

/** What tells the subjects of a command apart: what `offers` has one sample each for. */
function subjectOf(type: TrajectoryCommand['type'], data: TrajectoryCommand['data']): string {
  const {
    matchId,
    placementId,
    by,
    interested,
    accepted,
    goal,
    askAgainOn,
    followUpId,
    programmeId: into,
    programmeVersion,
  } = data as Record<string, unknown>;
  const tells: Partial<Record<TrajectoryCommand['type'], unknown[]>> = {
    AnswerOffer: [accepted],
    SetGoal: [goal, askAgainOn === null],
    ChangeGoal: [goal, askAgainOn === null],
    ExpressInterest: [matchId, by, interested],
    AgreePlan: [goal],
    RecordFallDue: [followUpId],
    MigrateProgrammeVersion: [into, programmeVersion],
  };
  const around = TELLS[type]?.map((name) => (data as Record<string, unknown>)[name]);
  return JSON.stringify([type, ...(around ?? tells[type] ?? [matchId, placementId])]);
}

/** Another version to come under, now and then with what no version says. */
const migration = (dice: Dice, from: Day) => ({
  ...dice.pick(WALKED_VERSIONS),
  followUpsFrom: addDays(from, dice.between(-3, 10)),
  goals: dice.percent(85) ? [] : [{ was: 'other', is: 'training' } as const],
});

/** Other details for what has details; for the rest the same data, so that only the day moves. */
function replacement({ type, data }: TrajectoryEvent, dice: Dice): TrajectoryEvent['data'] {
  switch (type) {
    case 'TrajectoryStarted':
      return { ...data, programmeVersion: dice.between(1, 2) };
    case 'ProgrammeVersionMigrated':
      return { ...data, ...migration(dice, data.followUpsFrom), followUpsFrom: data.followUpsFrom };
    case 'OfferAnswered':
      return { accepted: dice.percent(50), reason: 'moved' };
    case 'GoalSet':
      return { goal: dice.pick(GOALS), askAgainOn: askAgain(dice) };
    case 'InterestExpressed':
      return { ...data, interested: dice.percent(70), reason: 'other' };
    case 'PlanAgreed':
      return {
        ...data,
        agreements: data.agreements.map((agreement) => ({ ...agreement, subject: dice.pick(AGREEMENT_SUBJECTS) })),
      };
    case 'PlacementStarted':
      return { ...data, kind: dice.pick(PLACEMENT_KINDS) };
    case 'CheckInRecorded':
      return { ...data, with: dice.pick(SIDES) };
    default:
      return data;
  }
}

function late(occurredOn: Day, dice: Dice, { facts, meta }: Readonly<{ facts: Facts; meta: Meta }>): TrajectoryEvent {
  const matchId = anyId<'match'>('matchId', facts, dice);
  const placementId = anyId<'placement'>('placementId', facts, dice);
  // A yes as a late fact brings no match about: what RecordMatch is for.
  const yes = (): TrajectoryEvent => ({
    type: 'InterestExpressed',
    occurredOn,
    data: { matchId, by: dice.pick(SIDES), interested: true, reason: null },
  });
  return dice.pick<() => TrajectoryEvent>([
    yes,
    yes,
    yes,
    () => ({ type: 'MatchMade', occurredOn, data: { matchId } }),
    () => ({
      type: 'PlacementStarted',
      occurredOn,
      data: { placementId: meta.newId('placement'), ...jobFor(matchId, dice, facts) },
    }),
    () => ({ type: 'CheckInRecorded', occurredOn, data: { placementId, with: dice.pick(SIDES), rating: 3, concerns: [] } }),
    () => ({ type: 'PlacementEnded', occurredOn, data: { placementId, reason: 'other', by: 'employer' } }),
    () => ({ type: 'TrajectoryClosed', occurredOn, data: { result: KNOWN_RESULT } }),
    () => ({ type: 'ProgrammeVersionMigrated', occurredOn, data: migration(dice, meta.today) }),
  ])();
}

const decider = trajectoryDecider(walkedShelf);
const { AddNote, CloseTrajectory, ReopenTrajectory, RecordMilestone, MigrateProgrammeVersion, ...forwards } = decider.offers;

/** What leads nowhere comes first, so that a walk, which goes for the last, goes on. */
const offers = {
  AddNote,
  CloseTrajectory,
  ReopenTrajectory,
  ...AROUND_OFFERS,
  ...AT_WORK_OFFERS,
  ...SUPPORTED_OFFERS,
  RecordMilestone,
  MigrateProgrammeVersion,
  ...forwards,
};

/** Lives under all versions of the programme, and in the one that takes its place, from the day on which the first is in force. */
export const trajectoryWalk: Walkable<Trajectory, TrajectoryEvent, TrajectoryCommand, TrajectoryRefusal, TrajectoryRules> = {
  decider: { ...decider, offers },
  begins: BEGINS,
  payload: (type, dice, { subject, facts }) =>
    subject
      ? (variedSupported(subject, dice) ?? variedAround(subject, dice) ?? variedAtWork(subject, dice) ?? varied(subject, dice))
      : blind(type, dice, facts),
  subjectOf,
  replacement,
  late,
};
