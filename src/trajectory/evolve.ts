import { foldAftercare } from './aftercare/fold-aftercare.js';
import { foldClosing } from './closing/fold-closing.js';
import { foldDismissal } from './dismissal/fold-dismissal.js';
import { foldDocuments } from './documents/fold-documents.js';
import { foldEmployment } from './employment/fold-employment.js';
import { foldInstruments } from './instruments/fold-instruments.js';
import { foldIntake } from './intake/fold-intake.js';
import { foldLedger } from './ledger/fold-ledger.js';
import { ledgerVocabulary } from './ledger/ledger.events.js';
import { foldLoonwaarde } from './loonwaarde/fold-loonwaarde.js';
import { foldMatch } from './match/fold-match.js';
import { foldMigration } from './migration/fold-migration.js';
import { foldMilestones } from './milestones/fold-milestones.js';
import { foldParties } from './parties/fold-parties.js';
import { foldPlacement } from './placement/fold-placement.js';
import { foldPlan } from './plan/fold-plan.js';
import { foldPresentation } from './presentation/fold-presentation.js';
import { foldProgress } from './progress/fold-progress.js';
import { foldProviders } from './providers/fold-providers.js';
import { foldRetraining } from './retraining/fold-retraining.js';
import { foldReturning } from './returning/fold-returning.js';
import { foldRisks } from './risks/fold-risks.js';
import { foldStart } from './start/fold-start.js';
import { foldSupportRequests } from './support-requests/fold-support-requests.js';
import type { Fact, LedgerEvent, TrajectoryEvent } from './trajectory.events.js';
import type { Folds, Trajectory } from './trajectory.js';

const asItWas = (state: Trajectory): Trajectory => state;

const folds: Folds<TrajectoryEvent['type']> = {
  ...foldStart,
  ...foldMigration,
  ...foldParties,
  ...foldDismissal,
  ...foldIntake,
  ...foldProgress,
  ...foldPresentation,
  ...foldMatch,
  ...foldPlan,
  ...foldProviders,
  ...foldRetraining,
  ...foldPlacement,
  ...foldEmployment,
  ...foldInstruments,
  ...foldLoonwaarde,
  CheckInRecorded: asItWas,
  CheckInMissed: asItWas,
  ...foldAftercare,
  ...foldSupportRequests,
  ...foldRisks,
  ...foldMilestones,
  ...foldReturning,
  ...foldClosing,
  NoteAdded: asItWas,
  ...foldDocuments,
  ...foldLedger,
};

/**
 * Folds one event into the trajectory.
 * Never throws: after an override or a void it meets ids that it does not know, and leaves the state as it is.
 */
export function evolve(state: Trajectory, event: TrajectoryEvent): Trajectory {
  const fold = folds[event.type] as (state: Trajectory, event: TrajectoryEvent) => Trajectory;
  const folded = fold(state, event);

  return isLedger(event) ? folded : withFact(folded, event);
}

/** Whether an event belongs to the follow-ups. */
export const isLedger = (event: TrajectoryEvent): event is LedgerEvent => event.type in ledgerVocabulary;

function withFact(state: Trajectory, { type, occurredOn }: Fact): Trajectory {
  if (state.happened.has(type)) return state;
  return { ...state, begunOn: state.begunOn ?? occurredOn, happened: new Set(state.happened).add(type) };
}
