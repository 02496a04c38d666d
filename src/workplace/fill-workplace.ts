import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import type { NotHeld } from './release-workplace.js';
import type { HeldAlready, PlaceTaken } from './reserve-workplace.js';
import type { Workplace } from './workplace.js';
import type { WorkplaceFilled } from './workplace.events.js';

/** The placement of the match began. */
export type FillWorkplace = Command<'FillWorkplace', WorkplaceFilled['data']>;

export type CannotFillWorkplace = NotHeld | PlaceTaken | Extract<HeldAlready, { code: 'already-filled' }>;

/** Proposes exactly one `WorkplaceFilled`. */
export function fillWorkplace({ on, data }: FillWorkplace & { on: Day }): [WorkplaceFilled] {
  return [{ type: 'WorkplaceFilled', occurredOn: on, data }];
}

/** What `next-steps` may try: each match for which it was ever reserved. */
export function offerFillings({ matches }: Workplace): Offers<FillWorkplace, CannotFillWorkplace> {
  return { subjects: [...matches].map((matchId) => ({ matchId })), none: 'not-reserved' };
}

/**
 * A place is filled by the match for which it is reserved, once; also after the day on which the reservation lapses, while nobody released it.
 *
 * Errors: `not-reserved`; `place-taken`; `already-filled`.
 * Source, docs/rules.md.
 */
export function judgeFilling({ data: { matchId } }: WorkplaceFilled, { held }: Workplace): CannotFillWorkplace | undefined {
  if (!held) return { code: 'not-reserved', matchId };
  if (held.matchId !== matchId) return { code: 'place-taken', since: held.since };
  if (held.as === 'filled') return { code: 'already-filled', matchId, filledOn: held.since };
}
