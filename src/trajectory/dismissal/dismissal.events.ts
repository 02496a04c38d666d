import { z } from 'zod';
import { day, employerId } from '../../kernel/fields.events.js';
import type { Vocabulary } from '../../kernel/vocabulary.js';

/** Who or what told us the day of a dismissal. */
export const DISMISSAL_SOURCES = ['candidate', 'employer', 'uwv', 'court', 'settlement-agreement', 'other'] as const;

/** `dismissalOn`: the first day without the job. `employerId`: who dismisses, null where that is not known here. */
const dismissal = z.strictObject({
  dismissalOn: day,
  source: z.enum(DISMISSAL_SOURCES),
  employerId: employerId.nullable(),
});

/** The dismissal that somebody who still works is threatened with: a fact from outside. It occurred on the day on which it was told. */
export const dismissalVocabulary = {
  DismissalAnnounced: { schemaVersion: 1, data: dismissal, upcasts: {} },
  /** The last word counts. */
  DismissalRevised: { schemaVersion: 1, data: dismissal, upcasts: {} },
} as const satisfies Vocabulary;
