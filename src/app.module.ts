import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CommandFlow } from './application/commands/command-flow.js';
import { COMMAND_HANDLERS } from './application/commands/handlers.js';
import { MIGRATING_HANDLERS } from './application/migrating/handlers.js';
import { QUESTION_HANDLERS } from './application/questions/handlers.js';
import { TryReactionAgainHandler } from './application/reacting/try-reaction-again.js';
import { FewStreams } from './application/questions/few-streams.js';
import { KnownFacts } from './application/questions/known-facts.js';
import { Replayer } from './application/questions/replay.js';
import { ShownNow } from './application/questions/shown-now.js';
import {
  CASELOADS,
  CLOCK,
  EVENT_STORE,
  KEY_CLAIMS,
  FIGURES,
  FOLLOW_UP_ROWS,
  NAME,
  PARKED_REACTIONS,
  PERSON_VAULT,
  PROJECTIONS,
  TIMELINE_ROWS,
  TRAJECTORY_ROWS,
} from './application/tokens.js';
import type { Engine } from './composition/engine.js';
import { HttpModule } from './http/http.module.js';
import type { HttpParts } from './http/parts.js';

/** The handlers behind the buses, on the engine's ports. */
@Module({})
export class AppModule {
  /** What serves nobody but who runs it: health and metrics. */
  static observed(http: HttpParts): DynamicModule {
    const front = HttpModule.with({ simulated: false, onlyObserved: true, useFactory: () => http });
    return { module: AppModule, imports: [CqrsModule.forRoot(), front] };
  }

  /** The whole application: what HTTP asks is answered by the engine. */
  static of(engine: Engine, http: HttpParts): DynamicModule {
    return {
      module: AppModule,
      imports: [CqrsModule.forRoot(), HttpModule.with({ simulated: engine.tools.store.simulated, useFactory: () => http })],
      providers: [...portsOf(engine), ...COMMAND_HANDLERS, TryReactionAgainHandler, ...MIGRATING_HANDLERS, ...QUESTION_HANDLERS],
    };
  }
}

function portsOf({
  tools,
  flow,
  timelines,
  followUpLists,
  trajectoryLists,
  figures,
  caseloads,
  projections,
  parkedReactions,
}: Engine): Provider[] {
  return [
    { provide: EVENT_STORE, useValue: tools.store },
    { provide: PERSON_VAULT, useValue: tools.vault },
    { provide: KEY_CLAIMS, useValue: tools.keyClaims },
    { provide: CLOCK, useValue: tools.clock },
    { provide: NAME, useValue: tools.name },
    { provide: TIMELINE_ROWS, useValue: timelines },
    { provide: FOLLOW_UP_ROWS, useValue: followUpLists },
    { provide: TRAJECTORY_ROWS, useValue: trajectoryLists },
    { provide: FIGURES, useValue: figures },
    { provide: CASELOADS, useValue: caseloads },
    { provide: KnownFacts, useValue: new KnownFacts(tools.store, projections.facts) },
    { provide: ShownNow, useValue: new ShownNow(projections, tools.clock) },
    { provide: FewStreams, useValue: new FewStreams(tools.store, tools.name) },
    { provide: PROJECTIONS, useValue: projections },
    { provide: PARKED_REACTIONS, useValue: parkedReactions },
    { provide: CommandFlow, useValue: flow },
    { provide: Replayer, useValue: new Replayer(tools.store, tools.name) },
  ];
}
