import type { EventOf, Vocabulary } from '../kernel/vocabulary.js';
import { aftercareVocabulary } from './aftercare/aftercare.events.js';
import { closingVocabulary } from './closing/closing.events.js';
import { dismissalVocabulary } from './dismissal/dismissal.events.js';
import { documentsVocabulary } from './documents/documents.events.js';
import { employmentVocabulary } from './employment/employment.events.js';
import { instrumentsVocabulary } from './instruments/instruments.events.js';
import { intakeVocabulary } from './intake/intake.events.js';
import { ledgerVocabulary } from './ledger/ledger.events.js';
import { loonwaardeVocabulary } from './loonwaarde/loonwaarde.events.js';
import { matchVocabulary } from './match/match.events.js';
import { migrationVocabulary } from './migration/migration.events.js';
import { milestonesVocabulary } from './milestones/milestones.events.js';
import { notesVocabulary } from './notes/notes.events.js';
import { partiesVocabulary } from './parties/parties.events.js';
import { placementVocabulary } from './placement/placement.events.js';
import { planVocabulary } from './plan/plan.events.js';
import { presentationVocabulary } from './presentation/presentation.events.js';
import { progressVocabulary } from './progress/progress.events.js';
import { providersVocabulary } from './providers/providers.events.js';
import { retrainingVocabulary } from './retraining/retraining.events.js';
import { returningVocabulary } from './returning/returning.events.js';
import { risksVocabulary } from './risks/risks.events.js';
import { startVocabulary } from './start/start.events.js';
import { supportRequestsVocabulary } from './support-requests/support-requests.events.js';
import { supportVocabulary } from './support/support.events.js';

/** Everything that is recorded about a trajectory, phase by phase. */
export const trajectoryVocabulary = {
  ...startVocabulary,
  ...migrationVocabulary,
  ...partiesVocabulary,
  ...dismissalVocabulary,
  ...intakeVocabulary,
  ...progressVocabulary,
  ...presentationVocabulary,
  ...matchVocabulary,
  ...planVocabulary,
  ...providersVocabulary,
  ...retrainingVocabulary,
  ...placementVocabulary,
  ...employmentVocabulary,
  ...instrumentsVocabulary,
  ...loonwaardeVocabulary,
  ...supportVocabulary,
  ...aftercareVocabulary,
  ...supportRequestsVocabulary,
  ...risksVocabulary,
  ...milestonesVocabulary,
  ...returningVocabulary,
  ...closingVocabulary,
  ...notesVocabulary,
  ...documentsVocabulary,
  ...ledgerVocabulary,
} as const satisfies Vocabulary;

export type TrajectoryEvent = EventOf<typeof trajectoryVocabulary>;

/** One kind of event of a trajectory, by its name. */
export type TrajectoryEventOf<T extends TrajectoryEvent['type']> = Extract<TrajectoryEvent, { type: T }>;

/** The follow-up events. */
export type LedgerEvent = TrajectoryEventOf<keyof typeof ledgerVocabulary>;

/** All others: what happened. */
export type Fact = Exclude<TrajectoryEvent, LedgerEvent>;
