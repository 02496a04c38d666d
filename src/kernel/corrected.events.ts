import { z } from 'zod';
import { day, eventId, instant, positive } from './fields.events.js';
import type { DomainEvent } from './messages.js';
import type { EventType } from './vocabulary.js';

/** Why something is corrected; words about it may be sealed with the correction. */
export const CORRECTION_REASONS = [
  'wrong-day',
  'wrong-details',
  'wrong-person',
  'entered-twice',
  'never-happened',
  'corrected-in-error',
] as const;

/** Who asked for the correction; who entered it is the actor. */
export const CORRECTION_REQUESTERS = ['candidate', 'employer', 'party', 'caseworker', 'supervisor', 'auditor'] as const;

/**
 * What stands in the place of an event. Its `data` is checked by the schema of `type`, which is that of the event.
 * `sealed` says where its words lie: with the form that it replaces (`kept`), with this correction (`given`), or nowhere.
 */
const replacement = z
  .strictObject({
    type: z.string().regex(/^[A-Z][A-Za-z]{1,59}$/),
    schemaVersion: positive,
    occurredOn: day.optional(),
    occurredAt: instant.optional(),
    data: z.record(z.string(), z.unknown()),
    sealed: z.enum(['kept', 'given', 'none']),
  })
  .refine(({ occurredOn, occurredAt }) => (occurredOn === undefined) !== (occurredAt === undefined), 'one day or one instant');

const why = {
  /** An original event of the same stream, never a correction. */
  corrects: eventId,
  reason: z.enum(CORRECTION_REASONS),
  requestedBy: z.enum(CORRECTION_REQUESTERS),
};

const data = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('replace'), ...why, replacement }),
  z.strictObject({ kind: z.literal('void'), ...why }),
  z.strictObject({ kind: z.literal('restore'), ...why }),
]);

export type CorrectionReason = (typeof CORRECTION_REASONS)[number];
export type CorrectionRequester = (typeof CORRECTION_REQUESTERS)[number];
export type Replacement = Readonly<z.output<typeof replacement>>;

/** Replaces, voids or restores an event of its own stream; the last one by version decides how that event counts. */
export type EventCorrected = DomainEvent<'EventCorrected', Readonly<z.output<typeof data>>>;

/** What every stream may hold beside its own events. */
export const correctedVocabulary: { readonly EventCorrected: EventType<EventCorrected['data']> } = {
  EventCorrected: { schemaVersion: 1, data, upcasts: {} },
};
