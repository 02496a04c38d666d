import type { CannotCloseTrajectory, CloseTrajectory } from './closing/close-trajectory.js';
import type { CannotReopenTrajectory, ReopenTrajectory } from './closing/reopen-trajectory.js';
import type { DismissalCommand, DismissalRefusal } from './dismissal/dismissal-decisions.js';
import type { EmploymentCommand, EmploymentRefusal } from './employment/employment-decisions.js';
import type { InstrumentsCommand, InstrumentsRefusal } from './instruments/instruments-decisions.js';
import type { CannotChangeGoal, ChangeGoal } from './intake/change-goal.js';
import type { IntakeCommand, IntakeRefusal } from './intake/intake-decisions.js';
import type { CannotSetGoal, SetGoal } from './intake/set-goal.js';
import type { CannotRecordFallDue, RecordFallDue } from './ledger/record-fall-due.js';
import type { LoonwaardeCommand, LoonwaardeRefusal } from './loonwaarde/loonwaarde-decisions.js';
import type { CannotExpressInterest, ExpressInterest } from './match/express-interest.js';
import type { CannotLetMatchFall, LetMatchFall } from './match/let-match-fall.js';
import type { CannotProposeMatch, ProposeMatch } from './match/propose-match.js';
import type { CannotRecordMatch, RecordMatch } from './match/record-match.js';
import type { CannotRecordTalk, RecordTalk } from './match/record-talk.js';
import type { CannotMigrateProgrammeVersion, MigrateProgrammeVersion } from './migration/migrate-programme-version.js';
import type { AddNote, CannotAddNote } from './notes/add-note.js';
import type { PartiesCommand, PartiesRefusal } from './parties/parties-decisions.js';
import type { CannotEndPlacement, EndPlacement } from './placement/end-placement.js';
import type { CannotStartPlacement, StartPlacement } from './placement/start-placement.js';
import type { AgreePlan, CannotAgreePlan } from './plan/agree-plan.js';
import type { PlanCommand, PlanRefusal } from './plan/plan-decisions.js';
import type { PresentationCommand, PresentationRefusal } from './presentation/presentation-decisions.js';
import type { ProgressCommand, ProgressRefusal } from './progress/progress-decisions.js';
import type { ProvidersCommand, ProvidersRefusal } from './providers/providers-decisions.js';
import type { RetrainingCommand, RetrainingRefusal } from './retraining/retraining-decisions.js';
import type { AnswerOffer, CannotAnswerOffer } from './start/answer-offer.js';
import type { CannotOfferTrajectory, OfferTrajectory } from './start/offer-trajectory.js';
import type { CannotStartTrajectory, StartTrajectory } from './start/start-trajectory.js';
import type { CannotRecordCheckIn, RecordCheckIn } from './support/record-check-in.js';
import type { CannotRecordMissedCheckIn, RecordMissedCheckIn } from './support/record-missed-check-in.js';
import type { SupportedCommand, SupportedRefusal } from './supported-decisions.js';

/** Everything that may be asked of a trajectory. */
export type TrajectoryCommand =
  | OfferTrajectory
  | AnswerOffer
  | StartTrajectory
  | MigrateProgrammeVersion
  | PartiesCommand
  | DismissalCommand
  | IntakeCommand
  | SetGoal
  | ChangeGoal
  | ProgressCommand
  | PresentationCommand
  | ProposeMatch
  | ExpressInterest
  | RecordMatch
  | LetMatchFall
  | RecordTalk
  | AgreePlan
  | PlanCommand
  | ProvidersCommand
  | RetrainingCommand
  | StartPlacement
  | EndPlacement
  | EmploymentCommand
  | InstrumentsCommand
  | LoonwaardeCommand
  | RecordCheckIn
  | RecordMissedCheckIn
  | SupportedCommand
  | CloseTrajectory
  | ReopenTrajectory
  | AddNote
  | RecordFallDue;

/** Every reason for which a trajectory says no. */
export type TrajectoryRefusal =
  | CannotOfferTrajectory
  | CannotAnswerOffer
  | CannotStartTrajectory
  | CannotMigrateProgrammeVersion
  | PartiesRefusal
  | DismissalRefusal
  | IntakeRefusal
  | CannotSetGoal
  | CannotChangeGoal
  | ProgressRefusal
  | PresentationRefusal
  | CannotProposeMatch
  | CannotExpressInterest
  | CannotRecordMatch
  | CannotLetMatchFall
  | CannotRecordTalk
  | CannotAgreePlan
  | PlanRefusal
  | ProvidersRefusal
  | RetrainingRefusal
  | CannotStartPlacement
  | CannotEndPlacement
  | EmploymentRefusal
  | InstrumentsRefusal
  | LoonwaardeRefusal
  | CannotRecordCheckIn
  | CannotRecordMissedCheckIn
  | SupportedRefusal
  | CannotCloseTrajectory
  | CannotReopenTrajectory
  | CannotAddNote
  | CannotRecordFallDue;
