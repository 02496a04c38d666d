import type { Role } from '../kernel/messages.js';
import type { Identity } from './ports/identity.js';
import { refuse, type Refused } from './refusals.js';
import { MERGE_COMMANDS, MIGRATION_COMMANDS, TARGET_COMMANDS, TEAM_COMMANDS } from './supervising-commands.js';

/** A command's type, or a question's name. */
export type Wanted = string;

/** For whom a place is held. */
const HOLDING_COMMANDS: readonly Wanted[] = ['ReserveWorkplace', 'FillWorkplace', 'ReleaseWorkplace'];

const CASE_COMMANDS: readonly Wanted[] = [
  'RegisterCandidate',
  'LinkIdentity',
  'ChangeContactDetails',
  'RecordBenefitStart',
  'RecordBenefitEnd',
  'RecordBenefitResumption',
  'ChangeTargetGroup',
  'RecordCountabilityOpening',
  'RecordCountabilityExtension',
  'RecordCountabilityExpiry',
  'OfferTrajectory',
  'AnswerOffer',
  'StartTrajectory',
  'AssignCaseworker',
  'IncludeInCohort',
  'AddParty',
  'RemoveParty',
  'OfferHandover',
  'AcceptHandover',
  'RefuseHandover',
  'AnnounceDismissal',
  'ReviseDismissal',
  'ScheduleIntake',
  'RecordMissedIntake',
  'RecordIntake',
  'AgreeFollowUp',
  'SetGoal',
  'ChangeGoal',
  'RecordAssessment',
  'ChangeParticipationStep',
  'FlagStagnation',
  'AgreeLiteracyAction',
  'CompleteLiteracyAction',
  'DiscussIncomeEffect',
  'PublishPresentation',
  'WithdrawPresentation',
  'RecordPresentationView',
  'ProposeMatch',
  'ExpressInterest',
  'RecordMatch',
  'LetMatchFall',
  'RecordTalk',
  'AgreePlan',
  'EvaluatePlan',
  'RevisePlan',
  'RecordAgreementKept',
  'RecordAgreementBroken',
  'ReassignAgreement',
  'ReferToProvider',
  'AcceptReferral',
  'CompleteReferral',
  'StartRetraining',
  'CompleteRetraining',
  'DropRetraining',
  'StartPlacement',
  'EndPlacement',
  'SignContract',
  'ExtendPlacement',
  'ConvertPlacement',
  'RecordNewJob',
  'GrantInstrument',
  'EndInstrument',
  'GrantIncentive',
  'RecordSanction',
  'MeasureLoonwaarde',
  'FileLoonwaardeObjection',
  'DecideLoonwaardeObjection',
  'RecordCheckIn',
  'RecordMissedCheckIn',
  'AssignAftercareContact',
  'RecordGuidanceSession',
  'RequestSupport',
  'RecordSupportGiven',
  'DeclineSupport',
  'FlagRisk',
  'AnswerRisk',
  'RecordMilestone',
  'WithdrawMilestone',
  'RecordReturn',
  'WithdrawReturn',
  ...HOLDING_COMMANDS,
  'AddNote',
  'AttachDocument',
  'WithdrawDocument',
  'CloseTrajectory',
  'ReopenTrajectory',
  'CorrectEvents',
];

const MEETING_COMMANDS: readonly Wanted[] = [
  'RegisterEmployer',
  'CreditPlacement',
  'RevokePlacementCredit',
  'OfferWorkplace',
  'AdaptFunction',
  'WithdrawWorkplace',
  'StartSeries',
  'SuspendSeries',
  'ResumeSeries',
  'EndSeries',
  'ScheduleMeeting',
  'SendInvitation',
  'AnswerInvitation',
  'RegisterWalkIn',
  'RecordAttendance',
  'ExpressMeetingInterest',
  'RecordMeetingHeld',
  'CancelMeeting',
];

