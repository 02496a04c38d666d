import type { Offers } from '../../kernel/decider.js';
import type { MatchId, PlacementId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';
import { PLACE_REASONS } from './match.events.js';
import { matchIdsOf, type MatchFell, type NoSuchMatch } from './matches.js';

type MatchFellThrough = TrajectoryEventOf<'MatchFellThrough'>;

/** Records that a match came to nothing, before or after both said yes. */
export type LetMatchFall = Command<'LetMatchFall', MatchFellThrough['data']>;

export type CannotLetMatchFall =
  | NotInPhase
  | NoSuchMatch
  | MatchFell
  | { code: 'already-placed'; matchId: MatchId; placementId: PlacementId }
  | { code: 'match-without-workplace'; matchId: MatchId };

/** Proposes exactly one `MatchFellThrough`. */
export function letMatchFall(command: Dated<LetMatchFall>): [MatchFellThrough] {
  return [fact('MatchFellThrough', command, command.data)];
}

/** What `next-steps` may try: each match, given up by the municipality. */
export function offerFalls(state: Trajectory): Offers<LetMatchFall, CannotLetMatchFall> {
  const sample = { by: 'municipality', reason: 'other' } as const;
  return { subjects: matchIdsOf(state).map((matchId) => ({ matchId, ...sample })), none: 'no-such-match' };
}

/**
 * A match falls through once, made or not, and not once a placement names it: that placement ends.
 * That a place is taken, or its reservation lapsed, is said only of a match with a workplace.
 *
 * Errors: `no-such-match`; `match-fell`; `already-placed`; `match-without-workplace`; those of the phase.
 * Source, docs/rules.md.
 */
export function judgeFall(event: MatchFellThrough, state: Trajectory, rules: TrajectoryRules): CannotLetMatchFall | undefined {
  const refusal = judgeInPhase(event, state, rules);
  if (refusal) return refusal;

  const { matchId } = event.data;
  const match = state.matches.get(matchId);
  if (!match) return { code: 'no-such-match', matchId };
  if (match.fellOn !== null) return { code: 'match-fell', matchId, fellOn: match.fellOn };
  if (match.placementId !== null) return { code: 'already-placed', matchId, placementId: match.placementId };
  if (match.workplaceId === null && PLACE_REASONS.includes(event.data.reason))
    return { code: 'match-without-workplace', matchId };
}
