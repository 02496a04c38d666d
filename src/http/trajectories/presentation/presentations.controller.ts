import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../../application/commands/wish.js';
import { trajectoryId } from '../../../kernel/fields.events.js';
import type { TrajectoryId } from '../../../kernel/ids.js';
import type { PublishPresentation } from '../../../trajectory/presentation/publish-presentation.js';
import type { RecordPresentationView } from '../../../trajectory/presentation/record-presentation-view.js';
import type { WithdrawPresentation } from '../../../trajectory/presentation/withdraw-presentation.js';
import { Appends } from '../../openapi/described.js';
import { Commands, type Outcome } from '../../requests/commands.js';
import { CurrentOrigin } from '../../requests/origin.js';
import { wished } from '../../requests/wished.js';
import { PresentationPath } from './presentation-path.dto.js';
import { PublishPresentationDto } from './publish-presentation.dto.js';
import { RecordPresentationViewDto } from './record-presentation-view.dto.js';
import { WithdrawPresentationDto } from './withdraw-presentation.dto.js';

/** How a candidate is presented from afar. */
@ApiTags('trajectories')
@Controller('trajectories/:trajectoryId')
export class PresentationsController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Publishes a presentation of the candidate; its address is sealed. */
  @Appends('presentations', { summary: 'Publish a presentation', creates: 'presentation' })
  publish(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: PublishPresentationDto }) { publishedOn: on, words, ...data }: PublishPresentationDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<PublishPresentation>({ type: 'PublishPresentation', on, data, words }),
    );
  }

  /** Withdraws a presentation. */
  @Appends('presentations/:presentationId/withdrawal', { summary: 'Withdraw a presentation' })
  withdraw(
    @Param({ schema: PresentationPath }) { trajectoryId: id, presentationId }: PresentationPath,
    @Body({ schema: WithdrawPresentationDto }) { withdrawnOn: on, words, ...data }: WithdrawPresentationDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<WithdrawPresentation>({ type: 'WithdrawPresentation', on, data: { presentationId, ...data }, words }),
    );
  }

  /** Records that an employer looked at a presentation. */
  @Appends('presentations/:presentationId/views', { summary: 'Record that a presentation was viewed' })
  view(
    @Param({ schema: PresentationPath }) { trajectoryId: id, presentationId }: PresentationPath,
    @Body({ schema: RecordPresentationViewDto }) { viewedOn: on, words, ...data }: RecordPresentationViewDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<RecordPresentationView>({ type: 'RecordPresentationView', on, data: { presentationId, ...data }, words }),
    );
  }
}
