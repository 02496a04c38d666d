import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../../application/commands/wish.js';
import { trajectoryId } from '../../../kernel/fields.events.js';
import type { TrajectoryId } from '../../../kernel/ids.js';
import type { AcceptReferral } from '../../../trajectory/providers/accept-referral.js';
import type { CompleteReferral } from '../../../trajectory/providers/complete-referral.js';
import type { ReferToProvider } from '../../../trajectory/providers/refer-to-provider.js';
import { Appends } from '../../openapi/described.js';
import { Commands, type Outcome } from '../../requests/commands.js';
import { CurrentOrigin } from '../../requests/origin.js';
import { wished } from '../../requests/wished.js';
import { AcceptReferralDto } from './accept-referral.dto.js';
import { CompleteReferralDto } from './complete-referral.dto.js';
import { ReferToProviderDto } from './refer-to-provider.dto.js';
import { ReferralPath } from './referral-path.dto.js';

/** What others do for a candidate. */
@ApiTags('trajectories')
@Controller('trajectories/:trajectoryId')
export class ReferralsController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Refers the candidate to a provider. */
  @Appends('referrals', { summary: 'Refer to a provider', creates: 'referral' })
  refer(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: ReferToProviderDto }) { referredOn: on, words, ...data }: ReferToProviderDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<ReferToProvider>({ type: 'ReferToProvider', on, data, words }),
    );
  }

  /** Records that the provider takes it on. */
  @Appends('referrals/:referralId/acceptance', { summary: 'Accept a referral' })
  accept(
    @Param({ schema: ReferralPath }) { trajectoryId: id, referralId }: ReferralPath,
    @Body({ schema: AcceptReferralDto }) { acceptedOn: on, words, ...data }: AcceptReferralDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<AcceptReferral>({ type: 'AcceptReferral', on, data: { referralId, ...data }, words }),
    );
  }

  /** Records what came of a referral. */
  @Appends('referrals/:referralId/completion', { summary: 'Complete a referral' })
  complete(
    @Param({ schema: ReferralPath }) { trajectoryId: id, referralId }: ReferralPath,
    @Body({ schema: CompleteReferralDto }) { completedOn: on, words, ...data }: CompleteReferralDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<CompleteReferral>({ type: 'CompleteReferral', on, data: { referralId, ...data }, words }),
    );
  }
}
