import { z } from 'zod';
import { organisationId, referralId } from '../../kernel/fields.events.js';
import type { Vocabulary } from '../../kernel/vocabulary.js';

/** What a provider is asked for. */
export const SERVICES = ['guidance', 'training', 'language', 'job-coaching', 'work-experience', 'debt-advice', 'other'] as const;

/** What came of it. */
export const SERVICE_OUTCOMES = ['reached', 'partly-reached', 'not-reached', 'broken-off'] as const;

/** What others do for a candidate. Source: Van Werk naar Werk, "dienstverleners … UWV, Werkgeversservicepunt, FNV". */
export const providersVocabulary = {
  ProviderReferred: {
    schemaVersion: 1,
    data: z.strictObject({ referralId, organisationId, service: z.enum(SERVICES) }),
    upcasts: {},
  },
  ProviderAccepted: { schemaVersion: 1, data: z.strictObject({ referralId }), upcasts: {} },
  ProviderCompleted: { schemaVersion: 1, data: z.strictObject({ referralId, outcome: z.enum(SERVICE_OUTCOMES) }), upcasts: {} },
} as const satisfies Vocabulary;
