import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../application/commands/wish.js';
import type { RecordBenefitEnd } from '../../candidate/record-benefit-end.js';
import type { RecordBenefitResumption } from '../../candidate/record-benefit-resumption.js';
import type { RecordBenefitStart } from '../../candidate/record-benefit-start.js';
import { candidateId } from '../../kernel/fields.events.js';
import type { CandidateId } from '../../kernel/ids.js';
import { Appends } from '../openapi/described.js';
import { Commands, type Outcome } from '../requests/commands.js';
import { CurrentOrigin } from '../requests/origin.js';
import { wished } from '../requests/wished.js';
import { BenefitPath, RecordBenefitEndDto, RecordBenefitResumptionDto, RecordBenefitStartDto } from './benefits.dto.js';

/** Facts from outside about benefits, welcome late. */
@ApiTags('candidates')
@Controller('candidates/:candidateId/benefits')
export class BenefitsController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Records the first day of a benefit. */
  @Appends('', { summary: 'Record that a benefit started' })
  start(
    @Param('candidateId', { schema: candidateId }) id: CandidateId,
    @Body({ schema: RecordBenefitStartDto }) { startedOn: on, ...data }: RecordBenefitStartDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'candidate', id },
      origin,
      wished<RecordBenefitStart>({ type: 'RecordBenefitStart', on, data }),
    );
  }

  /** Records the last day of a benefit. */
  @Appends(':kind/end', { summary: 'Record that a benefit ended' })
  end(
    @Param({ schema: BenefitPath }) { candidateId: id, kind }: BenefitPath,
    @Body({ schema: RecordBenefitEndDto }) { endedOn: on, source }: RecordBenefitEndDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const wish = wished<RecordBenefitEnd>({ type: 'RecordBenefitEnd', on, data: { kind, source } });
    return this.commands.send({ category: 'candidate', id }, origin, wish);
  }

  /** Records the first day on which somebody has a benefit again. */
  @Appends(':kind/resumption', { summary: 'Record that a benefit was resumed' })
  resume(
    @Param({ schema: BenefitPath }) { candidateId: id, kind }: BenefitPath,
    @Body({ schema: RecordBenefitResumptionDto }) { resumedOn: on, source }: RecordBenefitResumptionDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const wish = wished<RecordBenefitResumption>({ type: 'RecordBenefitResumption', on, data: { kind, source } });
    return this.commands.send({ category: 'candidate', id }, origin, wish);
  }
}
