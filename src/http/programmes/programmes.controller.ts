import { Body, Controller, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../application/commands/wish.js';
import type { Identity } from '../../application/ports/identity.js';
import { ProgrammesOf, type ProgrammeAnswer } from '../../application/questions/questions.js';
import type { Code } from '../../kernel/fields.events.js';
import { programmeId } from '../../kernel/fields.events.js';
import type { ProgrammeId } from '../../kernel/ids.js';
import type { CloseProgramme } from '../../programme/close-programme.js';
import type { FreezeCohort } from '../../programme/freeze-cohort.js';
import type { PublishProgramme } from '../../programme/publish-programme.js';
import type { SetTarget } from '../../programme/set-target.js';
import { Appends, Asks } from '../openapi/described.js';
import { answerOrProblem } from '../problem.js';
import { Commands, type Outcome } from '../requests/commands.js';
import { CurrentIdentity } from '../requests/identified.js';
import { CurrentOrigin } from '../requests/origin.js';
import { wished } from '../requests/wished.js';
import { CloseProgrammeDto } from './close-programme.dto.js';
import { CopyProgrammeDto } from './copy-programme.dto.js';
import { FreezeCohortDto } from './freeze-cohort.dto.js';
import { ProgrammesDto, ProgrammesQuery } from './programmes.dto.js';
import { PublishProgrammeDto } from './publish-programme.dto.js';
import { SetTargetDto } from './set-target.dto.js';

/** What programmes prescribe, as data. */
@ApiTags('programmes')
@Controller('programmes')
export class ProgrammesController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(QueryBus) private readonly questions: QueryBus,
  ) {}

  /** Those that can be referred to, by slug; or those of the country, which can be copied. */
  @Asks('', { summary: 'List programmes', answer: ProgrammesDto })
  async all(
    @Query({ schema: ProgrammesQuery }) { of }: ProgrammesQuery,
    @CurrentIdentity() identity: Identity,
  ): Promise<Readonly<{ items: readonly ProgrammeAnswer[] }>> {
    const asked = new ProgrammesOf(identity, of);
    return { items: answerOrProblem<readonly ProgrammeAnswer[]>(await this.questions.execute(asked)) };
  }

  /** Publishes a version; of a slug that is known already, it is the next version of that programme. */
  @Appends('', { summary: 'Publish a version of a programme', creates: 'programme' })
  publish(
    @Body({ schema: PublishProgrammeDto }) { publishedOn: on, ...data }: PublishProgrammeDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'programme', id: null },
      origin,
      wished<PublishProgramme>({ type: 'PublishProgramme', on, data }),
    );
  }

  /** Publishes a version of a programme of the country as it stands; from then on it is the tenant's own. */
  @Appends('copies', { summary: 'Publish a copy of a programme of the country', creates: 'programme' })
  copy(
    @Body({ schema: CopyProgrammeDto }) { publishedOn: on, ...data }: CopyProgrammeDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const wish = { kind: 'command', type: 'PublishProgramme', ...(on && { on }), data } as const;
    return this.commands.send({ category: 'programme', id: null }, origin, wish);
  }

  /** Says how many are to be reached in a year; the last word counts. */
  @Appends(':programmeId/targets', { summary: 'Set a target of a programme' })
  setTarget(
    @Param('programmeId', { schema: programmeId }) id: ProgrammeId,
    @Body({ schema: SetTargetDto }) { setOn: on, ...data }: SetTargetDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send({ category: 'programme', id }, origin, wished<SetTarget>({ type: 'SetTarget', on, data }));
  }

  /** Counts who belongs to a group, once for all; what is learned later changes it no more. */
  @Appends(':programmeId/cohorts', { summary: 'Freeze a cohort', creates: 'cohort' })
  freezeCohort(
    @Param('programmeId', { schema: programmeId }) id: ProgrammeId,
    @Body({ schema: FreezeCohortDto }) { frozenOn: on, ...rule }: FreezeCohortDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const data = { ...rule, benefit: rule.benefit as string as Code<'benefit'> };
    return this.commands.send(
      { category: 'programme', id },
      origin,
      wished<FreezeCohort, 'count' | 'digest'>({ type: 'FreezeCohort', on, data }),
    );
  }

  /** From that day on nobody is offered the programme or starts in it; who is under way goes on. */
  @Appends(':programmeId/closure', { summary: 'Close a programme' })
  close(
    @Param('programmeId', { schema: programmeId }) id: ProgrammeId,
    @Body({ schema: CloseProgrammeDto }) { closedOn: on, ...data }: CloseProgrammeDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const wish = wished<CloseProgramme>({ type: 'CloseProgramme', on, data });
    return this.commands.send({ category: 'programme', id }, origin, wish);
  }
}
