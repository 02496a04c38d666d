import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../application/commands/wish.js';
import { workplaceId } from '../../kernel/fields.events.js';
import type { WorkplaceId } from '../../kernel/ids.js';
import type { OfferWorkplace } from '../../workplace/offer-workplace.js';
import type { AdaptFunction } from '../../workplace/adapt-function.js';
import type { WithdrawWorkplace } from '../../workplace/withdraw-workplace.js';
import { Appends } from '../openapi/described.js';
import { Commands, type Outcome } from '../requests/commands.js';
import { CurrentOrigin } from '../requests/origin.js';
import { wished } from '../requests/wished.js';
import { OfferWorkplaceDto } from './offer-workplace.dto.js';
import { AdaptFunctionDto } from './adapt-function.dto.js';
import { WithdrawWorkplaceDto } from './withdraw-workplace.dto.js';

/** Places to work, and what they ask. */
@ApiTags('workplaces')
@Controller('workplaces')
export class WorkplacesController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Offers a place of an employer, for one person at a time. */
  @Appends('', { summary: 'Offer a place to work', creates: 'workplace' })
  offer(
    @Body({ schema: OfferWorkplaceDto }) { offeredOn: on, ...data }: OfferWorkplaceDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const wish = wished<OfferWorkplace>({ type: 'OfferWorkplace', on, data });
    return this.commands.send({ category: 'workplace', id: null }, origin, wish);
  }

  /** Says what the function is from then on. */
  @Appends(':workplaceId/adaptations', { summary: 'Adapt the function of a place' })
  adapt(
    @Param('workplaceId', { schema: workplaceId }) id: WorkplaceId,
    @Body({ schema: AdaptFunctionDto }) { adaptedOn: on, ...data }: AdaptFunctionDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const wish = wished<AdaptFunction>({ type: 'AdaptFunction', on, data });
    return this.commands.send({ category: 'workplace', id }, origin, wish);
  }

  /** Withdraws a place that is not held. */
  @Appends(':workplaceId/withdrawal', { summary: 'Withdraw a place' })
  withdraw(
    @Param('workplaceId', { schema: workplaceId }) id: WorkplaceId,
    @Body({ schema: WithdrawWorkplaceDto }) { withdrawnOn: on, ...data }: WithdrawWorkplaceDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const wish = wished<WithdrawWorkplace>({ type: 'WithdrawWorkplace', on, data });
    return this.commands.send({ category: 'workplace', id }, origin, wish);
  }
}
