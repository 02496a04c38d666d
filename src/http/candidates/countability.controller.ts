import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../application/commands/wish.js';
import { candidateId } from '../../kernel/fields.events.js';
import type { CandidateId } from '../../kernel/ids.js';
import type { RecordCountabilityOpening } from '../../candidate/record-countability-opening.js';
import type { RecordCountabilityExtension } from '../../candidate/record-countability-extension.js';
import type { RecordCountabilityExpiry } from '../../candidate/record-countability-expiry.js';
import { Appends } from '../openapi/described.js';
import { Commands, type Outcome } from '../requests/commands.js';
import { CurrentOrigin } from '../requests/origin.js';
import { wished } from '../requests/wished.js';
import { RecordCountabilityOpeningDto } from './record-countability-opening.dto.js';
import { RecordCountabilityExtensionDto } from './record-countability-extension.dto.js';
import { RecordCountabilityExpiryDto } from './record-countability-expiry.dto.js';

/** For which schemes somebody counts: facts from outside, welcome late. */
@ApiTags('candidates')
@Controller('candidates/:candidateId/countability')
export class CountabilityController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Records from when to when. */
  @Appends('opening', { summary: 'Record that somebody counts for a scheme' })
  open(
    @Param('candidateId', { schema: candidateId }) id: CandidateId,
    @Body({ schema: RecordCountabilityOpeningDto }) { toldOn: on, ...data }: RecordCountabilityOpeningDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const wish = wished<RecordCountabilityOpening>({ type: 'RecordCountabilityOpening', on, data });
    return this.commands.send({ category: 'candidate', id }, origin, wish);
  }

  /** Records the window as it is now. */
  @Appends('extension', { summary: 'Record that somebody counts for longer' })
  extend(
    @Param('candidateId', { schema: candidateId }) id: CandidateId,
    @Body({ schema: RecordCountabilityExtensionDto }) { toldOn: on, ...data }: RecordCountabilityExtensionDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const wish = wished<RecordCountabilityExtension>({ type: 'RecordCountabilityExtension', on, data });
    return this.commands.send({ category: 'candidate', id }, origin, wish);
  }

  /** Records the last day. */
  @Appends('expiry', { summary: 'Record that somebody no longer counts' })
  expire(
    @Param('candidateId', { schema: candidateId }) id: CandidateId,
    @Body({ schema: RecordCountabilityExpiryDto }) { toldOn: on, ...data }: RecordCountabilityExpiryDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    const wish = wished<RecordCountabilityExpiry>({ type: 'RecordCountabilityExpiry', on, data });
    return this.commands.send({ category: 'candidate', id }, origin, wish);
  }
}
