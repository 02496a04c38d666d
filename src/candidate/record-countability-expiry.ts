import type { Day } from '../kernel/days.js';
import type { Command } from '../kernel/messages.js';
import type { CountabilityExpired } from './candidate.events.js';

/** Somebody no longer counts for a scheme. */
export type RecordCountabilityExpiry = Command<'RecordCountabilityExpiry', CountabilityExpired['data']>;

/** Proposes exactly one `CountabilityExpired`; judged as all three are, in countability.ts. */
export function recordCountabilityExpiry({ on, data }: RecordCountabilityExpiry & { on: Day }): [CountabilityExpired] {
  return [{ type: 'CountabilityExpired', occurredOn: on, data }];
}
