import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../application/commands/wish.js';
import type { EraseCandidate } from '../../candidate/erase-candidate.js';
import { candidateId } from '../../kernel/fields.events.js';
import type { CandidateId } from '../../kernel/ids.js';
import { Appends } from '../openapi/described.js';
import { Commands, type Outcome } from '../requests/commands.js';
import { CurrentOrigin } from '../requests/origin.js';
import { wished } from '../requests/wished.js';
import { EraseCandidateDto } from './erase-candidate.dto.js';

/** The end of what is known of who somebody is. */
@ApiTags('candidates')
@Controller('candidates/:candidateId/erasure')
export class ErasureController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Answered once it is carried out. It cannot be undone: codes and days stay, and nobody can say any more of whom. */
  @Appends('', { summary: 'Destroy for ever all that says who a candidate is' })
  erase(
    @Param('candidateId', { schema: candidateId }) id: CandidateId,
    @Body({ schema: EraseCandidateDto }) data: EraseCandidateDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send({ category: 'candidate', id }, origin, wished<EraseCandidate>({ type: 'EraseCandidate', data }));
  }
}
