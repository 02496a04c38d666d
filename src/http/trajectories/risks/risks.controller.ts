import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../../application/commands/wish.js';
import { trajectoryId } from '../../../kernel/fields.events.js';
import type { TrajectoryId } from '../../../kernel/ids.js';
import type { AnswerRisk } from '../../../trajectory/risks/answer-risk.js';
import type { FlagRisk } from '../../../trajectory/risks/flag-risk.js';
import { Appends } from '../../openapi/described.js';
import { Commands, type Outcome } from '../../requests/commands.js';
import { CurrentOrigin } from '../../requests/origin.js';
import { wished } from '../../requests/wished.js';
import { AnswerRiskDto } from './answer-risk.dto.js';
import { FlagRiskDto } from './flag-risk.dto.js';
import { RiskPath } from './risk-path.dto.js';

/** Who may drop out of work or come back. */
@ApiTags('trajectories')
@Controller('trajectories/:trajectoryId')
export class RisksController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Records that somebody may drop out or come back. */
  @Appends('risks', { summary: 'Flag a risk', creates: 'risk' })
  flag(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: FlagRiskDto }) { flaggedOn: on, words, ...data }: FlagRiskDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send({ category: 'trajectory', id }, origin, wished<FlagRisk>({ type: 'FlagRisk', on, data, words }));
  }

  /** Records what is done about a risk. */
  @Appends('risks/:riskId/answer', { summary: 'Answer a risk' })
  answer(
    @Param({ schema: RiskPath }) { trajectoryId: id, riskId }: RiskPath,
    @Body({ schema: AnswerRiskDto }) { answeredOn: on, words, ...data }: AnswerRiskDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<AnswerRisk>({ type: 'AnswerRisk', on, data: { riskId, ...data }, words }),
    );
  }
}
