import type { TrajectoryEvent } from '../../../../trajectory/trajectory.events.js';
import type { LinesFor } from '../../line.js';
import { aftercareLines } from './aftercare.lines.js';
import { closingLines } from './closing.lines.js';
import { dismissalLines } from './dismissal.lines.js';
import { documentsLines } from './documents.lines.js';
import { employmentLines } from './employment.lines.js';
import { instrumentsLines } from './instruments.lines.js';
import { intakeLines } from './intake.lines.js';
import { ledgerLines } from './ledger.lines.js';
import { loonwaardeLines } from './loonwaarde.lines.js';
import { matchLines } from './match.lines.js';
import { migrationLines } from './migration.lines.js';
import { milestonesLines } from './milestones.lines.js';
import { notesLines } from './notes.lines.js';
import { partiesLines } from './parties.lines.js';
import { placementLines } from './placement.lines.js';
import { planLines } from './plan.lines.js';
import { presentationLines } from './presentation.lines.js';
import { progressLines } from './progress.lines.js';
import { providersLines } from './providers.lines.js';
import { retrainingLines } from './retraining.lines.js';
import { returningLines } from './returning.lines.js';
import { risksLines } from './risks.lines.js';
import { startLines } from './start.lines.js';
import { supportRequestsLines } from './support-requests.lines.js';
import { supportLines } from './support.lines.js';

/** How the events of a trajectory are told, phase by phase. */
export const trajectoryLines: LinesFor<TrajectoryEvent> = {
  ...startLines,
  ...migrationLines,
  ...partiesLines,
  ...dismissalLines,
  ...intakeLines,
  ...progressLines,
  ...presentationLines,
  ...matchLines,
  ...planLines,
  ...providersLines,
  ...retrainingLines,
  ...placementLines,
  ...employmentLines,
  ...instrumentsLines,
  ...loonwaardeLines,
  ...supportLines,
  ...aftercareLines,
  ...supportRequestsLines,
  ...risksLines,
  ...milestonesLines,
  ...returningLines,
  ...closingLines,
  ...notesLines,
  ...documentsLines,
  ...ledgerLines,
};
