import { Body, Controller, Inject, Param } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../application/commands/wish.js';
import {
  MigrateTrajectories,
  MigrationsOf,
  type MigrationRow,
  type MigrationsAsked,
} from '../../application/migrating/migrations.js';
import type { Identity } from '../../application/ports/identity.js';
import type { Page } from '../../application/questions/questions.js';
import { programmeId } from '../../kernel/fields.events.js';
import type { ProgrammeId } from '../../kernel/ids.js';
import { Pages, type PageAnswer } from '../answers/pages.js';
import { AppendsToMany, Finds } from '../openapi/described.js';
import { answerOrProblem } from '../problem.js';
import { CurrentIdentity } from '../requests/identified.js';
import { CurrentOrigin } from '../requests/origin.js';
import { MigrateManyDto, MigrationRowsDto } from './migrations.dto.js';

/** How all trajectories of a programme come under another version of it, or into the programme that takes its place. */
@ApiTags('programmes')
@Controller('programmes/:programmeId/migrations')
export class ProgrammeMigrationsController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly questions: QueryBus,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  /** Page by page, one event for each trajectory that is under way; a page that is sent again does those that are left. */
  @AppendsToMany('', { summary: 'Let the trajectories of a programme go on under another version', answer: MigrationRowsDto })
  async migrate(
    @Param('programmeId', { schema: programmeId }) id: ProgrammeId,
    @Body({ schema: MigrateManyDto }) body: MigrateManyDto,
    @CurrentOrigin() origin: Origin,
  ): Promise<PageAnswer<MigrationRow>> {
    const { asked, question } = this.asked(origin.identity, id, body);
    const sent = new MigrateTrajectories(origin as Extract<Origin, { kind: 'request' }>, asked);
    const page = answerOrProblem<Page<MigrationRow>>(await this.commands.execute(sent));
    return this.pages.answer(origin.identity, question, page);
  }

  /** Answers what would come of each of them, and stores nothing. */
  @Finds('dry-run', { summary: 'Try what another version would do to the trajectories of a programme', answer: MigrationRowsDto })
  async tried(
    @Param('programmeId', { schema: programmeId }) id: ProgrammeId,
    @Body({ schema: MigrateManyDto }) body: MigrateManyDto,
    @CurrentIdentity() identity: Identity,
  ): Promise<PageAnswer<MigrationRow>> {
    const { asked, question } = this.asked(identity, id, body);
    const page = answerOrProblem<Page<MigrationRow>>(await this.questions.execute(new MigrationsOf(identity, asked)));
    return this.pages.answer(identity, question, page);
  }

  private asked(
    identity: Identity,
    id: ProgrammeId,
    { migratedOn: on, after, limit, ...to }: MigrateManyDto,
  ): Readonly<{ asked: MigrationsAsked; question: string }> {
    const question = `migrations ${id}`;
    const paging = this.pages.asked(identity, question, { after, limit, place: 'body' });
    return { asked: { programmeId: id, wish: { ...to, ...(on && { on }) }, paging }, question };
  }
}
