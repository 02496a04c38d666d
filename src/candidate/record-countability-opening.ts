import type { Day } from '../kernel/days.js';
import type { Command } from '../kernel/messages.js';
import type { CountabilityOpened } from './candidate.events.js';

/** Somebody counts for a scheme, from when to when; a fact from outside, welcome late. */
export type RecordCountabilityOpening = Command<'RecordCountabilityOpening', CountabilityOpened['data']>;

/** Proposes exactly one `CountabilityOpened`; judged as all three are, in countability.ts. */
export function recordCountabilityOpening({ on, data }: RecordCountabilityOpening & { on: Day }): [CountabilityOpened] {
  return [{ type: 'CountabilityOpened', occurredOn: on, data }];
}
