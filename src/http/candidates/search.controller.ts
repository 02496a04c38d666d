import { Body, Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Identity } from '../../application/ports/identity.js';
import { CandidatesFound, type CandidateSought } from '../../application/questions/questions.js';
import type { CandidateId } from '../../kernel/ids.js';
import { Finds } from '../openapi/described.js';
import { answerOrProblem } from '../problem.js';
import { CurrentIdentity } from '../requests/identified.js';
import { CandidatesFoundDto, SearchCandidatesDto } from './search-candidates.dto.js';

/** Who is who: what somebody is looked for by stands in the body, never in an address or a log. */
@ApiTags('candidates')
@Controller('candidates')
export class CandidateSearchController {
  constructor(@Inject(QueryBus) private readonly questions: QueryBus) {}

  /** By BSN one at most; by surname and birth date perhaps several. */
  @Finds('search', { summary: 'Find candidates by BSN, or by surname and birth date', answer: CandidatesFoundDto })
  async search(
    @Body({ schema: SearchCandidatesDto }) sought: SearchCandidatesDto,
    @CurrentIdentity() identity: Identity,
  ): Promise<CandidatesFoundDto> {
    const asked = new CandidatesFound(identity, sought as CandidateSought);
    const found = answerOrProblem<readonly CandidateId[]>(await this.questions.execute(asked));
    return { items: found.map((candidateId) => ({ candidateId })) };
  }
}
