import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../../application/commands/wish.js';
import { trajectoryId } from '../../../kernel/fields.events.js';
import type { TrajectoryId } from '../../../kernel/ids.js';
import type { AcceptHandover } from '../../../trajectory/parties/accept-handover.js';
import type { OfferHandover } from '../../../trajectory/parties/offer-handover.js';
import type { RefuseHandover } from '../../../trajectory/parties/refuse-handover.js';
import { Appends } from '../../openapi/described.js';
import { Commands, type Outcome } from '../../requests/commands.js';
import { CurrentOrigin } from '../../requests/origin.js';
import { wished } from '../../requests/wished.js';
import { AcceptHandoverDto } from './accept-handover.dto.js';
import { HandoverPath } from './handover-path.dto.js';
import { OfferHandoverDto } from './offer-handover.dto.js';
import { RefuseHandoverDto } from './refuse-handover.dto.js';

/** How the guidance passes from one organisation to another. */
@ApiTags('trajectories')
@Controller('trajectories/:trajectoryId')
export class HandoversController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Asks an organisation to take over. */
  @Appends('handovers', { summary: 'Offer the guidance to another organisation', creates: 'handover' })
  offerHandover(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: OfferHandoverDto }) { offeredOn: on, words, ...data }: OfferHandoverDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<OfferHandover>({ type: 'OfferHandover', on, data, words }),
    );
  }

  /** Records that the organisation takes the guidance over. */
  @Appends('handovers/:handoverId/acceptance', { summary: 'Accept a handover' })
  accept(
    @Param({ schema: HandoverPath }) { trajectoryId: id, handoverId }: HandoverPath,
    @Body({ schema: AcceptHandoverDto }) { acceptedOn: on, words, ...data }: AcceptHandoverDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<AcceptHandover>({ type: 'AcceptHandover', on, data: { handoverId, ...data }, words }),
    );
  }

  /** Records that the organisation does not take the guidance over. */
  @Appends('handovers/:handoverId/refusal', { summary: 'Refuse a handover' })
  refuse(
    @Param({ schema: HandoverPath }) { trajectoryId: id, handoverId }: HandoverPath,
    @Body({ schema: RefuseHandoverDto }) { refusedOn: on, words, ...data }: RefuseHandoverDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<RefuseHandover>({ type: 'RefuseHandover', on, data: { handoverId, ...data }, words }),
    );
  }
}
