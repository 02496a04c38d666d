import { randomUUID } from 'node:crypto';
import type { Append, NewEvent } from '../../src/application/ports/event-store.js';
import type { Day } from '../../src/kernel/days.js';
import type { CommandId, CorrelationId, EventId, StreamId, TenantId } from '../../src/kernel/ids.js';

/** The tenant of these examples. */
export const TENANT = 'north' as TenantId;

/** A stream that no other spec knows. */
export const newStream = (): StreamId => `trajectory-${randomUUID()}`;

/** A UUID of whatever kind is asked for. */
export const newId = <T extends string>(): T => randomUUID() as string as T;

/** One event with an id of its own. */
export function anEvent(changes: Partial<NewEvent> = {}): NewEvent {
  const event = { eventId: newId<EventId>(), type: 'GoalSet', schemaVersion: 1, data: { goal: 'paid-work' }, sealed: null };
  return { ...event, ...(changes.occurredAt ? {} : { occurredOn: '2019-10-03' as Day }), ...changes } as NewEvent;
}

/** One event to a new stream, by a command of its own, unless told otherwise. */
export function anAppend(changes: Partial<Append> = {}): Append {
  return {
    tenant: TENANT,
    streamId: newStream(),
    expectedVersion: 0,
    commandId: newId<CommandId>(),
    correlationId: newId<CorrelationId>(),
    causationId: null,
    actor: { subject: 'worker-1', role: 'caseworker', organisation: 'org-1', onBehalfOf: null },
    overrides: [],
    events: [anEvent()],
    ...changes,
  };
}

/** A tenant that no other spec knows. */
export const newTenant = (): TenantId => `t-${randomUUID().slice(0, 18)}` as TenantId;

/** So many events. */
export const events = (count: number): NewEvent[] => Array.from({ length: count }, () => anEvent());
