import type { Day } from '../kernel/days.js';
import type { SeriesId } from '../kernel/ids.js';

/** That a meeting's series stands still on the day of the meeting: suspended from a day, or over after one. */
export type SeriesStandsStill =
  | { code: 'series-suspended'; seriesId: SeriesId; heldOn: Day; suspendedFrom: Day }
  | { code: 'series-over'; seriesId: SeriesId; heldOn: Day; lastOn: Day };

/** A meeting that is to be held, seen from its series: `scheduledOn` is the day on which that was decided. */
export type InSeries = Readonly<{ seriesId: SeriesId; scheduledOn: Day; heldOn: Day }>;

/**
 * Whether the series of a meeting stands still on its day, as the series was on the day of scheduling.
 * The application answers it from the other stream, which is read before deciding; nothing rests on writing both.
 */
export type LooksAtSeries = (meeting: InSeries) => SeriesStandsStill | undefined;
