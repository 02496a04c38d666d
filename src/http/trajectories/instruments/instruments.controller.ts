import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../../application/commands/wish.js';
import { trajectoryId } from '../../../kernel/fields.events.js';
import type { TrajectoryId } from '../../../kernel/ids.js';
import { Appends } from '../../openapi/described.js';
import { Commands, type Outcome } from '../../requests/commands.js';
import { CurrentOrigin } from '../../requests/origin.js';
import { wished } from '../../requests/wished.js';
import type { EndInstrument } from '../../../trajectory/instruments/end-instrument.js';
import type { GrantInstrument } from '../../../trajectory/instruments/grant-instrument.js';
import { EndInstrumentDto } from './end-instrument.dto.js';
import { GrantInstrumentDto } from './grant-instrument.dto.js';
import { InstrumentPath } from './instrument-path.dto.js';

/** What is granted. */
@ApiTags('trajectories')
@Controller('trajectories/:trajectoryId')
export class InstrumentsController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Records what was granted, and under which version of which ruleset. */
  @Appends('instruments', { summary: 'Grant an instrument', creates: 'instrument' })
  grant(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: GrantInstrumentDto }) { grantedOn: on, words, ...data }: GrantInstrumentDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<GrantInstrument>({ type: 'GrantInstrument', on, data, words }),
    );
  }

  /** Records the last day of an instrument. */
  @Appends('instruments/:instrumentId/end', { summary: 'End an instrument' })
  end(
    @Param({ schema: InstrumentPath }) { trajectoryId: id, instrumentId }: InstrumentPath,
    @Body({ schema: EndInstrumentDto }) { endedOn: on, words, ...data }: EndInstrumentDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<EndInstrument>({ type: 'EndInstrument', on, data: { instrumentId, ...data }, words }),
    );
  }
}
