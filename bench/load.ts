import { randomUUID } from 'node:crypto';
import type { Append, NewEvent } from '../src/application/ports/event-store.js';
import type { Day } from '../src/kernel/days.js';
import type { CommandId, CorrelationId, EventId, StreamId, TenantId } from '../src/kernel/ids.js';

export const SECONDS = Number(process.env.BENCH_SECONDS ?? 2);
export const WRITERS = (process.env.BENCH_WRITERS ?? '1,16,64').split(',').map(Number);

const newId = <T extends string>(): T => randomUUID() as string as T;

/** An event of the size that most have: a follow-up that a placement promises. */
function anEvent(): NewEvent {
  const data = {
    followUpId: randomUUID(),
    ruleId: 'check-in-after-placement',
    causedBy: randomUUID(),
    with: 'candidate',
    dueAt: '2019-11-14T22:59:59.000000Z',
    calendar: { rulesetId: randomUUID(), id: 'all-days', version: 1 },
  };
  const [type, schemaVersion, occurredOn] = ['FollowUpPlanned', 1, '2019-10-31' as Day] as const;
  return { eventId: newId<EventId>(), type, schemaVersion, occurredOn, data, sealed: null };
}

export function anAppend(streamId: StreamId, expectedVersion: number, count = 1): Append {
  const actor = { subject: randomUUID(), role: 'caseworker', organisation: randomUUID(), onBehalfOf: null } as const;
  return {
    tenant: 'north' as TenantId,
    streamId,
    expectedVersion,
    commandId: newId<CommandId>(),
    correlationId: newId<CorrelationId>(),
    causationId: null,
    actor,
    overrides: [],
    events: Array.from({ length: count }, anEvent),
  };
}

/** Appends a second, with every writer sending its next as soon as its last is answered. */
export async function rateOf(writers: number, append: (writer: number) => Promise<void>): Promise<number> {
  const start = performance.now();
  const end = start + SECONDS * 1000;
  let done = 0;
  const writer = async (index: number): Promise<void> => {
    for (; performance.now() < end; done += 1) await append(index);
  };
  await Promise.all(Array.from({ length: writers }, (_, index) => writer(index)));
  return done / ((performance.now() - start) / 1000);
}

export const newStream = (): StreamId => `trajectory-${randomUUID()}`;

/** One line of a table. */
export const row = (figures: readonly (string | number)[]): void =>
  console.log(figures.map((figure) => String(figure).padStart(9)).join(''));
