import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../application/commands/wish.js';
import { organisationId } from '../../kernel/fields.events.js';
import type { OrganisationId } from '../../kernel/ids.js';
import type { FormTeam } from '../../organisation/form-team.js';
import type { AddMember } from '../../organisation/add-member.js';
import type { RemoveMember } from '../../organisation/remove-member.js';
import type { RecordAbsence } from '../../organisation/record-absence.js';
import type { NameStandIn } from '../../organisation/name-stand-in.js';
import { Appends } from '../openapi/described.js';
import { Commands, type Outcome } from '../requests/commands.js';
import { CurrentOrigin } from '../requests/origin.js';
import { wished } from '../requests/wished.js';
import { TeamPath } from './team-path.dto.js';
import { FormTeamDto } from './form-team.dto.js';
import { AddMemberDto } from './add-member.dto.js';
import { RemoveMemberDto } from './remove-member.dto.js';
import { RecordAbsenceDto } from './record-absence.dto.js';
import { NameStandInDto } from './name-stand-in.dto.js';

/** Who works for an organisation; opaque subjects, never names. */
@ApiTags('organisations')
@Controller('organisations/:organisationId')
export class TeamsController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Forms a team of the organisation. */
  @Appends('teams', { summary: 'Form a team', creates: 'team' })
  form(
    @Param('organisationId', { schema: organisationId }) id: OrganisationId,
    @Body({ schema: FormTeamDto }) { formedOn: on, ...data }: FormTeamDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const wish = wished<FormTeam>({ type: 'FormTeam', on, data });
    return this.commands.send({ category: 'organisation', id }, origin, wish);
  }

  /** Records that somebody joined, in a role. */
  @Appends('teams/:teamId/members', { summary: 'Add somebody to a team' })
  add(
    @Param({ schema: TeamPath }) { organisationId: id, ...within }: TeamPath,
    @Body({ schema: AddMemberDto }) { joinedOn: on, ...data }: AddMemberDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const wish = wished<AddMember>({ type: 'AddMember', on, data: { ...within, ...data } });
    return this.commands.send({ category: 'organisation', id }, origin, wish);
  }

  /** Records the last day in the team. */
  @Appends('teams/:teamId/departures', { summary: 'Record that somebody left a team' })
  remove(
    @Param({ schema: TeamPath }) { organisationId: id, ...within }: TeamPath,
    @Body({ schema: RemoveMemberDto }) { leftOn: on, ...data }: RemoveMemberDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const wish = wished<RemoveMember>({ type: 'RemoveMember', on, data: { ...within, ...data } });
    return this.commands.send({ category: 'organisation', id }, origin, wish);
  }

  /** Records on which days, never why. */
  @Appends('absences', { summary: 'Record that somebody is away', creates: 'absence' })
  absent(
    @Param('organisationId', { schema: organisationId }) id: OrganisationId,
    @Body({ schema: RecordAbsenceDto }) { toldOn: on, ...data }: RecordAbsenceDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const wish = wished<RecordAbsence>({ type: 'RecordAbsence', on, data });
    return this.commands.send({ category: 'organisation', id }, origin, wish);
  }

  /** Says who answers for somebody on some days. */
  @Appends('stand-ins', { summary: 'Name who stands in for somebody' })
  standIn(
    @Param('organisationId', { schema: organisationId }) id: OrganisationId,
    @Body({ schema: NameStandInDto }) { namedOn: on, ...data }: NameStandInDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const wish = wished<NameStandIn>({ type: 'NameStandIn', on, data });
    return this.commands.send({ category: 'organisation', id }, origin, wish);
  }
}
