import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { MatchId } from '../kernel/ids.js';
import type { Command } from '../kernel/messages.js';
import type { Workplace } from './workplace.js';
import type { WorkplaceReleased } from './workplace.events.js';

/** The place is free again: the match fell through, or its placement ended. */
export type ReleaseWorkplace = Command<'ReleaseWorkplace', WorkplaceReleased['data']>;

/** Not held for this match. */
export type NotHeld = { code: 'not-reserved'; matchId: MatchId };

export type CannotReleaseWorkplace = NotHeld;

/** Proposes exactly one `WorkplaceReleased`. */
export function releaseWorkplace({ on, data }: ReleaseWorkplace & { on: Day }): [WorkplaceReleased] {
  return [{ type: 'WorkplaceReleased', occurredOn: on, data }];
}

/** What `next-steps` may try: each match for which it was ever reserved. */
export function offerReleases({ matches }: Workplace): Offers<ReleaseWorkplace, CannotReleaseWorkplace> {
  return { subjects: [...matches].map((matchId) => ({ matchId, reason: 'match-fell-through' })), none: 'not-reserved' };
}

/** Only what is held for a match is released by it. Errors: `not-reserved`. Source: R-444, docs/rules.md. */
export function judgeRelease({ data: { matchId } }: WorkplaceReleased, { held }: Workplace): CannotReleaseWorkplace | undefined {
  return held?.matchId === matchId ? undefined : { code: 'not-reserved', matchId };
}
