/** Who takes part in a trajectory: the candidate, an employer, and the municipality that guides both. */
export const PARTIES = ['candidate', 'employer', 'municipality'] as const;
export type Party = (typeof PARTIES)[number];

/** The two between whom a match is made; a follow-up is with one of them. */
export const SIDES = ['candidate', 'employer'] as const;
export type Side = (typeof SIDES)[number];

/** What a trajectory may aim at; a programme allows some of these. */
export const GOALS = ['paid-work', 'work-experience', 'volunteer-work', 'training', 'sheltered-work', 'other'] as const;
export type Goal = (typeof GOALS)[number];

/** What a placement may be; a programme allows some of these. */
export const PLACEMENT_KINDS = ['job', 'trial', 'work-experience', 'learn-work', 'volunteer', 'sheltered'] as const;
export type PlacementKind = (typeof PLACEMENT_KINDS)[number];

/** What an agreement in a plan may be about; health is never the subject, the accommodation that somebody needs is. */
export const AGREEMENT_SUBJECTS = [
  'working-hours',
  'guidance',
  'training',
  'language',
  'travel',
  'work-clothes',
  'adapted-tasks',
  'cost-split',
  'evaluation',
] as const;
export type AgreementSubject = (typeof AGREEMENT_SUBJECTS)[number];

/** The benefits that count here, by their statutory names. Source: domain of the Participatiewet, art. 7(1)(a), and the benefits that UWV pays. */
export const BENEFIT_KINDS = ['bijstand', 'ioaw', 'ioaz', 'anw', 'ww', 'wia', 'wao', 'wajong', 'ziektewet'] as const;
export type BenefitKind = (typeof BENEFIT_KINDS)[number];

/** The days that a fact may name besides its own, each with the member of its data. */
export const NAMED_DAYS = {
  'ask-again': 'askAgainOn',
  until: 'until',
  dismissal: 'dismissalOn',
  'next-appointment': 'followUpOn',
} as const;
export type NamedDay = keyof typeof NAMED_DAYS;

/** To whom an unanswered follow-up may be brought. */
export const ESCALATION_ROLES = ['caseworker', 'supervisor'] as const;

/** What begins a trajectory and carries it, and what others tell us. */
const CARRYING = [
  'TrajectoryOffered',
  'OfferAnswered',
  'TrajectoryStarted',
  'ProgrammeVersionMigrated',
  'CaseworkerAssigned',
  'IncludedInCohort',
  'PartyJoined',
  'PartyLeft',
  'HandoverOffered',
  'HandoverAccepted',
  'HandoverRefused',
  'DismissalAnnounced',
  'DismissalRevised',
] as const;

/** What is noted down, and what ends a trajectory. */
const NOTED_AND_ENDING = [
  'NoteAdded',
  'DocumentAttached',
  'DocumentWithdrawn',
  'TrajectoryClosed',
  'TrajectoryReopened',
] as const;

/** The facts of a trajectory that a definition may name; the trajectory's vocabulary has each of them. */
export const FACT_NAMES = [
  ...CARRYING,
  'IntakeScheduled',
  'IntakeMissed',
  'IntakeHeld',
  'FollowUpAgreed',
  'GoalSet',
  'GoalChanged',
  'AssessmentRecorded',
  'ParticipationStepChanged',
  'StagnationFlagged',
  'LiteracyActionAgreed',
  'LiteracyActionCompleted',
  'IncomeEffectDiscussed',
  'PresentationPublished',
  'PresentationWithdrawn',
  'PresentationViewed',
  'MatchProposed',
  'InterestExpressed',
  'MatchMade',
  'MatchFellThrough',
  'TripartiteTalkHeld',
  'PlanAgreed',
  'PlanEvaluated',
  'PlanRevised',
  'AgreementKept',
  'AgreementBroken',
  'AgreementReassigned',
  'ProviderReferred',
  'ProviderAccepted',
  'ProviderCompleted',
  'RetrainingStarted',
  'RetrainingCompleted',
  'RetrainingDropped',
  'PlacementStarted',
  'PlacementEnded',
  'ContractSigned',
  'PlacementExtended',
  'PlacementConverted',
  'NewJobFound',
  'InstrumentGranted',
  'InstrumentEnded',
  'IncentiveGranted',
  'SanctionRecorded',
  'LoonwaardeMeasured',
  'LoonwaardeObjectionFiled',
  'LoonwaardeObjectionDecided',
  'CheckInRecorded',
  'CheckInMissed',
  'AftercareContactAssigned',
  'GuidanceSessionHeld',
  'SupportRequested',
  'SupportGiven',
  'SupportDeclined',
  'RiskFlagged',
  'RiskAnswered',
  'MilestoneReached',
  'MilestoneWithdrawn',
  'CandidateReturned',
  'ReturnWithdrawn',
  ...NOTED_AND_ENDING,
] as const;
export type FactName = (typeof FACT_NAMES)[number];

/** The facts that wait for no phase: what begins, ends and carries a trajectory, what others tell us, and what is noted down. */
export const WAITING_FOR_NO_PHASE: readonly FactName[] = [...CARRYING, ...NOTED_AND_ENDING];

/** Which facts name which days, for a follow-up to be reckoned by. */
export const DAYS_OF: Partial<Record<FactName, readonly NamedDay[]>> = {
  FollowUpAgreed: ['next-appointment'],
  GoalSet: ['ask-again'],
  GoalChanged: ['ask-again'],
  PlacementStarted: ['until'],
  ContractSigned: ['until'],
  PlacementExtended: ['until'],
  InstrumentGranted: ['until'],
  DismissalAnnounced: ['dismissal'],
  DismissalRevised: ['dismissal'],
};
