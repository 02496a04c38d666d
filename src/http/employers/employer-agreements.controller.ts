import { Body, Controller, Inject, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../application/commands/wish.js';
import type { Identity } from '../../application/ports/identity.js';
import { EmployerAgreementsOf, type EmployerAgreementAnswer } from '../../application/questions/questions.js';
import type { AmendEmployerAgreement } from '../../employer/amend-employer-agreement.js';
import type { CreditPlacement } from '../../employer/credit-placement.js';
import type { RevokePlacementCredit } from '../../employer/revoke-placement-credit.js';
import type { SignEmployerAgreement } from '../../employer/sign-employer-agreement.js';
import { employerId } from '../../kernel/fields.events.js';
import type { EmployerId } from '../../kernel/ids.js';
import { Appends, Asks } from '../openapi/described.js';
import { answerOrProblem } from '../problem.js';
import { Commands, type Outcome } from '../requests/commands.js';
import { CurrentIdentity } from '../requests/identified.js';
import { CurrentOrigin } from '../requests/origin.js';
import { wished } from '../requests/wished.js';
import {
  AmendEmployerAgreementDto,
  CreditPath,
  CreditPlacementDto,
  EmployerAgreementPath,
  EmployerAgreementsDto,
  RevokePlacementCreditDto,
  SignEmployerAgreementDto,
} from './employer-agreements.dto.js';

/** What employers pledged, and which placements count for it. */
@ApiTags('employers')
@Controller('employers/:employerId/agreements')
export class EmployerAgreementsController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(QueryBus) private readonly questions: QueryBus,
  ) {}

  /** As they were last amended, each with the placements that count for it now. */
  @Asks('', { summary: 'List the agreements with an employer', answer: EmployerAgreementsDto })
  async all(
    @Param('employerId', { schema: employerId }) id: EmployerId,
    @CurrentIdentity() identity: Identity,
  ): Promise<Readonly<{ items: readonly EmployerAgreementAnswer[] }>> {
    const asked = new EmployerAgreementsOf(identity, id);
    return { items: answerOrProblem<readonly EmployerAgreementAnswer[]>(await this.questions.execute(asked)) };
  }

  /** Records what an employer pledged. */
  @Appends('', { summary: 'Record an agreement with an employer', creates: 'agreement' })
  sign(
    @Param('employerId', { schema: employerId }) id: EmployerId,
    @Body({ schema: SignEmployerAgreementDto }) { signedOn: on, words, ...data }: SignEmployerAgreementDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const wish = wished<SignEmployerAgreement>({ type: 'SignEmployerAgreement', on, data, words });
    return this.commands.send({ category: 'employer', id }, origin, wish);
  }

  /** Says what the agreement is from then on. */
  @Appends(':agreementId/amendments', { summary: 'Amend an agreement with an employer' })
  amend(
    @Param({ schema: EmployerAgreementPath }) { employerId: id, ...within }: EmployerAgreementPath,
    @Body({ schema: AmendEmployerAgreementDto }) { amendedOn: on, words, ...data }: AmendEmployerAgreementDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const wish = wished<AmendEmployerAgreement>({ type: 'AmendEmployerAgreement', on, data: { ...within, ...data }, words });
    return this.commands.send({ category: 'employer', id }, origin, wish);
  }

  /** Counts a placement with this employer for the agreement. */
  @Appends(':agreementId/credits', { summary: 'Count a placement for an agreement' })
  credit(
    @Param({ schema: EmployerAgreementPath }) { employerId: id, ...within }: EmployerAgreementPath,
    @Body({ schema: CreditPlacementDto }) { creditedOn: on, ...data }: CreditPlacementDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const wish = wished<CreditPlacement>({ type: 'CreditPlacement', on, data: { ...within, ...data } });
    return this.commands.send({ category: 'employer', id }, origin, wish);
  }

  /** The placement no longer counts for the agreement. */
  @Appends(':agreementId/credits/:placementId/revocation', { summary: 'Count a placement for an agreement no longer' })
  revoke(
    @Param({ schema: CreditPath }) { employerId: id, ...within }: CreditPath,
    @Body({ schema: RevokePlacementCreditDto }) { revokedOn: on, ...data }: RevokePlacementCreditDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const wish = wished<RevokePlacementCredit>({ type: 'RevokePlacementCredit', on, data: { ...within, ...data } });
    return this.commands.send({ category: 'employer', id }, origin, wish);
  }
}
