import type { Type } from '@nestjs/common';
import { AftercareController } from './aftercare/aftercare.controller.js';
import { ClosingController } from './closing/closing.controller.js';
import { DismissalsController } from './dismissal/dismissals.controller.js';
import { DocumentsController } from './documents/documents.controller.js';
import { EmploymentController } from './employment/employment.controller.js';
import { IncentivesController } from './instruments/incentives.controller.js';
import { InstrumentsController } from './instruments/instruments.controller.js';
import { GoalsController } from './intake/goals.controller.js';
import { IntakesController } from './intake/intakes.controller.js';
import { TrajectoryListController } from './list/trajectory-list.controller.js';
import { LoonwaardeController } from './loonwaarde/loonwaarde.controller.js';
import { MatchesController } from './match/matches.controller.js';
import { MigrationsController } from './migration/migrations.controller.js';
import { MilestonesController } from './milestones/milestones.controller.js';
import { NextStepsController } from './next-steps.controller.js';
import { NotesController } from './notes/notes.controller.js';
import { HandoversController } from './parties/handovers.controller.js';
import { PartiesController } from './parties/parties.controller.js';
import { PlacementsController } from './placement/placements.controller.js';
import { AgreementsController } from './plan/agreements.controller.js';
import { PlanVersionsController } from './plan/plan-versions.controller.js';
import { PlansController } from './plan/plans.controller.js';
import { PresentationsController } from './presentation/presentations.controller.js';
import { ProgressController } from './progress/progress.controller.js';
import { ReferralsController } from './providers/referrals.controller.js';
import { RetrainingsController } from './retraining/retrainings.controller.js';
import { ReturnsController } from './returning/returns.controller.js';
import { RisksController } from './risks/risks.controller.js';
import { TrajectoriesController } from './start/trajectories.controller.js';
import { SupportRequestsController } from './support-requests/support-requests.controller.js';
import { CheckInsController } from './support/check-ins.controller.js';

/** What may be asked of a trajectory, phase by phase. */
export const TRAJECTORY_CONTROLLERS: Type<unknown>[] = [
  TrajectoriesController,
  TrajectoryListController,
  MigrationsController,
  PartiesController,
  HandoversController,
  DismissalsController,
  IntakesController,
  GoalsController,
  ProgressController,
  PresentationsController,
  MatchesController,
  PlansController,
  PlanVersionsController,
  AgreementsController,
  ReferralsController,
  RetrainingsController,
  PlacementsController,
  EmploymentController,
  InstrumentsController,
  IncentivesController,
  LoonwaardeController,
  CheckInsController,
  AftercareController,
  SupportRequestsController,
  RisksController,
  MilestonesController,
  ReturnsController,
  DocumentsController,
  ClosingController,
  NotesController,
  NextStepsController,
];
