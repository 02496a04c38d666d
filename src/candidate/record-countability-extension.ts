import type { Day } from '../kernel/days.js';
import type { Command } from '../kernel/messages.js';
import type { CountabilityExtended } from './candidate.events.js';

/** Somebody counts for a scheme for longer than was known. */
export type RecordCountabilityExtension = Command<'RecordCountabilityExtension', CountabilityExtended['data']>;

/** Proposes exactly one `CountabilityExtended`; judged as all three are, in countability.ts. */
export function recordCountabilityExtension({ on, data }: RecordCountabilityExtension & { on: Day }): [CountabilityExtended] {
  return [{ type: 'CountabilityExtended', occurredOn: on, data }];
}
