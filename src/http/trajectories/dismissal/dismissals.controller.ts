import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../../application/commands/wish.js';
import { trajectoryId } from '../../../kernel/fields.events.js';
import type { TrajectoryId } from '../../../kernel/ids.js';
import type { AnnounceDismissal } from '../../../trajectory/dismissal/announce-dismissal.js';
import type { ReviseDismissal } from '../../../trajectory/dismissal/revise-dismissal.js';
import { Appends } from '../../openapi/described.js';
import { Commands, type Outcome } from '../../requests/commands.js';
import { CurrentOrigin } from '../../requests/origin.js';
import { wished } from '../../requests/wished.js';
import { AnnounceDismissalDto } from './announce-dismissal.dto.js';
import { ReviseDismissalDto } from './revise-dismissal.dto.js';

/** The dismissal that somebody is threatened with. */
@ApiTags('trajectories')
@Controller('trajectories/:trajectoryId')
export class DismissalsController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Records the day of a dismissal, from outside; also of before the trajectory. */
  @Appends('dismissals', { summary: 'Record that a dismissal was announced' })
  announce(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: AnnounceDismissalDto }) { announcedOn: on, words, ...data }: AnnounceDismissalDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<AnnounceDismissal>({ type: 'AnnounceDismissal', on, data, words }),
    );
  }

  /** Records another day of the dismissal; the last word counts. */
  @Appends('dismissals/revisions', { summary: 'Record that a dismissal was revised' })
  revise(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: ReviseDismissalDto }) { revisedOn: on, words, ...data }: ReviseDismissalDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<ReviseDismissal>({ type: 'ReviseDismissal', on, data, words }),
    );
  }
}
