import type { Day } from '../../kernel/days.js';
import type { MatchId } from '../../kernel/ids.js';
import type { Match, Trajectory } from '../trajectory.js';

export type NoSuchMatch = Readonly<{ code: 'no-such-match'; matchId: MatchId }>;
export type MatchFell = Readonly<{ code: 'match-fell'; matchId: MatchId; fellOn: Day }>;
export type MatchIsMade = Readonly<{ code: 'match-made'; matchId: MatchId; madeOn: Day }>;
export type MatchNotMade = Readonly<{ code: 'match-not-made'; matchId: MatchId }>;

type AboutMatch = Readonly<{ occurredOn: Day; data: Readonly<{ matchId: MatchId }> }>;

/**
 * A match is spoken of from its proposal until the day on which it fell through, that day included.
 *
 * Errors: `no-such-match`; `match-fell`.
 * Source: R-10, docs/rules.md.
 */
export function judgeMatchOpen(
  { occurredOn, data: { matchId } }: AboutMatch,
  { matches }: Trajectory,
): NoSuchMatch | MatchFell | undefined {
  const match = matches.get(matchId);
  if (!match) return { code: 'no-such-match', matchId };
  if (match.fellOn !== null && match.fellOn < occurredOn) return { code: 'match-fell', matchId, fellOn: match.fellOn };
}

/**
 * What follows on a match needs that both said yes.
 *
 * Errors: `no-such-match`; `match-fell`; `match-not-made`.
 * Source: R-12, docs/rules.md.
 */
export function judgeMatchMade(event: AboutMatch, state: Trajectory): NoSuchMatch | MatchFell | MatchNotMade | undefined {
  const refusal = judgeMatchOpen(event, state);
  if (refusal) return refusal;

  const { matchId } = event.data;
  if (state.matches.get(matchId)?.madeOn === null) return { code: 'match-not-made', matchId };
}

/** Whether the last words of both sides are a yes. */
export const bothInterested = ({ says }: Match): boolean =>
  says.candidate?.interested === true && says.employer?.interested === true;

/** The matches of a trajectory by id, in the order in which they were proposed. */
export const matchIdsOf = ({ matches }: Trajectory): readonly MatchId[] => [...matches.keys()];
