import { LAST_DAY, type Day } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { Code } from '../../kernel/fields.events.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';
import { judgeWithin, placementIdsOf, type OutsidePlacement } from '../within-placement.js';

type LoonwaardeMeasured = TrajectoryEventOf<'LoonwaardeMeasured'>;

/** Records a measurement at the work of a placement; each stands for its own dates. */
export type MeasureLoonwaarde = Command<'MeasureLoonwaarde', Omit<LoonwaardeMeasured['data'], 'measurementId'>>;

export type CannotMeasureLoonwaarde = NotInPhase | OutsidePlacement | { code: 'until-before-from'; from: Day; until: Day };

const SAMPLE = {
  percent: 100,
  method: 'some-method' as Code<'loonwaarde-method'>,
  normFunction: 'some-function' as Code<'norm-function'>,
  validFrom: LAST_DAY,
  validUntil: null,
};

/** Proposes exactly one `LoonwaardeMeasured`, on the day of the measurement. */
export function measureLoonwaarde(command: Dated<MeasureLoonwaarde>): [LoonwaardeMeasured] {
  return [fact('LoonwaardeMeasured', command, { measurementId: command.meta.newId('measurement'), ...command.data })];
}

/** What `next-steps` may try: a measurement per placement. */
export function offerMeasurements(state: Trajectory): Offers<MeasureLoonwaarde, CannotMeasureLoonwaarde> {
  const subjects = placementIdsOf(state).map((placementId) => ({ placementId, ...SAMPLE }));
  return { subjects, none: 'no-such-placement' };
}

/**
 * What is measured is the work in a placement, on a day of it.
 *
 * Errors: `until-before-from`; those of `judgeWithin` and of the phase.
 * Source: R-326, docs/rules.md: "Weeffouten in loonwaarde systematiek voorkomen", Praktijktafel Twente.
 */
export function judgeMeasurement(
  event: LoonwaardeMeasured,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotMeasureLoonwaarde | undefined {
  const refusal = judgeInPhase(event, state, rules) ?? judgeWithin(event, state);
  if (refusal) return refusal;

  const { validFrom: from, validUntil: until } = event.data;
  if (until !== null && until < from) return { code: 'until-before-from', from, until };
}
