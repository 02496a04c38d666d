import type { Offers } from '../../kernel/decider.js';
import type { MatchId } from '../../kernel/ids.js';
import type { Command, Seal } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeUnderWay, type NotUnderWay, type TrajectoryRules } from '../under-way.js';

type IncomeEffectDiscussed = TrajectoryEventOf<'IncomeEffectDiscussed'>;

/** Records that it was talked about what a job does to the income; the seal holds the amounts. */
export type DiscussIncomeEffect = Command<'DiscussIncomeEffect', IncomeEffectDiscussed['data']> & { seal: Seal };

export type CannotDiscussIncomeEffect = NotUnderWay | { code: 'no-such-match'; matchId: MatchId };

/** Proposes exactly one `IncomeEffectDiscussed`. */
export function discussIncomeEffect(command: Dated<DiscussIncomeEffect>): [IncomeEffectDiscussed] {
  return [fact('IncomeEffectDiscussed', command, command.data)];
}

/** What `next-steps` may try: a talk about work in general, and about each match. */
export function offerIncomeTalks({ matches }: Trajectory): Offers<DiscussIncomeEffect, CannotDiscussIncomeEffect> {
  return { subjects: [null, ...matches.keys()].map((matchId) => ({ matchId })), none: 'not-started' };
}

/**
 * The talk is about work in general, or about a match that was proposed.
 *
 * Errors: `no-such-match`; those of being under way.
 * Source: R-228, docs/rules.md: "werk moet lonen", Praktijktafel Twente.
 */
export function judgeIncomeTalk(
  event: IncomeEffectDiscussed,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotDiscussIncomeEffect | undefined {
  const refusal = judgeUnderWay(event, state, rules);
  if (refusal) return refusal;

  const { matchId } = event.data;
  if (matchId !== null && !state.matches.has(matchId)) return { code: 'no-such-match', matchId };
}
