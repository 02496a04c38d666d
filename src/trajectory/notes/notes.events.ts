import { z } from 'zod';
import { noteId } from '../../kernel/fields.events.js';
import type { Vocabulary } from '../../kernel/vocabulary.js';

/** Who may read a note: the own organisation, every party, or only who is named for it. */
export const VISIBILITIES = ['internal', 'shared', 'confidential'] as const;

/** What does not fit a code. */
export const notesVocabulary = {
  /** Sealed: the words. */
  NoteAdded: { schemaVersion: 1, data: z.strictObject({ noteId, visibility: z.enum(VISIBILITIES) }), upcasts: {} },
} as const satisfies Vocabulary;
