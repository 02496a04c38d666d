import { z } from 'zod';
import { organisationId, placementId, subject } from '../../kernel/fields.events.js';
import type { Vocabulary } from '../../kernel/vocabulary.js';

/** Towards work in general, or at the work itself. Source: Werkwinkel, "gecoacht en werkinhoudelijk begeleid". */
export const GUIDANCE_KINDS = ['coaching', 'on-the-job'] as const;

/** Who stays in contact with those in a placement, and how somebody is guided. */
export const aftercareVocabulary = {
  /** `subject`: who asks under that name, an opaque id. The last one assigned is the contact of that placement. */
  AftercareContactAssigned: { schemaVersion: 1, data: z.strictObject({ placementId, subject }), upcasts: {} },
  /** `placementId`: where, null where it was about work in general. `organisationId`: who guided, null for the municipality itself. */
  GuidanceSessionHeld: {
    schemaVersion: 1,
    data: z.strictObject({
      kind: z.enum(GUIDANCE_KINDS),
      placementId: placementId.nullable(),
      organisationId: organisationId.nullable(),
    }),
    upcasts: {},
  },
} as const satisfies Vocabulary;
