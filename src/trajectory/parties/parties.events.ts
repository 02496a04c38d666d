import { z } from 'zod';
import { code, cohortId, handoverId, organisationId, subject } from '../../kernel/fields.events.js';
import type { Vocabulary } from '../../kernel/vocabulary.js';

/** Why somebody became the caseworker. */
export const ASSIGNMENT_REASONS = ['first-caseworker', 'candidate-asked', 'absence', 'workload', 'expertise', 'other'] as const;

/** What an organisation does in a trajectory. */
export const PARTY_ROLES = ['referrer', 'guide', 'provider', 'school', 'employer-services', 'benefits-agency', 'other'] as const;

/** Why an organisation no longer takes part. */
export const LEAVING_REASONS = ['task-done', 'candidate-asked', 'no-legal-basis', 'handed-over', 'other'] as const;

/** Why an organisation is asked to take over. */
export const HANDOVER_REASONS = ['expertise', 'moved', 'candidate-asked', 'capacity', 'other'] as const;

/** Why an organisation does not take over. */
export const REFUSAL_REASONS = ['no-capacity', 'not-our-task', 'more-information-needed', 'other'] as const;

/** Who guides, and which organisations take part. */
export const partiesVocabulary = {
  /** `subject`: who asks under that name, an opaque id. Sealed: what is handed over in words. The last one assigned is the caseworker. */
  CaseworkerAssigned: { schemaVersion: 1, data: z.strictObject({ subject, reason: z.enum(ASSIGNMENT_REASONS) }), upcasts: {} },
  IncludedInCohort: { schemaVersion: 1, data: z.strictObject({ cohortId }), upcasts: {} },
  /** `legalBasis`: the ground on which the organisation may know of this trajectory. */
  PartyJoined: {
    schemaVersion: 1,
    data: z.strictObject({ organisationId, role: z.enum(PARTY_ROLES), legalBasis: code<'legal-basis'>() }),
    upcasts: {},
  },
  /** Occurred on the last day on which it takes part. */
  PartyLeft: { schemaVersion: 1, data: z.strictObject({ organisationId, reason: z.enum(LEAVING_REASONS) }), upcasts: {} },
  HandoverOffered: {
    schemaVersion: 1,
    data: z.strictObject({ handoverId, organisationId, reason: z.enum(HANDOVER_REASONS) }),
    upcasts: {},
  },
  HandoverAccepted: { schemaVersion: 1, data: z.strictObject({ handoverId }), upcasts: {} },
  HandoverRefused: {
    schemaVersion: 1,
    data: z.strictObject({ handoverId, reason: z.enum(REFUSAL_REASONS) }),
    upcasts: {},
  },
} as const satisfies Vocabulary;
