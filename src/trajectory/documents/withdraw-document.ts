import type { Day } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { DocumentId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeBegun, type NotBegun } from '../under-way.js';

type DocumentWithdrawn = TrajectoryEventOf<'DocumentWithdrawn'>;

/** Records that a document no longer belongs here; the document itself is not touched. */
export type WithdrawDocument = Command<'WithdrawDocument', DocumentWithdrawn['data']>;

export type CannotWithdrawDocument =
  | NotBegun
  | { code: 'no-such-document'; documentId: DocumentId }
  | { code: 'document-withdrawn'; documentId: DocumentId; withdrawnOn: Day };

/** Proposes exactly one `DocumentWithdrawn`. */
export function withdrawDocument(command: Dated<WithdrawDocument>): [DocumentWithdrawn] {
  return [fact('DocumentWithdrawn', command, command.data)];
}

/** What `next-steps` may try: each document. */
export function offerDocumentWithdrawals({ documents }: Trajectory): Offers<WithdrawDocument, CannotWithdrawDocument> {
  return { subjects: [...documents.keys()].map((documentId) => ({ documentId, reason: 'other' })), none: 'no-such-document' };
}

/**
 * A document is withdrawn once, at any time since it was attached.
 *
 * Errors: `no-such-document`; `document-withdrawn`; `before-start`; `not-started`.
 * Source: R-281, docs/rules.md.
 */
export function judgeDocumentWithdrawal(event: DocumentWithdrawn, state: Trajectory): CannotWithdrawDocument | undefined {
  const refusal = judgeBegun(event, state);
  if (refusal) return refusal;

  const { documentId } = event.data;
  const document = state.documents.get(documentId);
  if (!document) return { code: 'no-such-document', documentId };
  if (document.withdrawnOn !== null) return { code: 'document-withdrawn', documentId, withdrawnOn: document.withdrawnOn };
}
