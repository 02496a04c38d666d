import { facts } from '../../read-models/facts/facts.projection.js';
import { followUps } from '../../read-models/follow-ups/follow-ups.projection.js';
import { meetingInterests } from '../../read-models/meeting-interests/meeting-interests.projection.js';
import type { AnyProjection } from '../../read-models/projection.js';
import { reservations } from '../../read-models/reservations/reservations.projection.js';
import { timeline } from '../../read-models/timeline/timeline.projection.js';
import { trajectories } from '../../read-models/trajectories/trajectories.projection.js';
import type { EventName } from '../../read-models/vocabularies.js';
import type { Table } from './table.js';
import { factTable, followUpTable, meetingInterestsTable, reservationTable, timelineTable, trajectoryTable } from './tables.js';

/** A projection with its table, whatever its rows. */
export type Shelved = Readonly<{ projection: AnyProjection<never, never>; table: Table<never> }>;

const shelved = <Row, T extends EventName>(projection: AnyProjection<Row, T>, table: Table<Row>): Shelved => ({
  projection: projection as AnyProjection<never, never>,
  table,
});

/** Every projection, by its name. */
export const PROJECTIONS = {
  timeline: shelved(timeline, timelineTable),
  'follow-ups': shelved(followUps, followUpTable),
  trajectories: shelved(trajectories, trajectoryTable),
  'meeting-interests': shelved(meetingInterests, meetingInterestsTable),
  reservations: shelved(reservations, reservationTable),
  facts: shelved(facts, factTable),
} as const;
