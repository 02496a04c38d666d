import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../../application/commands/wish.js';
import { trajectoryId } from '../../../kernel/fields.events.js';
import type { TrajectoryId } from '../../../kernel/ids.js';
import type { AnswerOffer } from '../../../trajectory/start/answer-offer.js';
import type { OfferTrajectory } from '../../../trajectory/start/offer-trajectory.js';
import type { StartTrajectory } from '../../../trajectory/start/start-trajectory.js';
import { Appends } from '../../openapi/described.js';
import { Commands, type Outcome } from '../../requests/commands.js';
import { CurrentOrigin } from '../../requests/origin.js';
import { wished } from '../../requests/wished.js';
import { AnswerOfferDto } from './answer-offer.dto.js';
import { OfferTrajectoryDto, StartTrajectoryDto } from './begin-trajectory.dto.js';

/** How a trajectory begins: by an offer that is answered, or by its start itself. */
@ApiTags('trajectories')
@Controller('trajectories')
export class TrajectoriesController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Offers a candidate a place; the trajectory's id follows from candidate, programme and round, whoever begins it. */
  @Appends('offers', { summary: 'Offer a candidate a place in a programme', creates: 'trajectory' })
  offer(
    @Body({ schema: OfferTrajectoryDto }) { offeredOn: on, words, ...data }: OfferTrajectoryDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const wish = wished<OfferTrajectory, 'round'>({ type: 'OfferTrajectory', on, data, words });
    return this.commands.send({ category: 'trajectory', id: null }, origin, wish);
  }

  /** Starts a trajectory, with or without an accepted offer before it. */
  @Appends('', { summary: 'Start a trajectory', creates: 'trajectory' })
  start(
    @Body({ schema: StartTrajectoryDto }) { startedOn: on, words, ...data }: StartTrajectoryDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const wish = wished<StartTrajectory, 'round'>({ type: 'StartTrajectory', on, data, words });
    return this.commands.send({ category: 'trajectory', id: null }, origin, wish);
  }

  /** Records what the candidate said to the open offer. */
  @Appends(':trajectoryId/offer-answers', { summary: 'Record the answer to an offer' })
  answerOffer(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: AnswerOfferDto }) { answeredOn: on, words, ...data }: AnswerOfferDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const wish = wished<AnswerOffer>({ type: 'AnswerOffer', on, data, words });
    return this.commands.send({ category: 'trajectory', id }, origin, wish);
  }
}
