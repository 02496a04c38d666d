import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../../application/commands/wish.js';
import { trajectoryId } from '../../../kernel/fields.events.js';
import type { TrajectoryId } from '../../../kernel/ids.js';
import type { AddParty } from '../../../trajectory/parties/add-party.js';
import type { AssignCaseworker } from '../../../trajectory/parties/assign-caseworker.js';
import type { IncludeInCohort } from '../../../trajectory/parties/include-in-cohort.js';
import type { RemoveParty } from '../../../trajectory/parties/remove-party.js';
import { Appends } from '../../openapi/described.js';
import { Commands, type Outcome } from '../../requests/commands.js';
import { CurrentOrigin } from '../../requests/origin.js';
import { wished } from '../../requests/wished.js';
import { AddPartyDto } from './add-party.dto.js';
import { AssignCaseworkerDto } from './assign-caseworker.dto.js';
import { IncludeInCohortDto } from './include-in-cohort.dto.js';
import { PartyPath } from './party-path.dto.js';
import { RemovePartyDto } from './remove-party.dto.js';

/** Who guides, and which organisations take part. */
@ApiTags('trajectories')
@Controller('trajectories/:trajectoryId')
export class PartiesController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Assigns the caseworker; the words are the handover note. */
  @Appends('caseworkers', { summary: 'Assign the caseworker' })
  assign(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: AssignCaseworkerDto }) { assignedOn: on, words, ...data }: AssignCaseworkerDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<AssignCaseworker>({ type: 'AssignCaseworker', on, data, words }),
    );
  }

  /** Counts the trajectory into a cohort. */
  @Appends('cohorts', { summary: 'Include a trajectory in a cohort' })
  include(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: IncludeInCohortDto }) { includedOn: on, words, ...data }: IncludeInCohortDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<IncludeInCohort>({ type: 'IncludeInCohort', on, data, words }),
    );
  }

  /** Lets an organisation take part. */
  @Appends('parties', { summary: 'Add an organisation that takes part' })
  add(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: AddPartyDto }) { joinedOn: on, words, ...data }: AddPartyDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send({ category: 'trajectory', id }, origin, wished<AddParty>({ type: 'AddParty', on, data, words }));
  }

  /** Records that an organisation no longer takes part. */
  @Appends('parties/:organisationId/leaving', { summary: 'Record that an organisation leaves' })
  remove(
    @Param({ schema: PartyPath }) { trajectoryId: id, organisationId }: PartyPath,
    @Body({ schema: RemovePartyDto }) { leftOn: on, words, ...data }: RemovePartyDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<RemoveParty>({ type: 'RemoveParty', on, data: { organisationId, ...data }, words }),
    );
  }
}
