import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../../application/commands/wish.js';
import { trajectoryId } from '../../../kernel/fields.events.js';
import type { TrajectoryId } from '../../../kernel/ids.js';
import type { DeclineSupport } from '../../../trajectory/support-requests/decline-support.js';
import type { RecordSupportGiven } from '../../../trajectory/support-requests/record-support-given.js';
import type { RequestSupport } from '../../../trajectory/support-requests/request-support.js';
import { Appends } from '../../openapi/described.js';
import { Commands, type Outcome } from '../../requests/commands.js';
import { CurrentOrigin } from '../../requests/origin.js';
import { wished } from '../../requests/wished.js';
import { DeclineSupportDto } from './decline-support.dto.js';
import { RecordSupportGivenDto } from './record-support-given.dto.js';
import { RequestSupportDto } from './request-support.dto.js';
import { SupportRequestPath } from './support-request-path.dto.js';

/** What candidate and employer ask once somebody works. */
@ApiTags('trajectories')
@Controller('trajectories/:trajectoryId')
export class SupportRequestsController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Records that a side asks for support, also after the closing. */
  @Appends('support-requests', { summary: 'Ask for support', creates: 'support request' })
  request(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: RequestSupportDto }) { requestedOn: on, words, ...data }: RequestSupportDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<RequestSupport>({ type: 'RequestSupport', on, data, words }),
    );
  }

  /** Records what was done for who asked. */
  @Appends('support-requests/:supportRequestId/provision', { summary: 'Record that support was given' })
  give(
    @Param({ schema: SupportRequestPath }) { trajectoryId: id, supportRequestId }: SupportRequestPath,
    @Body({ schema: RecordSupportGivenDto }) { givenOn: on, words, ...data }: RecordSupportGivenDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<RecordSupportGiven>({ type: 'RecordSupportGiven', on, data: { supportRequestId, ...data }, words }),
    );
  }

  /** Records that nothing is done for who asked. */
  @Appends('support-requests/:supportRequestId/refusal', { summary: 'Decline support' })
  decline(
    @Param({ schema: SupportRequestPath }) { trajectoryId: id, supportRequestId }: SupportRequestPath,
    @Body({ schema: DeclineSupportDto }) { toldOn: on, words, ...data }: DeclineSupportDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<DeclineSupport>({ type: 'DeclineSupport', on, data: { supportRequestId, ...data }, words }),
    );
  }
}
