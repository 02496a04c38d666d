import type { Decider } from '../kernel/decider.js';
import type { Shelf } from '../programme/shelf.js';
import { closeTrajectory, judgeClosing, judgeResult, offerClosing } from './closing/close-trajectory.js';
import { judgeReopening, offerReopening, reopenTrajectory } from './closing/reopen-trajectory.js';
import type { TrajectoryCommand, TrajectoryRefusal } from './commands.js';
import { dismissalDecisions } from './dismissal/dismissal-decisions.js';
import { employmentDecisions } from './employment/employment-decisions.js';
import { evolve } from './evolve.js';
import { instrumentsDecisions } from './instruments/instruments-decisions.js';
import { changeGoal, judgeGoalChange, offerGoalChanges } from './intake/change-goal.js';
import { intakeDecisions } from './intake/intake-decisions.js';
import { judgeGoal, offerGoals, setGoal } from './intake/set-goal.js';
import { FALL_DUE_NEVER_WAIVED, judgeFallDue, offerFallsDue, recordFallDue } from './ledger/record-fall-due.js';
import { loonwaardeDecisions } from './loonwaarde/loonwaarde-decisions.js';
import { expressInterest, judgeInterest, offerInterest } from './match/express-interest.js';
import { judgeFall, letMatchFall, offerFalls } from './match/let-match-fall.js';
import { judgeProposal, offerMatches, proposeMatch } from './match/propose-match.js';
import { judgeMade, offerRecords, recordMatch } from './match/record-match.js';
import { judgeTalk, offerTalks, recordTalk } from './match/record-talk.js';
import {
  insistOnMigration,
  judgeMigration,
  migrateProgrammeVersion,
  MIGRATION_NEVER_WAIVED,
  offerMigrations,
} from './migration/migrate-programme-version.js';
import { judgeMilestoneKnown, offerMilestones } from './milestones/record-milestone.js';
import { addNote, judgeNote, offerNotes } from './notes/add-note.js';
import { partiesDecisions } from './parties/parties-decisions.js';
import { endPlacement, judgeEnding, offerEndings } from './placement/end-placement.js';
import { judgePlacement, offerPlacements, startPlacement } from './placement/start-placement.js';
import { agreePlan, judgePlan, offerPlans } from './plan/agree-plan.js';
import { planDecisions } from './plan/plan-decisions.js';
import { presentationDecisions } from './presentation/presentation-decisions.js';
import { progressDecisions } from './progress/progress-decisions.js';
import { providersDecisions } from './providers/providers-decisions.js';
import { retrainingDecisions } from './retraining/retraining-decisions.js';
import { answerOffer, judgeAnswer, offerAnswers } from './start/answer-offer.js';
import { judgeOffer, offerOffers, offerTrajectory } from './start/offer-trajectory.js';
import { judgeStart, offerStarts, startTrajectory } from './start/start-trajectory.js';
import { insistOnSubject } from './start/subject.js';
import { judgeCheckIn, offerCheckIns, recordCheckIn } from './support/record-check-in.js';
import { judgeMiss, offerMisses, recordMissedCheckIn } from './support/record-missed-check-in.js';
import { supportedDecisions } from './supported-decisions.js';
import { nothingYet, type Subject, type Trajectory } from './trajectory.js';
import { trajectoryVocabulary, type TrajectoryEvent, type TrajectoryEventOf } from './trajectory.events.js';
import type { TrajectoryRules } from './under-way.js';

/** How trajectories decide. */
export type TrajectoryDecider = Decider<Trajectory, TrajectoryEvent, TrajectoryCommand, TrajectoryRefusal, TrajectoryRules>;

/**
 * How a trajectory decides, by the programme versions on the shelf.
 * A trajectory stands under the version that its last offer, start or migration names; a new one gets the version in force on its day.
 */
