import { Body, Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../application/commands/wish.js';
import type { PublishProgramme } from '../../programme/publish-programme.js';
import { Appends } from '../openapi/described.js';
import { Commands, type Outcome } from '../requests/commands.js';
import { CurrentOrigin } from '../requests/origin.js';
import { wished } from '../requests/wished.js';
import { PublishProgrammeDto } from './publish-programme.dto.js';

/** What programmes prescribe, as data. */
@ApiTags('programmes')
@Controller('programmes')
export class ProgrammesController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

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
