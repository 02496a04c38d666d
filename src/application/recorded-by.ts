import type { EventName } from '../read-models/vocabularies.js';
import { mayNot, type Wanted } from './permissions.js';
import type { Identity } from './ports/identity.js';
import type { Refused } from './refusals.js';

/**
 * Which command records each event. Whoever may not do that may not do it by a correction or as a late fact either.
 * An event without a line does not compile.
 */
const RECORDED_BY: Readonly<Record<EventName, Wanted>> = {
  // candidates
  CandidateRegistered: 'RegisterCandidate',
  IdentityLinked: 'LinkIdentity',
  ContactDetailsChanged: 'ChangeContactDetails',
  BenefitStarted: 'RecordBenefitStart',
  BenefitEnded: 'RecordBenefitEnd',
  BenefitResumed: 'RecordBenefitResumption',
  TargetGroupChanged: 'ChangeTargetGroup',
  CountabilityOpened: 'RecordCountabilityOpening',
  CountabilityExtended: 'RecordCountabilityExtension',
  CountabilityExpired: 'RecordCountabilityExpiry',
  CandidateMergedInto: 'MergeCandidate',
  MergeUndone: 'UndoMerge',
  CandidateErased: 'EraseCandidate',
  // trajectories: start
  TrajectoryOffered: 'OfferTrajectory',
  OfferAnswered: 'AnswerOffer',
  TrajectoryStarted: 'StartTrajectory',
  ProgrammeVersionMigrated: 'MigrateProgrammeVersion',
  CaseworkerAssigned: 'AssignCaseworker',
  IncludedInCohort: 'IncludeInCohort',
  PartyJoined: 'AddParty',
  PartyLeft: 'RemoveParty',
  HandoverOffered: 'OfferHandover',
  HandoverAccepted: 'AcceptHandover',
  HandoverRefused: 'RefuseHandover',
  DismissalAnnounced: 'AnnounceDismissal',
  DismissalRevised: 'ReviseDismissal',
  // trajectories: intake
  IntakeScheduled: 'ScheduleIntake',
  IntakeMissed: 'RecordMissedIntake',
  IntakeHeld: 'RecordIntake',
  FollowUpAgreed: 'AgreeFollowUp',
  GoalSet: 'SetGoal',
  GoalChanged: 'ChangeGoal',
  AssessmentRecorded: 'RecordAssessment',
  ParticipationStepChanged: 'ChangeParticipationStep',
  StagnationFlagged: 'FlagStagnation',
  LiteracyActionAgreed: 'AgreeLiteracyAction',
  LiteracyActionCompleted: 'CompleteLiteracyAction',
  IncomeEffectDiscussed: 'DiscussIncomeEffect',
  // trajectories: match
  PresentationPublished: 'PublishPresentation',
  PresentationWithdrawn: 'WithdrawPresentation',
  PresentationViewed: 'RecordPresentationView',
  MatchProposed: 'ProposeMatch',
  InterestExpressed: 'ExpressInterest',
  MatchMade: 'RecordMatch',
  MatchFellThrough: 'LetMatchFall',
  TripartiteTalkHeld: 'RecordTalk',
  // trajectories: plan
  PlanAgreed: 'AgreePlan',
  PlanEvaluated: 'EvaluatePlan',
  PlanRevised: 'RevisePlan',
  AgreementKept: 'RecordAgreementKept',
  AgreementBroken: 'RecordAgreementBroken',
  AgreementReassigned: 'ReassignAgreement',
  ProviderReferred: 'ReferToProvider',
  ProviderAccepted: 'AcceptReferral',
  ProviderCompleted: 'CompleteReferral',
  RetrainingStarted: 'StartRetraining',
  RetrainingCompleted: 'CompleteRetraining',
  RetrainingDropped: 'DropRetraining',
  // trajectories: placement
  PlacementStarted: 'StartPlacement',
  PlacementEnded: 'EndPlacement',
  ContractSigned: 'SignContract',
  PlacementExtended: 'ExtendPlacement',
  PlacementConverted: 'ConvertPlacement',
  NewJobFound: 'RecordNewJob',
  InstrumentGranted: 'GrantInstrument',
  InstrumentEnded: 'EndInstrument',
  IncentiveGranted: 'GrantIncentive',
  SanctionRecorded: 'RecordSanction',
  LoonwaardeMeasured: 'MeasureLoonwaarde',
  LoonwaardeObjectionFiled: 'FileLoonwaardeObjection',
  LoonwaardeObjectionDecided: 'DecideLoonwaardeObjection',
  // trajectories: support, and how it turns out
  CheckInRecorded: 'RecordCheckIn',
  CheckInMissed: 'RecordMissedCheckIn',
  AftercareContactAssigned: 'AssignAftercareContact',
  GuidanceSessionHeld: 'RecordGuidanceSession',
  SupportRequested: 'RequestSupport',
  SupportGiven: 'RecordSupportGiven',
  SupportDeclined: 'DeclineSupport',
  RiskFlagged: 'FlagRisk',
  RiskAnswered: 'AnswerRisk',
  MilestoneReached: 'RecordMilestone',
  MilestoneWithdrawn: 'WithdrawMilestone',
  CandidateReturned: 'RecordReturn',
  ReturnWithdrawn: 'WithdrawReturn',
  // trajectories: closing and notes
  TrajectoryClosed: 'CloseTrajectory',
  TrajectoryReopened: 'ReopenTrajectory',
  NoteAdded: 'AddNote',
  DocumentAttached: 'AttachDocument',
  DocumentWithdrawn: 'WithdrawDocument',
  // trajectories: the ledger, which nobody corrects
  FollowUpPlanned: 'RecordFallDue',
  FollowUpMoved: 'RecordFallDue',
  FollowUpFellDue: 'RecordFallDue',
  FollowUpDone: 'RecordFallDue',
  FollowUpCancelled: 'RecordFallDue',
  // employers
  EmployerRegistered: 'RegisterEmployer',
  EmployerAgreementSigned: 'SignEmployerAgreement',
  EmployerAgreementAmended: 'AmendEmployerAgreement',
  PlacementCredited: 'CreditPlacement',
  PlacementCreditRevoked: 'RevokePlacementCredit',
  // organisations
  OrganisationRegistered: 'RegisterOrganisation',
  ServiceOffered: 'OfferService',
  EducationAgreementSigned: 'SignEducationAgreement',
  EducationAgreementAmended: 'AmendEducationAgreement',
  TeamFormed: 'FormTeam',
  MemberJoined: 'AddMember',
  MemberLeft: 'RemoveMember',
  AbsenceRecorded: 'RecordAbsence',
  StandInNamed: 'NameStandIn',
  ClosingDaySet: 'SetClosingDay',
  // workplaces
  WorkplaceOffered: 'OfferWorkplace',
  FunctionAdapted: 'AdaptFunction',
  WorkplaceReserved: 'ReserveWorkplace',
  WorkplaceFilled: 'FillWorkplace',
  WorkplaceReleased: 'ReleaseWorkplace',
  WorkplaceWithdrawn: 'WithdrawWorkplace',
  // series and meetings
  SeriesStarted: 'StartSeries',
  SeriesSuspended: 'SuspendSeries',
  SeriesResumed: 'ResumeSeries',
  SeriesEnded: 'EndSeries',
  MeetingScheduled: 'ScheduleMeeting',
  InvitationSent: 'SendInvitation',
  InvitationAnswered: 'AnswerInvitation',
  WalkInRegistered: 'RegisterWalkIn',
  AttendanceRecorded: 'RecordAttendance',
  MeetingInterestExpressed: 'ExpressMeetingInterest',
  MeetingHeld: 'RecordMeetingHeld',
  MeetingCancelled: 'CancelMeeting',
  // programmes and rulesets
  ProgrammePublished: 'PublishProgramme',
  TargetSet: 'SetTarget',
  ProgrammeClosed: 'CloseProgramme',
  CohortFrozen: 'FreezeCohort',
  RulesetPublished: 'PublishRuleset',
};

/**
 * Nothing when this identity may bring about events of all these types; else a refusal that names the first command that it may not.
 * Of a type that there is not, or that nobody may correct, the decision itself says so.
 */
export function mayNotRecord(identity: Identity, types: readonly string[]): Refused | undefined {
  const wanted = types.flatMap((type) => (Object.hasOwn(RECORDED_BY, type) ? [RECORDED_BY[type as EventName]] : []));
  const forbidden = wanted.find((command) => command !== 'RecordFallDue' && mayNot(identity, command));
  return forbidden === undefined ? undefined : mayNot(identity, forbidden);
}
