import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../../application/commands/wish.js';
import { trajectoryId } from '../../../kernel/fields.events.js';
import type { TrajectoryId } from '../../../kernel/ids.js';
import type { AgreeLiteracyAction } from '../../../trajectory/progress/agree-literacy-action.js';
import type { ChangeParticipationStep } from '../../../trajectory/progress/change-participation-step.js';
import type { CompleteLiteracyAction } from '../../../trajectory/progress/complete-literacy-action.js';
import type { DiscussIncomeEffect } from '../../../trajectory/progress/discuss-income-effect.js';
import type { FlagStagnation } from '../../../trajectory/progress/flag-stagnation.js';
import type { RecordAssessment } from '../../../trajectory/progress/record-assessment.js';
import { Appends } from '../../openapi/described.js';
import { Commands, type Outcome } from '../../requests/commands.js';
import { CurrentOrigin } from '../../requests/origin.js';
import { wished } from '../../requests/wished.js';
import { AgreeLiteracyActionDto } from './agree-literacy-action.dto.js';
import { ChangeParticipationStepDto } from './change-participation-step.dto.js';
import { CompleteLiteracyActionDto } from './complete-literacy-action.dto.js';
import { DiscussIncomeEffectDto } from './discuss-income-effect.dto.js';
import { FlagStagnationDto } from './flag-stagnation.dto.js';
import { LiteracyActionPath } from './literacy-action-path.dto.js';
import { RecordAssessmentDto } from './record-assessment.dto.js';

/** How somebody gets on. */
@ApiTags('trajectories')
@Controller('trajectories/:trajectoryId')
export class ProgressController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Records how able to learn and how motivated somebody is. */
  @Appends('assessments', { summary: 'Record an assessment' })
  assess(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: RecordAssessmentDto }) { assessedOn: on, words, ...data }: RecordAssessmentDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<RecordAssessment>({ type: 'RecordAssessment', on, data, words }),
    );
  }

  /** Records a step up or down the ladder of participation. */
  @Appends('participation-steps', { summary: 'Change the step of participation' })
  changeStep(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: ChangeParticipationStepDto }) { changedOn: on, words, ...data }: ChangeParticipationStepDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<ChangeParticipationStep>({ type: 'ChangeParticipationStep', on, data, words }),
    );
  }

  /** Records that there was no contact for too long. */
  @Appends('stagnations', { summary: 'Flag that a candidate stagnates' })
  flag(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: FlagStagnationDto }) { flaggedOn: on, words, ...data }: FlagStagnationDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<FlagStagnation>({ type: 'FlagStagnation', on, data, words }),
    );
  }

  /** Records that somebody is going to learn to read, write or reckon better. */
  @Appends('literacy-actions', { summary: 'Agree on a literacy action', creates: 'literacy action' })
  agreeLiteracy(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: AgreeLiteracyActionDto }) { agreedOn: on, words, ...data }: AgreeLiteracyActionDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<AgreeLiteracyAction>({ type: 'AgreeLiteracyAction', on, data, words }),
    );
  }

  /** Records which level a literacy action reached. */
  @Appends('literacy-actions/:literacyActionId/completion', { summary: 'Complete a literacy action' })
  completeLiteracy(
    @Param({ schema: LiteracyActionPath }) { trajectoryId: id, literacyActionId }: LiteracyActionPath,
    @Body({ schema: CompleteLiteracyActionDto }) { completedOn: on, words, ...data }: CompleteLiteracyActionDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<CompleteLiteracyAction>({ type: 'CompleteLiteracyAction', on, data: { literacyActionId, ...data }, words }),
    );
  }

  /** Records a talk about what a job does to the income; the amounts are sealed. */
  @Appends('income-talks', { summary: 'Record a talk about the effect on income' })
  discussIncome(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: DiscussIncomeEffectDto }) { discussedOn: on, words, ...data }: DiscussIncomeEffectDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<DiscussIncomeEffect>({ type: 'DiscussIncomeEffect', on, data, words }),
    );
  }
}
