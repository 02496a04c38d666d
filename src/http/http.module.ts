import { Module, type DynamicModule, type FactoryProvider, type ModuleMetadata, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AcceptedInterceptor } from './answers/accepted.interceptor.js';
import { InTimeInterceptor } from './answers/in-time.interceptor.js';
import { Pages } from './answers/pages.js';
import { ProblemFilter } from './answers/problem.filter.js';
import { Routes, ROUTES } from './answers/routes.js';
import { BenefitsController } from './candidates/benefits.controller.js';
import { CountabilityController } from './candidates/countability.controller.js';
import { CandidatesController } from './candidates/candidates.controller.js';
import { ErasureController } from './candidates/erasure.controller.js';
import { MergerController } from './candidates/merger.controller.js';
import { CandidateSearchController } from './candidates/search.controller.js';
import { DashboardsController } from './dashboards/dashboards.controller.js';
import { DevelopmentController } from './development/development.controller.js';
import { EmployerAgreementsController } from './employers/employer-agreements.controller.js';
import { EmployersController } from './employers/employers.controller.js';
import { FeedController } from './events/feed.controller.js';
import { FollowUpsController } from './follow-ups/follow-ups.controller.js';
import { GuestsController } from './meetings/guests.controller.js';
import { MeetingDayController } from './meetings/meeting-day.controller.js';
import { MeetingsController } from './meetings/meetings.controller.js';
import { HealthController } from './observing/health.controller.js';
import { MetricsController } from './observing/metrics.controller.js';
import { Metrics, METRICS } from './observing/metrics.js';
import { Description } from './openapi/description.js';
import { OpenapiController } from './openapi/openapi.controller.js';
import { HTTP_PARTS, type HttpParts } from './parts.js';
import { OrganisationsController } from './organisations/organisations.controller.js';
import { TeamsController } from './organisations/teams.controller.js';
import { ProgrammeMigrationsController } from './programmes/migrations.controller.js';
import { ProgrammesController } from './programmes/programmes.controller.js';
import { ParkedReactionsController } from './reactions/parked-reactions.controller.js';
import { BearerGuard } from './requests/bearer.guard.js';
import { Commands } from './requests/commands.js';
import { NoQueryGuard } from './requests/no-query.guard.js';
import { SchemaPipe } from './requests/schema.pipe.js';
import { RulesetsController } from './rulesets/rulesets.controller.js';
import { SeriesController } from './series/series.controller.js';
import { STREAM_CONTROLLERS } from './streams/stream-controllers.js';
import { TRAJECTORY_CONTROLLERS } from './trajectories/trajectory-controllers.js';
import { WorkplaceHoldingController } from './workplaces/holding.controller.js';
import { WorkplacesController } from './workplaces/workplaces.controller.js';

/** How the parts come together, whether there is a clock to move, and whether only health and metrics are served. */
export type HttpOptions = Readonly<{
  simulated: boolean;
  onlyObserved?: boolean;
  imports?: ModuleMetadata['imports'];
  inject?: FactoryProvider['inject'];
  useFactory: FactoryProvider<HttpParts>['useFactory'];
}>;

/** For who runs the engine; all that a process has which serves nobody else. */
const OBSERVING: Type<unknown>[] = [HealthController, MetricsController];

const CONTROLLERS: Type<unknown>[] = [
  ProgrammesController,
  ProgrammeMigrationsController,
  RulesetsController,
  CandidatesController,
  CandidateSearchController,
  MergerController,
  ErasureController,
  BenefitsController,
  CountabilityController,
  EmployersController,
  EmployerAgreementsController,
  OrganisationsController,
  TeamsController,
  WorkplacesController,
  WorkplaceHoldingController,
  SeriesController,
  MeetingsController,
  GuestsController,
  MeetingDayController,
  ...TRAJECTORY_CONTROLLERS,
  ...STREAM_CONTROLLERS,
  FeedController,
  FollowUpsController,
  DashboardsController,
  ParkedReactionsController,
  OpenapiController,
];

/** The front door: translates requests into commands and questions, and their answers back. It needs a global CqrsModule beside it. */
@Module({})
export class HttpModule {
  /** On a store that is not simulated, the addresses that move a clock do not exist. */
  static with({ simulated, onlyObserved = false, imports = [], inject = [], useFactory }: HttpOptions): DynamicModule {
    return {
      module: HttpModule,
      imports,
      controllers: onlyObserved ? OBSERVING : [...CONTROLLERS, ...(simulated ? [DevelopmentController] : []), ...OBSERVING],
      providers: [
        { provide: HTTP_PARTS, inject, useFactory },
        { provide: ROUTES, useClass: Routes },
        { provide: METRICS, inject: [HTTP_PARTS], useFactory: (parts: HttpParts) => new Metrics(parts) },
        { provide: APP_GUARD, useClass: BearerGuard },
        { provide: APP_GUARD, useClass: NoQueryGuard },
        { provide: APP_INTERCEPTOR, useClass: InTimeInterceptor },
        { provide: APP_PIPE, useClass: SchemaPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
        AcceptedInterceptor,
        Commands,
        Description,
        Pages,
      ],
    };
  }
}