/** What an organisation is and who works there; agreements with it and with employers belong to who keeps the contacts. */
const AGREEMENT_COMMANDS: readonly Wanted[] = [
  'RegisterOrganisation',
  'OfferService',
  'SignEducationAgreement',
  'AmendEducationAgreement',
  'SignEmployerAgreement',
  'AmendEmployerAgreement',
];

const READING: readonly Wanted[] = [
  'TimelineOf',
  'EventsOf',
  'StateOf',
  'NextStepsOf',
  'FollowUpsOf',
  'TrajectoriesOf',
  'FunnelOf',
  'TargetOf',
  'ProgrammesOf',
  'EmployerAgreementsOf',
];

/** What belongs together, as docs/integrate.md names it. */
export const GROUPS: Readonly<Record<string, readonly Wanted[]>> = {
  'commands on candidates and trajectories': CASE_COMMANDS,
  'commands on employers, workplaces, series and meetings': MEETING_COMMANDS,
  'commands on organisations and agreements': AGREEMENT_COMMANDS,
  'commands on teams and who works in them': TEAM_COMMANDS,
  'targets and cohorts of programmes': TARGET_COMMANDS,
  'commands that bring trajectories under another version': MIGRATION_COMMANDS,
  'commands that merge candidates': MERGE_COMMANDS,
  'questions in codes': READING,
};

const CASEWORK = [...CASE_COMMANDS, ...MEETING_COMMANDS, ...READING, 'StreamWithWords', 'CandidatesFound'];

/**
 * Who may do and ask what: one table, and what is not in it is not permitted.
 * A correction needs `CorrectEvents` and the right to each command whose events it touches (recorded-by.ts).
 * Words about a person are opened only for those who work with that person.
 */
export const PERMISSIONS: Readonly<Record<Role, ReadonlySet<Wanted>>> = {
  caseworker: new Set(CASEWORK),
  supervisor: new Set([
    ...CASEWORK,
    ...AGREEMENT_COMMANDS,
    ...TEAM_COMMANDS,
    ...TARGET_COMMANDS,
    ...MIGRATION_COMMANDS,
    ...MERGE_COMMANDS,
    'Override',
    'FeedAfter',
    'WorkloadOf',
  ]),
  'account-manager': new Set([
    ...MEETING_COMMANDS,
    ...AGREEMENT_COMMANDS,
    'TimelineOf',
    'StateOf',
    'StreamWithWords',
    'CorrectEvents',
    'ProgrammesOf',
    'EmployerAgreementsOf',
  ]),
  auditor: new Set([...READING, 'FeedAfter']),
  administrator: new Set([
    ...AGREEMENT_COMMANDS,
    ...TEAM_COMMANDS,
    ...TARGET_COMMANDS,
    ...MIGRATION_COMMANDS,
    'PublishProgramme',
    'CloseProgramme',
    'PublishRuleset',
    'CorrectEvents',
    'StateOf',
    'TimelineOf',
    'EventsOf',
    'FollowUpsOf',
    'TrajectoriesOf',
    'FunnelOf',
    'TargetOf',
    'ParkedReactionsOf',
    'TryReactionAgain',
    'MoveClock',
    'ProgrammesOf',
    'EmployerAgreementsOf',
  ]),
  integration: new Set([
    'RecordBenefitStart',
    'RecordBenefitEnd',
    'RecordBenefitResumption',
    'FeedAfter',
    'StateOf',
    'ProgrammesOf',
  ]),
  archivist: new Set([...READING, 'EraseCandidate']),
  researcher: new Set(),
  'party-member': new Set(),
  system: new Set([
    'RecordFallDue',
    'OfferTrajectory',
    'ProposeMatch',
    'RecordMatch',
    'LetMatchFall',
    'RecordReturn',
    'WithdrawReturn',
    ...HOLDING_COMMANDS,
    'CreditPlacement',
    'RevokePlacementCredit',
  ]),
};

/** Nothing when this identity may; else a refusal that names what was wanted. */
export function mayNot({ role }: Identity, wanted: Wanted): Refused | undefined {
  return PERMISSIONS[role].has(wanted) ? undefined : refuse({ code: 'not-permitted', role, wanted });
}
