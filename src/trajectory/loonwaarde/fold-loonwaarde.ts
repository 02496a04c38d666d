import type { MeasurementId } from '../../kernel/ids.js';
import type { Side } from '../../programme/terms.js';
import { added, changed, type Folds, type Trajectory } from '../trajectory.js';
import type { loonwaardeVocabulary } from './loonwaarde.events.js';
import type { Objection } from '../trajectory.js';

/** Every measurement stays known; of an objection the first day of each step counts. */
export const foldLoonwaarde: Folds<keyof typeof loonwaardeVocabulary> = {
  LoonwaardeMeasured: (state, { data: { measurementId } }) => ({
    ...state,
    measurements: added(state.measurements, measurementId, { objections: { candidate: null, employer: null } }),
  }),
  LoonwaardeObjectionFiled: (state, { occurredOn, data: { measurementId, by } }) =>
    withObjection(state, { measurementId, by }, (objection) => objection ?? { filedOn: occurredOn, decidedOn: null }),
  LoonwaardeObjectionDecided: (state, { occurredOn, data: { measurementId, by } }) =>
    withObjection(
      state,
      { measurementId, by },
      (objection) => objection && { ...objection, decidedOn: objection.decidedOn ?? occurredOn },
    ),
};

function withObjection(
  state: Trajectory,
  { measurementId, by }: Readonly<{ measurementId: MeasurementId; by: Side }>,
  change: (objection: Objection | null) => Objection | null,
): Trajectory {
  const measurements = changed(state.measurements, measurementId, ({ objections }) => ({
    objections: { ...objections, [by]: change(objections[by]) },
  }));
  return { ...state, measurements };
}
