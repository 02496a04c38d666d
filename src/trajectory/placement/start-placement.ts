import type { Day } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { EmployerId, MatchId, PlacementId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import type { AgreementSubject, PlacementKind } from '../../programme/terms.js';
import { fact, type Dated } from '../facts.js';
import type { Match, Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeUnderWay, type NotUnderWay, type TrajectoryRules } from '../under-way.js';

type PlacementStarted = TrajectoryEventOf<'PlacementStarted'>;

/** Records the first day of a placement that came of a match. */
export type StartPlacement = Command<'StartPlacement', Omit<PlacementStarted['data'], 'placementId'>>;

export type CannotStartPlacement =
  | NotUnderWay
  | { code: 'no-such-match'; matchId: MatchId }
  | { code: 'match-fell'; matchId: MatchId; fellOn: Day }
  | { code: 'match-not-made'; matchId: MatchId }
  | { code: 'other-employer'; employerId: EmployerId; matchedWith: EmployerId }
  | { code: 'already-placed'; matchId: MatchId; placementId: PlacementId }
  | { code: 'placement-kind-not-allowed'; kind: PlacementKind; allowed: readonly PlacementKind[] }
  | { code: 'until-before-start'; startedOn: Day; until: Day }
  | NotAgreed;

/** What the programme demands before a placement, and is not there. */
export type NotAgreed =
  | { code: 'talk-missing'; matchId: MatchId }
  | { code: 'plan-missing' }
  | { code: 'agreement-missing'; missing: readonly AgreementSubject[] };

/** Proposes exactly one `PlacementStarted`. */
export function startPlacement(command: Dated<StartPlacement>): [PlacementStarted] {
  return [fact('PlacementStarted', command, { placementId: command.meta.newId('placement'), ...command.data })];
}

/** What `next-steps` may try: the first kind that the programme allows, per match. */
export function offerPlacements(
  { matches }: Trajectory,
  { programme }: TrajectoryRules,
): Offers<StartPlacement, CannotStartPlacement> {
  const kind = programme?.definition.placementKinds[0] ?? 'job';
  const sample = { kind, location: 'external', contract: 'fixed-term', hoursPerWeek: 24, until: null } as const;
  const subjects = [...matches].map(([matchId, { employerId }]) => ({ matchId, employerId, ...sample }));
  return { subjects, none: 'no-such-match' };
}

/**
 * A placement comes of one match that was made, with its employer, once what the programme demands was agreed.
 *
 * Errors: `no-such-match`; `match-fell`; `match-not-made`; `other-employer`; `already-placed`; `placement-kind-not-allowed`;
 * `until-before-start`; `talk-missing`; `plan-missing`; `agreement-missing`; those of being under way.
 * Source, docs/rules.md.
 */
export function judgePlacement(
  event: PlacementStarted,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotStartPlacement | undefined {
  const refusal = judgeUnderWay(event, state, rules);
  if (refusal) return refusal;

  const match = state.matches.get(event.data.matchId);
  if (!match) return { code: 'no-such-match', matchId: event.data.matchId };
  return judgeMatched(event, match) ?? judgeTerms(event, rules) ?? judgeAgreed(event, { match, state, rules });
}

function judgeMatched(
  { occurredOn, data: { matchId, employerId } }: PlacementStarted,
  match: Match,
): CannotStartPlacement | undefined {
  const { fellOn, madeOn, placementId } = match;
  if (fellOn !== null && fellOn < occurredOn) return { code: 'match-fell', matchId, fellOn };
  if (madeOn === null) return { code: 'match-not-made', matchId };
  if (placementId !== null) return { code: 'already-placed', matchId, placementId };
  if (employerId !== match.employerId) return { code: 'other-employer', employerId, matchedWith: match.employerId };
}

function judgeTerms(
  { occurredOn, data: { kind, until } }: PlacementStarted,
  rules: TrajectoryRules,
): CannotStartPlacement | undefined {
  const allowed = rules.programme?.definition.placementKinds ?? [];
  if (!allowed.includes(kind)) return { code: 'placement-kind-not-allowed', kind, allowed };
  if (until !== null && until < occurredOn) return { code: 'until-before-start', startedOn: occurredOn, until };
}

function judgeAgreed(
  { data: { matchId } }: PlacementStarted,
  { match, state, rules }: Readonly<{ match: Match; state: Trajectory; rules: TrajectoryRules }>,
): NotAgreed | undefined {
  const demanded = rules.programme?.definition.beforePlacement;
  if (!demanded) return undefined;
  if (demanded.talk && match.talkedOn === null) return { code: 'talk-missing', matchId };

  const plan = [...state.plans.values()].at(-1);
  if (demanded.plan && !plan) return { code: 'plan-missing' };

  const missing = demanded.agreements.filter((subject) => !plan?.agreed.includes(subject));
  if (missing.length > 0) return { code: 'agreement-missing', missing };
}
