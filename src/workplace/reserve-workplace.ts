import { addPeriod, type Day, type Period } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { MatchId } from '../kernel/ids.js';
import type { Command } from '../kernel/messages.js';
import { judgeOnOffer, type NotOnOffer } from './on-offer.js';
import { ANYTHING, FAR_DAY } from './samples.js';
import type { Held, Workplace } from './workplace.js';
import type { WorkplaceReserved } from './workplace.events.js';

/** For which match, and until which day or for how long. */
type Keeping = Readonly<{ matchId: MatchId }> & (Readonly<{ lapsesOn: Day }> | Readonly<{ keptFor: Period }>);

/** Keeps the place for a match; this stream decides who gets what is scarce, and is written first. */
export type ReserveWorkplace = Command<'ReserveWorkplace', Keeping>;

/** Held for this match already. */
export type HeldAlready =
  { code: 'already-reserved'; matchId: MatchId; reservedOn: Day } | { code: 'already-filled'; matchId: MatchId; filledOn: Day };

/** Held for another match, which is not told. */
export type PlaceTaken = { code: 'place-taken'; since: Day };

export type CannotReserveWorkplace =
  NotOnOffer | HeldAlready | PlaceTaken | { code: 'lapses-before-reservation'; lapsesOn: Day; reservedOn: Day };

/** Proposes exactly one `WorkplaceReserved`. How long it is kept counts from the day on which that is recorded, whatever day it is said of. */
export function reserveWorkplace({ on, data, meta }: ReserveWorkplace & { on: Day }): [WorkplaceReserved] {
  const lapsesOn = 'keptFor' in data ? addPeriod(meta.today, data.keptFor) : data.lapsesOn;
  return [{ type: 'WorkplaceReserved', occurredOn: on, data: { matchId: data.matchId, lapsesOn } }];
}

/** What `next-steps` may try: a reservation for any match. */
export function offerReservations({ offered }: Workplace): Offers<ReserveWorkplace, CannotReserveWorkplace> {
  return { subjects: offered ? [{ matchId: ANYTHING, lapsesOn: FAR_DAY }] : [], none: 'workplace-not-offered' };
}

/**
 * A place is reserved for one match at a time, until the same or a later day.
 *
 * Errors: `workplace-not-offered`; `before-offer`; `workplace-withdrawn`; `already-reserved`; `already-filled`; `place-taken`; `lapses-before-reservation`.
 * Source, docs/rules.md.
 */
export function judgeReservation(
  { occurredOn, data: { matchId, lapsesOn } }: WorkplaceReserved,
  workplace: Workplace,
): CannotReserveWorkplace | undefined {
  const refusal = judgeOnOffer(occurredOn, workplace);
  if (refusal) return refusal;

  const taken = judgeFree(matchId, workplace);
  if (taken) return taken;

  if (workplace.held) return heldAlready(matchId, workplace.held);
  if (lapsesOn < occurredOn) return { code: 'lapses-before-reservation', lapsesOn, reservedOn: occurredOn };
}

/** Errors: `place-taken` where another match has it. */
export function judgeFree(matchId: MatchId | null, { held }: Workplace): PlaceTaken | undefined {
  return held && held.matchId !== matchId ? { code: 'place-taken', since: held.since } : undefined;
}

const heldAlready = (matchId: MatchId, { as, since }: Held): HeldAlready =>
  as === 'reserved'
    ? { code: 'already-reserved', matchId, reservedOn: since }
    : { code: 'already-filled', matchId, filledOn: since };
