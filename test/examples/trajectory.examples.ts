import { addDays, dayFrom, type Day } from '../../src/kernel/days.js';
import type {
  AgreementId,
  CandidateId,
  EmployerId,
  MatchId,
  MeetingId,
  PlacementId,
  PlanId,
  TrajectoryId,
  WorkplaceId,
} from '../../src/kernel/ids.js';
import type { Seal } from '../../src/kernel/messages.js';
import type { TrajectoryCommand } from '../../src/trajectory/commands.js';
import type { TrajectoryEvent, TrajectoryEventOf } from '../../src/trajectory/trajectory.events.js';
import type { Wish } from '../harness/decider-spec.js';
import { testId } from '../harness/ids.js';
import { programmeId } from './programme.examples.js';

export const day = dayFrom;

/** The people and things of the examples. */
export const candidateId: CandidateId = testId('candidate', 'anna');
export const bakery: EmployerId = testId('employer', 'bakery');
export const garage: EmployerId = testId('employer', 'garage');
export const october: MeetingId = testId('meeting', 'october');
export const oven: WorkplaceId = testId('workplace', 'oven');
export const matchId: MatchId = testId('match', 'bakery');
export const agreementId: AgreementId = testId('agreement', 'guidance');
export const planId: PlanId = testId('plan', 'first');
export const placementId: PlacementId = testId('placement', 'bakery');
export const earlier: TrajectoryId = testId('trajectory', 'earlier');
export const words: Seal = { subject: candidateId, words: testId('words') };

type On = Readonly<{ on: string }>;
type Data<T extends TrajectoryEvent['type']> = TrajectoryEventOf<T>['data'];
type CommandOf<T extends TrajectoryCommand['type']> = Extract<TrajectoryCommand, { type: T }>;

/** A teller of one kind of event: a day, and what differs from the example. */
export const event =
  <T extends TrajectoryEvent['type']>(type: T, example: Data<T>) =>
  ({ on, ...changes }: On & Partial<Data<T>>): TrajectoryEventOf<T> =>
    ({ type, occurredOn: dayFrom(on), data: { ...example, ...changes } }) as unknown as TrajectoryEventOf<T>;

/** A teller of one kind of command; without a day it is one of today. */
export const command =
  <T extends TrajectoryCommand['type']>(type: T, example: CommandOf<T>['data']) =>
  ({ on, ...changes }: Partial<On> & Partial<CommandOf<T>['data']> = {}): Wish<CommandOf<T>> =>
    ({ type, ...(on && { on: dayFrom(on) }), data: { ...example, ...changes } }) as unknown as Wish<CommandOf<T>>;

const aboutAnna = { candidateId, programmeId, round: 1, previousTrajectoryId: null };
const goal = { goal: 'paid-work', askAgainOn: null } as const;
const bakeryMatch = { employerId: bakery, meetingId: null, workplaceId: null, because: 'caseworker-saw' } as const;
const yes = { matchId, by: 'candidate', interested: true, reason: null } as const;
const fall = { matchId, by: 'employer', reason: 'vacancy-gone' } as const;
const talk = { matchId, participants: ['candidate', 'employer', 'municipality'] } as const;
const job = {
  matchId,
  employerId: bakery,
  kind: 'job',
  location: 'external',
  contract: 'fixed-term',
  hoursPerWeek: 24,
  until: null,
} as const;
const ending = { placementId, reason: 'term-expired', by: 'employer' } as const;
const goodTalk = { placementId, with: 'candidate', rating: 4, concerns: [] } as const;
const missed = { placementId, with: 'employer', reason: 'no-answer' } as const;

/** Guidance is agreed on, due in ten years, and all three sign. */
const plan = {
  goal: 'paid-work',
  agreements: [{ subject: 'guidance', owner: 'municipality', dueOn: dayFrom('2029-12-31') }],
  signatories: ['candidate', 'employer', 'municipality'],
} as const;

