import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../application/commands/wish.js';
import type { MergeCandidate } from '../../candidate/merge-candidate.js';
import type { UndoMerge } from '../../candidate/undo-merge.js';
import { candidateId } from '../../kernel/fields.events.js';
import type { CandidateId } from '../../kernel/ids.js';
import { Appends } from '../openapi/described.js';
import { Commands, type Outcome } from '../requests/commands.js';
import { CurrentOrigin } from '../requests/origin.js';
import { wished } from '../requests/wished.js';
import { MergeCandidateDto, UndoMergeDto } from './merge-candidate.dto.js';

/** Two candidates who are one person. */
@ApiTags('candidates')
@Controller('candidates/:candidateId/merger')
export class MergerController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** From then on what is done for this person is done for the survivor, whose timeline holds both. */
  @Appends('', { summary: 'Merge a candidate into another one' })
  merge(
    @Param('candidateId', { schema: candidateId }) id: CandidateId,
    @Body({ schema: MergeCandidateDto }) { mergedOn: on, ...data }: MergeCandidateDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'candidate', id },
      origin,
      wished<MergeCandidate>({ type: 'MergeCandidate', on, data }),
    );
  }

  /** The two were not the same person after all. */
  @Appends('withdrawal', { summary: 'Undo the merge of a candidate' })
  undo(
    @Param('candidateId', { schema: candidateId }) id: CandidateId,
    @Body({ schema: UndoMergeDto }) { undoneOn: on }: UndoMergeDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send({ category: 'candidate', id }, origin, wished<UndoMerge>({ type: 'UndoMerge', on, data: {} }));
  }
}
