import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../application/commands/wish.js';
import { organisationId } from '../../kernel/fields.events.js';
import type { OrganisationId } from '../../kernel/ids.js';
import type { RegisterOrganisation } from '../../organisation/register-organisation.js';
import type { OfferService } from '../../organisation/offer-service.js';
import type { SignEducationAgreement } from '../../organisation/sign-education-agreement.js';
import type { AmendEducationAgreement } from '../../organisation/amend-education-agreement.js';
import type { SetClosingDay } from '../../organisation/set-closing-day.js';
import { Appends } from '../openapi/described.js';
import { Commands, type Outcome } from '../requests/commands.js';
import { CurrentOrigin } from '../requests/origin.js';
import { wished } from '../requests/wished.js';
import { AgreementPath } from './agreement-path.dto.js';
import { RegisterOrganisationDto } from './register-organisation.dto.js';
import { OfferServiceDto } from './offer-service.dto.js';
import { SignEducationAgreementDto } from './sign-education-agreement.dto.js';
import { AmendEducationAgreementDto } from './amend-education-agreement.dto.js';
import { SetClosingDayDto } from './set-closing-day.dto.js';

/** The parties that may take part in trajectories. */
@ApiTags('organisations')
@Controller('organisations')
export class OrganisationsController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Registers a party, such as a school or a provider. */
  @Appends('', { summary: 'Register an organisation', creates: 'organisation' })
  register(
    @Body({ schema: RegisterOrganisationDto }) { registeredOn: on, ...data }: RegisterOrganisationDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const wish = wished<RegisterOrganisation>({ type: 'RegisterOrganisation', on, data });
    return this.commands.send({ category: 'organisation', id: null }, origin, wish);
  }

  /** Says what the organisation does for people or employers. */
  @Appends(':organisationId/services', { summary: 'Record a service that it offers', creates: 'service' })
  offerService(
    @Param('organisationId', { schema: organisationId }) id: OrganisationId,
    @Body({ schema: OfferServiceDto }) { offeredOn: on, ...data }: OfferServiceDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const wish = wished<OfferService>({ type: 'OfferService', on, data });
    return this.commands.send({ category: 'organisation', id }, origin, wish);
  }

  /** Records what was agreed. */
  @Appends(':organisationId/education-agreements', { summary: 'Record an agreement with the schools', creates: 'agreement' })
  sign(
    @Param('organisationId', { schema: organisationId }) id: OrganisationId,
    @Body({ schema: SignEducationAgreementDto }) { signedOn: on, ...data }: SignEducationAgreementDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const wish = wished<SignEducationAgreement>({ type: 'SignEducationAgreement', on, data });
    return this.commands.send({ category: 'organisation', id }, origin, wish);
  }

  /** Says what the agreement is from then on. */
  @Appends(':organisationId/education-agreements/:agreementId/amendments', { summary: 'Amend an agreement with the schools' })
  amend(
    @Param({ schema: AgreementPath }) { organisationId: id, ...within }: AgreementPath,
    @Body({ schema: AmendEducationAgreementDto }) { amendedOn: on, ...data }: AmendEducationAgreementDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const wish = wished<AmendEducationAgreement>({ type: 'AmendEducationAgreement', on, data: { ...within, ...data } });
    return this.commands.send({ category: 'organisation', id }, origin, wish);
  }

  /** Closes a day, besides those of the calendar. */
  @Appends(':organisationId/closing-days', { summary: 'Record a day on which it is closed' })
  close(
    @Param('organisationId', { schema: organisationId }) id: OrganisationId,
    @Body({ schema: SetClosingDayDto }) { setOn: on, ...data }: SetClosingDayDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const wish = wished<SetClosingDay>({ type: 'SetClosingDay', on, data });
    return this.commands.send({ category: 'organisation', id }, origin, wish);
  }
}
