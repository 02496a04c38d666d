import { Body, Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../application/commands/wish.js';
import type { Identity } from '../../application/ports/identity.js';
import { ProgrammesOf, type ProgrammeAnswer } from '../../application/questions/questions.js';
import type { PublishProgramme } from '../../programme/publish-programme.js';
import { Appends, Asks } from '../openapi/described.js';
import { answerOrProblem } from '../problem.js';
import { Commands, type Outcome } from '../requests/commands.js';
import { CurrentIdentity } from '../requests/identified.js';
import { CurrentOrigin } from '../requests/origin.js';
import { wished } from '../requests/wished.js';
import { ProgrammesDto } from './programmes.dto.js';
import { PublishProgrammeDto } from './publish-programme.dto.js';

/** What programmes prescribe, as data. */
@ApiTags('programmes')
@Controller('programmes')
export class ProgrammesController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(QueryBus) private readonly questions: QueryBus,
  ) {}

  /** Those that can be referred to, by slug. */
  @Asks('', { summary: 'List programmes', answer: ProgrammesDto })
  async all(@CurrentIdentity() identity: Identity): Promise<Readonly<{ items: readonly ProgrammeAnswer[] }>> {
    return { items: answerOrProblem<readonly ProgrammeAnswer[]>(await this.questions.execute(new ProgrammesOf(identity))) };
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
}
