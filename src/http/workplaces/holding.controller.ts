import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../application/commands/wish.js';
import { workplaceId } from '../../kernel/fields.events.js';
import type { WorkplaceId } from '../../kernel/ids.js';
import type { ReserveWorkplace } from '../../workplace/reserve-workplace.js';
import type { FillWorkplace } from '../../workplace/fill-workplace.js';
import type { ReleaseWorkplace } from '../../workplace/release-workplace.js';
import { Appends } from '../openapi/described.js';
import { Commands, type Outcome } from '../requests/commands.js';
import { CurrentOrigin } from '../requests/origin.js';
import { wished } from '../requests/wished.js';
import { ReserveWorkplaceDto } from './reserve-workplace.dto.js';
import { FillWorkplaceDto } from './fill-workplace.dto.js';
import { ReleaseWorkplaceDto } from './release-workplace.dto.js';

/** For which match a place is held. */
@ApiTags('workplaces')
@Controller('workplaces/:workplaceId')
export class WorkplaceHoldingController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Keeps the place for a match. */
  @Appends('reservation', { summary: 'Reserve a place for a match' })
  reserve(
    @Param('workplaceId', { schema: workplaceId }) id: WorkplaceId,
    @Body({ schema: ReserveWorkplaceDto }) { reservedOn: on, ...data }: ReserveWorkplaceDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const wish = wished<ReserveWorkplace>({ type: 'ReserveWorkplace', on, data });
    return this.commands.send({ category: 'workplace', id }, origin, wish);
  }

  /** Fills the place by the match for which it is reserved. */
  @Appends('filling', { summary: 'Record that the placement of the match began' })
  fill(
    @Param('workplaceId', { schema: workplaceId }) id: WorkplaceId,
    @Body({ schema: FillWorkplaceDto }) { filledOn: on, ...data }: FillWorkplaceDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const wish = wished<FillWorkplace>({ type: 'FillWorkplace', on, data });
    return this.commands.send({ category: 'workplace', id }, origin, wish);
  }

  /** Frees the place for another match. */
  @Appends('release', { summary: 'Release a place' })
  release(
    @Param('workplaceId', { schema: workplaceId }) id: WorkplaceId,
    @Body({ schema: ReleaseWorkplaceDto }) { releasedOn: on, ...data }: ReleaseWorkplaceDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const wish = wished<ReleaseWorkplace>({ type: 'ReleaseWorkplace', on, data });
    return this.commands.send({ category: 'workplace', id }, origin, wish);
  }
}