export function trajectoryDecider(shelf: Shelf): TrajectoryDecider {
  const versionNamedBy = ({ programmeId, programmeVersion }: Pick<Subject, 'programmeId' | 'programmeVersion'>) => ({
    programme: shelf.programme(programmeId, programmeVersion),
  });
  const rulesOf = ({ subject }: Trajectory): TrajectoryRules => (subject ? versionNamedBy(subject) : { programme: undefined });

  return {
    initial: nothingYet,
    evolve,
    vocabulary: trajectoryVocabulary,
    ...proposals(shelf),
    ...offersUnder(shelf, rulesOf),
    ...judges,
    rulesFor: (event, before) => {
      if (event.type === 'ProgrammeVersionMigrated') return { ...rulesOf(before), next: versionNamedBy(event.data).programme };
      return namesVersion(event) ? versionNamedBy(event.data) : rulesOf(before);
    },
    rulesOn: (_, state) => rulesOf(state),
  };
}

const judges = {
  judge: {
    TrajectoryOffered: judgeOffer,
    OfferAnswered: judgeAnswer,
    TrajectoryStarted: judgeStart,
    ProgrammeVersionMigrated: judgeMigration,
    ...partiesDecisions.judge,
    ...dismissalDecisions.judge,
    ...intakeDecisions.judge,
    GoalSet: judgeGoal,
    GoalChanged: judgeGoalChange,
    ...progressDecisions.judge,
    ...presentationDecisions.judge,
    MatchProposed: judgeProposal,
    InterestExpressed: judgeInterest,
    MatchMade: judgeMade,
    MatchFellThrough: judgeFall,
    TripartiteTalkHeld: judgeTalk,
    PlanAgreed: judgePlan,
    ...planDecisions.judge,
    ...providersDecisions.judge,
    ...retrainingDecisions.judge,
    PlacementStarted: judgePlacement,
    PlacementEnded: judgeEnding,
    ...employmentDecisions.judge,
    ...instrumentsDecisions.judge,
    ...loonwaardeDecisions.judge,
    CheckInRecorded: judgeCheckIn,
    CheckInMissed: judgeMiss,
    ...supportedDecisions.judge,
    TrajectoryClosed: judgeClosing,
    TrajectoryReopened: judgeReopening,
    NoteAdded: judgeNote,
    FollowUpPlanned: () => undefined,
    FollowUpMoved: () => undefined,
    FollowUpFellDue: judgeFallDue,
    FollowUpDone: () => undefined,
    FollowUpCancelled: () => undefined,
  },
  judgedOnce: new Set([
    ...dismissalDecisions.judgedOnce,
    ...intakeDecisions.judgedOnce,
    ...progressDecisions.judgedOnce,
    'CheckInMissed',
    ...supportedDecisions.judgedOnce,
  ]),
  /**
   * On a day without rules nothing is begun (P12), and what is due is a fact (P7): there is nothing to let pass, nor where nobody could
   * say what becomes of a name. Whose trajectory it
   * is says whose key seals its words, and a result or milestone that the programme does not know is a text of somebody's own (P10).
   */
  neverWaived: new Set([
    'no-rules-in-force',
    'other-trajectory',
    'result-not-allowed',
    'milestone-not-known',
    ...MIGRATION_NEVER_WAIVED,
    ...FALL_DUE_NEVER_WAIVED,
  ]),
  insists: {
    TrajectoryOffered: insistOnSubject,
    TrajectoryStarted: insistOnSubject,
    ProgrammeVersionMigrated: insistOnMigration,
    TrajectoryClosed: judgeResult,
    MilestoneReached: judgeMilestoneKnown,
  },
  /** The ledger follows from the facts, so only what a command brings into it is judged. */
  ledger: new Set(['FollowUpPlanned', 'FollowUpMoved', 'FollowUpFellDue', 'FollowUpDone', 'FollowUpCancelled']),
  keeps: {
    TrajectoryOffered: ['candidateId', 'programmeId', 'round', 'previousTrajectoryId'],
    TrajectoryStarted: ['candidateId', 'programmeId', 'round', 'previousTrajectoryId'],
    ProgrammeVersionMigrated: ['followUpsFrom'],
    ...partiesDecisions.keeps,
    ...intakeDecisions.keeps,
    ...progressDecisions.keeps,
    ...presentationDecisions.keeps,
    ...providersDecisions.keeps,
    ...retrainingDecisions.keeps,
    MatchProposed: ['matchId'],
    PlanAgreed: ['planId'],
    PlacementStarted: ['placementId'],
    ...instrumentsDecisions.keeps,
    ...loonwaardeDecisions.keeps,
    ...supportedDecisions.keeps,
    NoteAdded: ['noteId'],
  },
} as const satisfies Pick<TrajectoryDecider, 'judge' | 'judgedOnce' | 'neverWaived' | 'insists' | 'ledger' | 'keeps'>;