export const offered = event('TrajectoryOffered', { ...aboutAnna, programmeVersion: 1 });
export const answered = event('OfferAnswered', { accepted: true, reason: null });
export const started = event('TrajectoryStarted', { ...aboutAnna, programmeVersion: 1, enrolledOn: null, referral: 'meeting' });
export const goalSet = event('GoalSet', goal);
export const goalChanged = event('GoalChanged', { ...goal, reason: 'other' });
export const matchProposed = event('MatchProposed', { matchId, ...bakeryMatch });
export const interestExpressed = event('InterestExpressed', yes);
export const matchMade = event('MatchMade', { matchId });
export const matchFellThrough = event('MatchFellThrough', fall);
export const talkHeld = event('TripartiteTalkHeld', talk);
export const planAgreed = event('PlanAgreed', {
  planId,
  ...plan,
  agreements: plan.agreements.map((agreement) => ({ agreementId, ...agreement })),
});
export const placementStarted = event('PlacementStarted', { placementId, ...job });
export const placementEnded = event('PlacementEnded', ending);
export const checkInRecorded = event('CheckInRecorded', goodTalk);
export const checkInMissed = event('CheckInMissed', missed);
export const closed = event('TrajectoryClosed', { result: 'paid-work' as Data<'TrajectoryClosed'>['result'] });
export const reopened = event('TrajectoryReopened', { reason: 'closed-by-mistake' });
export const noteAdded = event('NoteAdded', { noteId: testId('note'), visibility: 'internal' });

export const offerTrajectory = command('OfferTrajectory', aboutAnna);
export const answerOffer = command('AnswerOffer', { accepted: true, reason: null });
export const startTrajectory = command('StartTrajectory', { ...aboutAnna, enrolledOn: null, referral: 'meeting' });
export const setGoal = command('SetGoal', goal);
export const changeGoal = command('ChangeGoal', { ...goal, reason: 'other' });
export const proposeMatch = command('ProposeMatch', { ...bakeryMatch, interested: [] });
export const expressInterest = command('ExpressInterest', yes);
export const recordMatch = command('RecordMatch', { matchId });
export const letMatchFall = command('LetMatchFall', fall);
export const recordTalk = command('RecordTalk', talk);
export const agreePlan = command('AgreePlan', plan);
export const startPlacement = command('StartPlacement', job);
export const endPlacement = command('EndPlacement', ending);
export const recordCheckIn = command('RecordCheckIn', goodTalk);
export const recordMissedCheckIn = command('RecordMissedCheckIn', missed);
export const closeTrajectory = command('CloseTrajectory', { result: 'paid-work' as Data<'TrajectoryClosed'>['result'] });
export const reopenTrajectory = command('ReopenTrajectory', { reason: 'closed-by-mistake' });
export const addNote = (on: string): Wish<CommandOf<'AddNote'>> => ({
  type: 'AddNote',
  on: dayFrom(on),
  data: { visibility: 'internal' },
  seal: words,
});

/** Lives so far, each ending on the day that is named; what comes before lies on the days before it. */
type Until = Readonly<{ on: string }>;
const before = (on: string, days: number): Day => addDays(dayFrom(on), -days);

/** Started, with paid work for a goal. */
export const aiming = ({ on }: Until): TrajectoryEvent[] => [started({ on: before(on, 1) }), goalSet({ on })];

/** The bakery was proposed. */
export const proposed = ({ on }: Until): TrajectoryEvent[] => [...aiming({ on: before(on, 1) }), matchProposed({ on })];

/** Both said yes to the bakery. */
export const matched = ({ on }: Until): TrajectoryEvent[] => [
  ...proposed({ on: before(on, 1) }),
  interestExpressed({ on: before(on, 1), by: 'candidate' }),
  interestExpressed({ on, by: 'employer' }),
  matchMade({ on }),
];

/** All three talked. */
export const talked = ({ on }: Until): TrajectoryEvent[] => [...matched({ on: before(on, 1) }), talkHeld({ on })];

/** The plan is signed. */
export const planned = ({ on }: Until): TrajectoryEvent[] => [...talked({ on: before(on, 1) }), planAgreed({ on })];

/** The work at the bakery began. */
export const placed = ({ on }: Until): TrajectoryEvent[] => [...planned({ on: before(on, 1) }), placementStarted({ on })];
