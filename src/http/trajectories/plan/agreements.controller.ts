import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../../application/commands/wish.js';
import type { ReassignAgreement } from '../../../trajectory/plan/reassign-agreement.js';
import type { RecordAgreementBroken } from '../../../trajectory/plan/record-agreement-broken.js';
import type { RecordAgreementKept } from '../../../trajectory/plan/record-agreement-kept.js';
import { Appends } from '../../openapi/described.js';
import { Commands, type Outcome } from '../../requests/commands.js';
import { CurrentOrigin } from '../../requests/origin.js';
import { wished } from '../../requests/wished.js';
import { AgreementPath } from './agreement-path.dto.js';
import { ReassignAgreementDto } from './reassign-agreement.dto.js';
import { RecordAgreementBrokenDto } from './record-agreement-broken.dto.js';
import { RecordAgreementKeptDto } from './record-agreement-kept.dto.js';

/** What becomes of agreements. */
@ApiTags('trajectories')
@Controller('trajectories/:trajectoryId')
export class AgreementsController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Records that an agreement was kept. */
  @Appends('agreements/:agreementId/keeping', { summary: 'Record that an agreement was kept' })
  keep(
    @Param({ schema: AgreementPath }) { trajectoryId: id, agreementId }: AgreementPath,
    @Body({ schema: RecordAgreementKeptDto }) { keptOn: on, words, ...data }: RecordAgreementKeptDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<RecordAgreementKept>({ type: 'RecordAgreementKept', on, data: { agreementId, ...data }, words }),
    );
  }

  /** Records that an agreement was broken. */
  @Appends('agreements/:agreementId/breach', { summary: 'Record that an agreement was broken' })
  break(
    @Param({ schema: AgreementPath }) { trajectoryId: id, agreementId }: AgreementPath,
    @Body({ schema: RecordAgreementBrokenDto }) { brokenOn: on, words, ...data }: RecordAgreementBrokenDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<RecordAgreementBroken>({ type: 'RecordAgreementBroken', on, data: { agreementId, ...data }, words }),
    );
  }

  /** Records that another party does what was agreed. */
  @Appends('agreements/:agreementId/reassignment', { summary: 'Reassign an agreement' })
  reassign(
    @Param({ schema: AgreementPath }) { trajectoryId: id, agreementId }: AgreementPath,
    @Body({ schema: ReassignAgreementDto }) { reassignedOn: on, words, ...data }: ReassignAgreementDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<ReassignAgreement>({ type: 'ReassignAgreement', on, data: { agreementId, ...data }, words }),
    );
  }
}