const proposals = (shelf: Shelf): Pick<TrajectoryDecider, 'propose'> => ({
  propose: {
    OfferTrajectory: offerTrajectory(shelf),
    AnswerOffer: answerOffer,
    StartTrajectory: startTrajectory(shelf),
    MigrateProgrammeVersion: migrateProgrammeVersion(shelf),
    ...partiesDecisions.propose,
    ...dismissalDecisions.propose,
    ...intakeDecisions.propose,
    SetGoal: setGoal,
    ChangeGoal: changeGoal,
    ...progressDecisions.propose,
    ...presentationDecisions.propose,
    ProposeMatch: proposeMatch,
    ExpressInterest: expressInterest,
    RecordMatch: recordMatch,
    LetMatchFall: letMatchFall,
    RecordTalk: recordTalk,
    AgreePlan: agreePlan,
    ...planDecisions.propose,
    ...providersDecisions.propose,
    ...retrainingDecisions.propose,
    StartPlacement: startPlacement,
    EndPlacement: endPlacement,
    ...employmentDecisions.propose,
    ...instrumentsDecisions.propose,
    ...loonwaardeDecisions.propose,
    RecordCheckIn: recordCheckIn,
    RecordMissedCheckIn: recordMissedCheckIn,
    ...supportedDecisions.propose,
    CloseTrajectory: closeTrajectory,
    ReopenTrajectory: reopenTrajectory,
    AddNote: addNote,
    RecordFallDue: recordFallDue,
  },
});

const offersUnder = (shelf: Shelf, rulesOf: (state: Trajectory) => TrajectoryRules): Pick<TrajectoryDecider, 'offers'> => ({
  offers: {
    OfferTrajectory: offerOffers(shelf),
    AnswerOffer: offerAnswers,
    StartTrajectory: offerStarts(shelf),
    MigrateProgrammeVersion: offerMigrations(shelf),
    ...partiesDecisions.offers,
    ...dismissalDecisions.offers,
    ...intakeDecisions.offers,
    SetGoal: (now) => offerGoals(now, rulesOf(now)),
    ChangeGoal: (now) => offerGoalChanges(now, rulesOf(now)),
    ...progressDecisions.offers,
    ...presentationDecisions.offers,
    ProposeMatch: offerMatches,
    ExpressInterest: offerInterest,
    RecordMatch: offerRecords,
    LetMatchFall: offerFalls,
    RecordTalk: offerTalks,
    AgreePlan: (now) => offerPlans(now, rulesOf(now)),
    ...planDecisions.offers,
    ...providersDecisions.offers,
    ...retrainingDecisions.offers,
    StartPlacement: (now) => offerPlacements(now, rulesOf(now)),
    EndPlacement: offerEndings,
    ...employmentDecisions.offers,
    ...instrumentsDecisions.offers,
    ...loonwaardeDecisions.offers,
    RecordCheckIn: offerCheckIns,
    RecordMissedCheckIn: offerMisses,
    ...supportedDecisions.offers,
    RecordMilestone: (now) => offerMilestones(now, rulesOf(now)),
    CloseTrajectory: offerClosing,
    ReopenTrajectory: offerReopening,
    AddNote: offerNotes,
    RecordFallDue: offerFallsDue,
  },
});

/** Whether an event names a version of the programme itself, in force or not. */
const namesVersion = (event: TrajectoryEvent): event is TrajectoryEventOf<'TrajectoryOffered' | 'TrajectoryStarted'> =>
  event.type === 'TrajectoryOffered' || event.type === 'TrajectoryStarted';
