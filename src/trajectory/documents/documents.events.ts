import { z } from 'zod';
import { documentId } from '../../kernel/fields.events.js';
import type { Vocabulary } from '../../kernel/vocabulary.js';

/** What a document is. */
export const DOCUMENT_KINDS = [
  'plan',
  'contract',
  'decision',
  'certificate',
  'curriculum-vitae',
  'report',
  'letter',
  'other',
] as const;

/** Why a document no longer belongs here. */
export const DOCUMENT_WITHDRAWALS = ['attached-in-error', 'replaced', 'candidate-asked', 'other'] as const;

/** Documents that lie elsewhere: of each is known where. */
export const documentsVocabulary = {
  /** Sealed: the address at which it is found. */
  DocumentAttached: { schemaVersion: 1, data: z.strictObject({ documentId, kind: z.enum(DOCUMENT_KINDS) }), upcasts: {} },
  DocumentWithdrawn: {
    schemaVersion: 1,
    data: z.strictObject({ documentId, reason: z.enum(DOCUMENT_WITHDRAWALS) }),
    upcasts: {},
  },
} as const satisfies Vocabulary;
