import type { Day } from '../../kernel/days.js';
import type { MeasurementId } from '../../kernel/ids.js';
import { SIDES, type Side } from '../../programme/terms.js';
import type { Trajectory } from '../trajectory.js';

export type NoSuchMeasurement = Readonly<{ code: 'no-such-measurement'; measurementId: MeasurementId }>;
export type ObjectionDecided = Readonly<{ code: 'objection-decided'; measurementId: MeasurementId; by: Side; decidedOn: Day }>;

/** Each side of each measurement: who may object. */
export function objectorsIn({ measurements }: Trajectory): readonly Readonly<{ measurementId: MeasurementId; by: Side }>[] {
  return [...measurements.keys()].flatMap((measurementId) => SIDES.map((by) => ({ measurementId, by })));
}
