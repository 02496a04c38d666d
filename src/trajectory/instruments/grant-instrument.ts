import { LAST_DAY, type Day } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { Code } from '../../kernel/fields.events.js';
import type { InstrumentId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Instrument, Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';
import { placementIdsOf, type NoSuchPlacement } from '../within-placement.js';

type InstrumentGranted = TrajectoryEventOf<'InstrumentGranted'>;

/** Records what was granted, and under which version of which ruleset; what it comes to is not calculated here. */
export type GrantInstrument = Command<'GrantInstrument', Omit<InstrumentGranted['data'], 'instrumentId'>>;

export type CannotGrantInstrument =
  | NotInPhase
  | NoSuchPlacement
  | { code: 'until-before-from'; from: Day; until: Day }
  | { code: 'already-granted'; instrumentId: InstrumentId; kind: InstrumentGranted['data']['kind'] };

/** The ruleset of the sample. */
const SOME_RULES = { id: 'some-ruleset' as Code<'ruleset'>, version: 1 };

/** Proposes exactly one `InstrumentGranted`, on the day of the decision. */
export function grantInstrument(command: Dated<GrantInstrument>): [InstrumentGranted] {
  return [fact('InstrumentGranted', command, { instrumentId: command.meta.newId('instrument'), ...command.data })];
}

/** What `next-steps` may try: something else that is granted, per placement and beside them. */
export function offerInstruments(state: Trajectory): Offers<GrantInstrument, CannotGrantInstrument> {
  const sample = { kind: 'other', rules: SOME_RULES, from: LAST_DAY, until: null } as const;
  const subjects = [null, ...placementIdsOf(state)].map((placementId) => ({ placementId, ...sample }));
  return { subjects, none: 'not-started' };
}

/**
 * One instrument of a kind at a time for a placement; only what is called something else may be granted beside its like.
 * A decision may come after the placement, or after the closing.
 *
 * Units: days, first and last one inclusive.
 * Errors: `no-such-placement`, also on the days before it began; `until-before-from`; `already-granted`; those of the phase.
 * Source: R-324, docs/rules.md: Participatiewet art. 10d(9), 2026-07-01, for the wage cost subsidy.
 */
export function judgeGrant(
  event: InstrumentGranted,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotGrantInstrument | undefined {
  const refusal = judgeInPhase(event, state, rules);
  if (refusal) return refusal;

  const { placementId, kind, from, until } = event.data;
  if (placementId !== null && !state.placements.has(placementId)) return { code: 'no-such-placement', placementId };
  if (until !== null && until < from) return { code: 'until-before-from', from, until };

  const same = [...state.instruments].find(([, other]) => isForTheSame(event, other) && overlap(event.data, other));
  if (same && kind !== 'other') return { code: 'already-granted', instrumentId: same[0], kind };
}

const isForTheSame = ({ data: { placementId, kind } }: InstrumentGranted, other: Instrument): boolean =>
  other.kind === kind && other.placementId === placementId;

/** Whether two stretches of days have a day in common; one that ended has its last day on the day of its end. */
function overlap(one: Readonly<{ from: Day; until: Day | null }>, { from, until, endedOn }: Instrument): boolean {
  const last = endedOn ?? until;
  return (last === null || one.from <= last) && (one.until === null || from <= one.until);
}
