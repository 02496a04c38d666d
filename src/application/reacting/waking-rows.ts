import type { Loop } from '../ports/loops.js';
import type { LookRows } from '../ports/look-rows.js';

/** The projections that reactions look things up in. */
type Asked = Readonly<Record<'trajectories' | 'meeting-interests', Pick<Loop, 'wake'>>>;

/** The same rows, whose projection is woken whenever it is asked: a reaction that waits for the log's end waits for no pace. */
export function wakingRows(rows: LookRows, projections: Asked): LookRows {
  return {
    roundsOf: (tenant, candidateId) => {
      projections.trajectories.wake();
      return rows.roundsOf(tenant, candidateId);
    },
    trajectoriesFor: (tenant, workplaceId) => {
      projections.trajectories.wake();
      return rows.trajectoriesFor(tenant, workplaceId);
    },
    meetingInterestsOf: (tenant, who) => {
      projections['meeting-interests'].wake();
      return rows.meetingInterestsOf(tenant, who);
    },
  };
}
