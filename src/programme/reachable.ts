import type { Definition } from './programme.events.js';
import { FACT_NAMES, type FactName } from './terms.js';

/** What must have happened before a fact of this kind, in any programme. */
const ALWAYS_AFTER: Partial<Record<FactName, readonly FactName[]>> = {
  OfferAnswered: ['TrajectoryOffered'],
  ProgrammeVersionMigrated: ['TrajectoryStarted'],
  PartyLeft: ['PartyJoined'],
  HandoverOffered: ['PartyJoined'],
  HandoverAccepted: ['HandoverOffered'],
  HandoverRefused: ['HandoverOffered'],
  DismissalRevised: ['DismissalAnnounced'],
  IntakeMissed: ['IntakeScheduled'],
  FollowUpAgreed: ['IntakeHeld'],
  GoalChanged: ['GoalSet'],
  StagnationFlagged: ['ParticipationStepChanged'],
  LiteracyActionCompleted: ['LiteracyActionAgreed'],
  InterestExpressed: ['MatchProposed'],
  MatchMade: ['InterestExpressed'],
  MatchFellThrough: ['MatchProposed'],
  TripartiteTalkHeld: ['MatchMade'],
  PresentationWithdrawn: ['PresentationPublished'],
  PresentationViewed: ['PresentationPublished'],
  PlanAgreed: ['GoalSet'],
  PlanEvaluated: ['PlanAgreed'],
  PlanRevised: ['PlanAgreed'],
  AgreementKept: ['PlanAgreed'],
  AgreementBroken: ['PlanAgreed'],
  AgreementReassigned: ['PlanAgreed'],
  ProviderAccepted: ['ProviderReferred'],
  ProviderCompleted: ['ProviderAccepted'],
  RetrainingCompleted: ['RetrainingStarted'],
  RetrainingDropped: ['RetrainingStarted'],
  PlacementStarted: ['MatchMade'],
  PlacementEnded: ['PlacementStarted'],
  ContractSigned: ['PlacementStarted'],
  PlacementExtended: ['PlacementStarted'],
  PlacementConverted: ['PlacementStarted'],
  InstrumentEnded: ['InstrumentGranted'],
  LoonwaardeMeasured: ['PlacementStarted'],
  LoonwaardeObjectionFiled: ['LoonwaardeMeasured'],
  LoonwaardeObjectionDecided: ['LoonwaardeObjectionFiled'],
  CheckInRecorded: ['PlacementStarted'],
  CheckInMissed: ['PlacementStarted'],
  AftercareContactAssigned: ['PlacementStarted'],
  SupportRequested: ['PlacementStarted'],
  SupportGiven: ['SupportRequested'],
  SupportDeclined: ['SupportRequested'],
  RiskAnswered: ['RiskFlagged'],
  MilestoneWithdrawn: ['MilestoneReached'],
  CandidateReturned: ['TrajectoryClosed'],
  ReturnWithdrawn: ['CandidateReturned'],
  DocumentWithdrawn: ['DocumentAttached'],
  TrajectoryReopened: ['TrajectoryClosed'],
};

/**
 * The facts that can happen at all under a definition: what nothing holds back, then what that opens, until nothing is added.
 * What is not among them waits for itself.
 */
export function reachableIn(definition: Definition): ReadonlySet<FactName> {
  const reached = new Set<FactName>();
  let before = -1;
  while (before < reached.size) {
    before = reached.size;
    for (const name of FACT_NAMES) {
      if (needsOf(name, definition).every((needed) => reached.has(needed))) reached.add(name);
    }
  }
  return reached;
}

function needsOf(name: FactName, { phases, beforePlacement }: Definition): readonly FactName[] {
  const opening = phases.filter(({ holds }) => holds.includes(name)).flatMap(({ opens }) => opens);
  const agreed: readonly FactName[] =
    name === 'PlacementStarted'
      ? [
          ...(beforePlacement.talk ? (['TripartiteTalkHeld'] as const) : []),
          ...(beforePlacement.plan ? (['PlanAgreed'] as const) : []),
        ]
      : [];
  return [...(ALWAYS_AFTER[name] ?? []), ...opening, ...agreed];
}
