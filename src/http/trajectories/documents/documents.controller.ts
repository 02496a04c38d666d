import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../../application/commands/wish.js';
import { trajectoryId } from '../../../kernel/fields.events.js';
import type { TrajectoryId } from '../../../kernel/ids.js';
import type { AttachDocument } from '../../../trajectory/documents/attach-document.js';
import type { WithdrawDocument } from '../../../trajectory/documents/withdraw-document.js';
import { Appends } from '../../openapi/described.js';
import { Commands, type Outcome } from '../../requests/commands.js';
import { CurrentOrigin } from '../../requests/origin.js';
import { wished } from '../../requests/wished.js';
import { AttachDocumentDto } from './attach-document.dto.js';
import { DocumentPath } from './document-path.dto.js';
import { WithdrawDocumentDto } from './withdraw-document.dto.js';

/** Documents that lie elsewhere. */
@ApiTags('trajectories')
@Controller('trajectories/:trajectoryId')
export class DocumentsController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Attaches a document; its address is sealed. */
  @Appends('documents', { summary: 'Attach a document', creates: 'document' })
  attach(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: AttachDocumentDto }) { attachedOn: on, words, ...data }: AttachDocumentDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<AttachDocument>({ type: 'AttachDocument', on, data, words }),
    );
  }

  /** Withdraws a document; the document itself is not touched. */
  @Appends('documents/:documentId/withdrawal', { summary: 'Withdraw a document' })
  withdraw(
    @Param({ schema: DocumentPath }) { trajectoryId: id, documentId }: DocumentPath,
    @Body({ schema: WithdrawDocumentDto }) { withdrawnOn: on, words, ...data }: WithdrawDocumentDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'trajectory', id },
      origin,
      wished<WithdrawDocument>({ type: 'WithdrawDocument', on, data: { documentId, ...data }, words }),
    );
  }
}
