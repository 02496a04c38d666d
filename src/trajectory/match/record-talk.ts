import type { Offers } from '../../kernel/decider.js';
import type { Command } from '../../kernel/messages.js';
import { PARTIES, type Party } from '../../programme/terms.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeUnderWay, type NotUnderWay, type TrajectoryRules } from '../under-way.js';
import { judgeMatchMade, matchIdsOf, type MatchFell, type MatchNotMade, type NoSuchMatch } from './matches.js';

type TripartiteTalkHeld = TrajectoryEventOf<'TripartiteTalkHeld'>;

/** Records that candidate, employer and municipality talked further about a match. */
export type RecordTalk = Command<'RecordTalk', TripartiteTalkHeld['data']>;

export type CannotRecordTalk =
  NotUnderWay | NoSuchMatch | MatchFell | MatchNotMade | { code: 'participant-missing'; missing: readonly Party[] };

/** Proposes exactly one `TripartiteTalkHeld`. */
export function recordTalk(command: Dated<RecordTalk>): [TripartiteTalkHeld] {
  return [fact('TripartiteTalkHeld', command, command.data)];
}

/** What `next-steps` may try: a talk of all three, per match. */
export function offerTalks(state: Trajectory): Offers<RecordTalk, CannotRecordTalk> {
  return { subjects: matchIdsOf(state).map((matchId) => ({ matchId, participants: PARTIES })), none: 'no-such-match' };
}

/**
 * A talk is about a match that was made, and all three take part.
 *
 * Errors: `no-such-match`; `match-fell`; `match-not-made`; `participant-missing`; those of being under way.
 * Source: R-12, docs/rules.md: "praten werkzoekende, werkgever en gemeente verder".
 */
export function judgeTalk(event: TripartiteTalkHeld, state: Trajectory, rules: TrajectoryRules): CannotRecordTalk | undefined {
  const refusal = judgeUnderWay(event, state, rules) ?? judgeMatchMade(event, state);
  if (refusal) return refusal;

  const missing = PARTIES.filter((party) => !event.data.participants.includes(party));
  if (missing.length > 0) return { code: 'participant-missing', missing };
}
