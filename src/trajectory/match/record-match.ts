import type { Offers } from '../../kernel/decider.js';
import type { MatchId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import type { Side } from '../../programme/terms.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeUnderWay, type NotUnderWay, type TrajectoryRules } from '../under-way.js';
import { bothInterested, judgeMatchOpen, matchIdsOf, type MatchFell, type MatchIsMade, type NoSuchMatch } from './matches.js';

type MatchMade = TrajectoryEventOf<'MatchMade'>;

/** Records that both said yes, where only corrections brought that about, or that the workplace is reserved; otherwise it comes with the second yes. */
export type RecordMatch = Command<'RecordMatch', MatchMade['data']>;

export type CannotRecordMatch =
  | NotUnderWay
  | NoSuchMatch
  | MatchFell
  | MatchIsMade
  | { code: 'not-both-interested'; matchId: MatchId; interested: readonly Side[] };

/** Proposes exactly one `MatchMade`. */
export function recordMatch(command: Dated<RecordMatch>): [MatchMade] {
  return [fact('MatchMade', command, command.data)];
}

/** What `next-steps` may try: each match. */
export function offerRecords(state: Trajectory): Offers<RecordMatch, CannotRecordMatch> {
  return { subjects: matchIdsOf(state).map((matchId) => ({ matchId })), none: 'no-such-match' };
}

/**
 * A match is made once, and only when the last word of both sides is yes.
 *
 * Errors: `no-such-match`; `match-fell`; `match-made`; `not-both-interested`; those of being under way.
 * Source: R-11, docs/rules.md: "Als het klikt".
 */
export function judgeMade(event: MatchMade, state: Trajectory, rules: TrajectoryRules): CannotRecordMatch | undefined {
  const refusal = judgeUnderWay(event, state, rules) ?? judgeMatchOpen(event, state);
  if (refusal) return refusal;

  const { matchId } = event.data;
  const match = state.matches.get(matchId);
  if (!match) return { code: 'no-such-match', matchId };
  if (match.madeOn !== null) return { code: 'match-made', matchId, madeOn: match.madeOn };
  if (!bothInterested(match)) {
    const interested = (['candidate', 'employer'] as const).filter((side) => match.says[side]?.interested);
    return { code: 'not-both-interested', matchId, interested };
  }
}
