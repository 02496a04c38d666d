import { laterOf } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { MatchId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import { SIDES } from '../../programme/terms.js';
import { fact, type Dated } from '../facts.js';
import type { Match, Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeUnderWay, type NotUnderWay, type TrajectoryRules } from '../under-way.js';
import { judgeMatchOpen, matchIdsOf, type MatchFell, type MatchIsMade, type NoSuchMatch } from './matches.js';

type InterestExpressed = TrajectoryEventOf<'InterestExpressed'>;
type MatchMade = TrajectoryEventOf<'MatchMade'>;

/** Records what one side says to a match; until the match is made, a side may come back on its word. */
export type ExpressInterest = Command<'ExpressInterest', InterestExpressed['data']>;

export type CannotExpressInterest = NotUnderWay | NoSuchMatch | MatchFell | MatchIsMade | { code: 'reason-missing' };

/** Proposes `InterestExpressed`, and with the second yes `MatchMade`, on the later of the days of both; not where a workplace must be reserved first. */
export function expressInterest(
  command: Dated<ExpressInterest>,
  _: Trajectory,
  now: Trajectory,
): [InterestExpressed] | [InterestExpressed, MatchMade] {
  const { matchId } = command.data;
  const expressed = fact('InterestExpressed', command, command.data);
  const other = otherYes(command, now.matches.get(matchId));

  return other ? [expressed, fact('MatchMade', { on: laterOf(command.on, other.on) }, { matchId })] : [expressed];
}

/** What `next-steps` may try: a yes and a no of each side, per match. */
export function offerInterest(state: Trajectory): Offers<ExpressInterest, CannotExpressInterest> {
  const words = (matchId: MatchId) =>
    SIDES.flatMap((by) => [
      { matchId, by, interested: true, reason: null },
      { matchId, by, interested: false, reason: 'other' as const },
    ]);
  return { subjects: matchIdsOf(state).flatMap(words), none: 'no-such-match' };
}

/**
 * Each side speaks for itself, and a no says why; after both said yes, who withdraws lets the match fall through.
 *
 * Errors: `no-such-match`; `match-fell`; `match-made`; `reason-missing`; those of being under way.
 * Source: R-10, docs/rules.md.
 */
export function judgeInterest(
  event: InterestExpressed,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotExpressInterest | undefined {
  const refusal = judgeUnderWay(event, state, rules) ?? judgeMatchOpen(event, state);
  if (refusal) return refusal;

  const { matchId, interested, reason } = event.data;
  const madeOn = state.matches.get(matchId)?.madeOn ?? null;
  if (madeOn !== null) return { code: 'match-made', matchId, madeOn };
  if (!interested && reason === null) return { code: 'reason-missing' };
}

/** The yes of the other side that this one completes, if the match is still open and this side says nothing else later. */
function otherYes({ on, data: { by, interested } }: Dated<ExpressInterest>, match: Match | undefined) {
  if (!interested || !match || !isMadeByTheSecondYes(match)) return undefined;

  const own = match.says[by];
  const other = match.says[by === 'candidate' ? 'employer' : 'candidate'];
  const isLastWord = !own || own.on <= on;
  return isLastWord && other?.interested ? other : undefined;
}

const isMadeByTheSecondYes = ({ workplaceId, madeOn, fellOn }: Match): boolean =>
  workplaceId === null && madeOn === null && fellOn === null;
