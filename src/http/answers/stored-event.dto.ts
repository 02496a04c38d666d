import { z } from 'zod';
import { ROLES } from '../../kernel/messages.js';

const instant = z.iso.datetime({ precision: 6 });
const digest = z.string().regex(/^[0-9a-f]{64}$/);

const actor = z
  .object({ subject: z.string(), role: z.enum(ROLES), organisation: z.string(), onBehalfOf: z.string().nullable() })
  .meta({ description: 'Who did it: opaque ids only.' });

const sealed = z
  .object({ subject: z.string(), digest, address: z.string() })
  .nullable()
  .meta({ description: 'Whose words lie in the vault, the SHA-256 of their ciphertext, and where who may can read them.' });

/** One event as it stands in the log. */
export const StoredEventDto = z
  .object({
    eventId: z.uuid(),
    streamId: z.string(),
    version: z.int().min(1),
    type: z.string(),
    schemaVersion: z.int().min(1),
    occurredOn: z.iso.date().optional(),
    occurredAt: instant.optional(),
    recordedAt: instant,
    sealedAt: instant.optional(),
    actor,
    tenant: z.string(),
    commandId: z.uuid(),
    correlationId: z.uuid(),
    causationId: z.uuid().nullable(),
    data: z
      .record(z.string(), z.unknown())
      .meta({ description: 'By type: docs/events.md. Codes, ids, days, numbers; nothing about a person in words.' }),
    sealed,
    overrides: z
      .array(z.object({ eventId: z.uuid(), code: z.string(), reason: z.string() }))
      .meta({ description: 'Refusals that a supervisor waived, and why.' }),
    hash: digest.meta({ description: 'Link 1 of the chain, within the stream.' }),
    tenantHash: digest.optional().meta({ description: 'Link 2 of the chain, within the tenant.' }),
  })
  .meta({ id: 'StoredEvent' });
