import { z } from 'zod';
import { employerId, presentationId } from '../../kernel/fields.events.js';
import type { Vocabulary } from '../../kernel/vocabulary.js';

/** How somebody presents themselves where they cannot be. */
export const PRESENTATION_KINDS = ['video', 'infographic'] as const;

/** How the candidate permitted it. */
export const PERMISSIONS_GIVEN = ['written', 'spoken'] as const;

/** Why a presentation is no longer shown. */
export const WITHDRAWAL_REASONS = ['candidate-asked', 'outdated', 'found-work', 'other'] as const;

/** How a candidate is presented from afar. Source: Meedoen Werkt, "infographics en video’s". */
export const presentationVocabulary = {
  /** Sealed: the address at which it is found. */
  PresentationPublished: {
    schemaVersion: 1,
    data: z.strictObject({ presentationId, kind: z.enum(PRESENTATION_KINDS), permission: z.enum(PERMISSIONS_GIVEN) }),
    upcasts: {},
  },
  PresentationWithdrawn: {
    schemaVersion: 1,
    data: z.strictObject({ presentationId, reason: z.enum(WITHDRAWAL_REASONS) }),
    upcasts: {},
  },
  /** `employerId`: who looked. */
  PresentationViewed: { schemaVersion: 1, data: z.strictObject({ presentationId, employerId }), upcasts: {} },
} as const satisfies Vocabulary;
