import {
  type CannotAttachDocument,
  judgeDocument,
  offerDocuments,
  attachDocument,
  type AttachDocument,
} from './attach-document.js';
import {
  type CannotWithdrawDocument,
  judgeDocumentWithdrawal,
  offerDocumentWithdrawals,
  withdrawDocument,
  type WithdrawDocument,
} from './withdraw-document.js';

export type DocumentsCommand = AttachDocument | WithdrawDocument;
export type DocumentsRefusal = CannotAttachDocument | CannotWithdrawDocument;

/** How it is decided about documents. */
export const documentsDecisions = {
  propose: {
    AttachDocument: attachDocument,
    WithdrawDocument: withdrawDocument,
  },
  offers: {
    AttachDocument: offerDocuments,
    WithdrawDocument: offerDocumentWithdrawals,
  },
  judge: {
    DocumentAttached: judgeDocument,
    DocumentWithdrawn: judgeDocumentWithdrawal,
  },
  keeps: {
    DocumentAttached: ['documentId'],
  },
} as const;
