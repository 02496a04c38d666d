import type { Offers } from '../../kernel/decider.js';
import type { EmployerId, MatchId } from '../../kernel/ids.js';
import type { Command, Meta } from '../../kernel/messages.js';
import type { Side } from '../../programme/terms.js';
import { fact, type Dated } from '../facts.js';
import type { Match, Placement, Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeUnderWay, type NotUnderWay, type TrajectoryRules } from '../under-way.js';

type MatchProposed = TrajectoryEventOf<'MatchProposed'>;
type Proposal = Omit<MatchProposed['data'], 'matchId'>;

/** Proposes that these two may suit each other; `interested` are those who have said so already, as at a meeting. */
export type ProposeMatch = Command<'ProposeMatch', Proposal & Readonly<{ interested: readonly Side[] }>>;

export type CannotProposeMatch = NotUnderWay | { code: 'already-proposed'; matchId: MatchId; employerId: EmployerId };

/** An employer whom no trajectory knows: the sample for a match that is new. */
const SOME_EMPLOYER = '00000000-0000-5000-8000-000000000000' as EmployerId;

/**
 * Proposes `MatchProposed`, an `InterestExpressed` for each who said yes, and `MatchMade` when both did;
 * a match with a workplace is made once that is reserved, by `RecordMatch`.
 * From a meeting the match's id follows from trajectory, meeting and employer, so that it is the same whoever proposes it.
 */
export function proposeMatch(
  command: Dated<ProposeMatch>,
  now: Trajectory,
): (MatchProposed | TrajectoryEventOf<'InterestExpressed'> | TrajectoryEventOf<'MatchMade'>)[] {
  const { interested, ...proposal } = command.data;
  const matchId = matchIdOf(proposal, now, command.meta);
  const sides = [...new Set(interested)];

  return [
    fact('MatchProposed', command, { matchId, ...proposal }),
    ...sides.map((by) => fact('InterestExpressed', { on: command.on }, { matchId, by, interested: true, reason: null })),
    ...(sides.length === 2 && proposal.workplaceId === null ? [fact('MatchMade', { on: command.on }, { matchId })] : []),
  ];
}

/** What `next-steps` may try: an employer who is new here, and each who is not. */
export function offerMatches({ matches }: Trajectory): Offers<ProposeMatch, CannotProposeMatch> {
  const employers = new Set([SOME_EMPLOYER, ...[...matches.values()].map(({ employerId }) => employerId)]);
  const sample = { meetingId: null, workplaceId: null, because: 'caseworker-saw', interested: [] } as const;
  return { subjects: [...employers].map((employerId) => ({ employerId, ...sample })), none: 'not-started' };
}

/**
 * One match at a time with an employer without a workplace, one at a time for a workplace, and one per meeting with an employer ever.
 *
 * Units: days; a match that fell through, or whose placement ended, on a day makes room on that day.
 * Errors: `already-proposed`; those of being under way.
 * Source, docs/rules.md.
 */
export function judgeProposal(event: MatchProposed, state: Trajectory, rules: TrajectoryRules): CannotProposeMatch | undefined {
  const refusal = judgeUnderWay(event, state, rules);
  if (refusal) return refusal;

  const { matchId: proposed } = event.data;
  for (const [matchId, match] of state.matches) {
    const stillOpen = isInTheWay(event, match) && isOpen(match, state.placements);
    if (matchId === proposed || isSamePair(event, match) || stillOpen)
      return { code: 'already-proposed', matchId, employerId: match.employerId };
  }
}

const isSamePair = ({ data: { meetingId, employerId } }: MatchProposed, match: Match): boolean =>
  meetingId !== null && match.meetingId === meetingId && match.employerId === employerId;

/** Whether this one could not be proposed beside it while it is open. */
const isInTheWay = ({ data: { employerId, workplaceId } }: MatchProposed, match: Match): boolean =>
  match.employerId === employerId && (match.workplaceId === null || match.workplaceId === workplaceId);

function isOpen({ fellOn, placementId }: Match, placements: ReadonlyMap<string, Placement>): boolean {
  if (fellOn !== null) return false;
  return placementId === null || placements.get(placementId)?.endedOn === null;
}

function matchIdOf({ meetingId, employerId }: Proposal, { subject, begunIn }: Trajectory, meta: Meta): MatchId {
  if (meetingId === null || !subject || !begunIn) return meta.newId('match');

  const trajectoryId = meta.idOf(['round', subject.candidateId, begunIn, subject.round]);
  return meta.idOf(['match', trajectoryId, meetingId, employerId]);
}
