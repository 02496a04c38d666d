import type { Offers } from '../../kernel/decider.js';
import type { Command, Seal } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeBegun, type NotBegun } from '../under-way.js';

type DocumentAttached = TrajectoryEventOf<'DocumentAttached'>;

/** Attaches a document that lies elsewhere; the seal holds its address. */
export type AttachDocument = Command<'AttachDocument', Omit<DocumentAttached['data'], 'documentId'>> & { seal: Seal };

export type CannotAttachDocument = NotBegun;

/** Proposes exactly one `DocumentAttached`. */
export function attachDocument(command: Dated<AttachDocument>): [DocumentAttached] {
  return [fact('DocumentAttached', command, { documentId: command.meta.newId('document'), ...command.data })];
}

/** What `next-steps` may try: a document. */
export function offerDocuments(_: Trajectory): Offers<AttachDocument, CannotAttachDocument> {
  return { subjects: [{ kind: 'other' }], none: 'not-started' };
}

/** A document may be attached at any time since the beginning. Errors: `before-start`; `not-started`. Source: R-280, docs/rules.md. */
export function judgeDocument(event: DocumentAttached, state: Trajectory): CannotAttachDocument | undefined {
  return judgeBegun(event, state);
}
