import { Body, Controller, Inject, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../../application/commands/wish.js';
import type { MigrationShown } from '../../../application/migrating/migration-tried.js';
import { MigrationOf } from '../../../application/migrating/migrations.js';
import type { Identity } from '../../../application/ports/identity.js';
import { trajectoryId } from '../../../kernel/fields.events.js';
import type { TrajectoryId } from '../../../kernel/ids.js';
import type { MigrateProgrammeVersion } from '../../../trajectory/migration/migrate-programme-version.js';
import { Appends, Finds } from '../../openapi/described.js';
import { answerOrProblem } from '../../problem.js';
import { Commands, type Outcome } from '../../requests/commands.js';
import { CurrentIdentity } from '../../requests/identified.js';
import { CurrentOrigin } from '../../requests/origin.js';
import { wished } from '../../requests/wished.js';
import { MigrateDto, MigrationShownDto } from './migrate.dto.js';

/** How a trajectory comes under another version of its programme, or into the programme that takes its place. */
@ApiTags('trajectories')
@Controller('trajectories/:trajectoryId')
export class MigrationsController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(QueryBus) private readonly questions: QueryBus,
  ) {}

  /** What lies before keeps the rules it was decided under; its open follow-ups move, are cancelled or are planned. */
  @Appends('migrations', { summary: 'Let a trajectory go on under another version of its programme' })
  migrate(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: MigrateDto }) { migratedOn: on, ...data }: MigrateDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const wish = wished<MigrateProgrammeVersion>({ type: 'MigrateProgrammeVersion', on, data });
    return this.commands.send({ category: 'trajectory', id }, origin, wish);
  }

  /** Answers what would become of its follow-ups, or why not, and stores nothing. */
  @Finds('migrations/dry-run', { summary: 'Try what another version would do to a trajectory', answer: MigrationShownDto })
  async tried(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: MigrateDto }) { migratedOn: on, ...data }: MigrateDto,
    @CurrentIdentity() identity: Identity,
  ): Promise<MigrationShown> {
    const asked = new MigrationOf(identity, { trajectoryId: id, wish: { ...data, ...(on && { on }) } });
    return answerOrProblem<MigrationShown>(await this.questions.execute(asked));
  }
}
