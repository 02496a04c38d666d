import type { Day } from '../kernel/days.js';
import { assertNever } from '../kernel/decider.js';
import type { SeriesEvent, SeriesStarted, Suspension } from './series.events.js';

/** Days for which no meeting is scheduled: from `from`, until the day before `resumedFrom`; null: no end is known. */
export type Gap = Readonly<{ from: Day; reason: Suspension; resumedFrom: Day | null }>;

/** A series of meetings: what it is for, and on which days it stands still. */
export type Series = Readonly<{
  started: (SeriesStarted['data'] & Readonly<{ on: Day }>) | null;
  /** In the order in which they were told; only the last can be open. */
  gaps: readonly Gap[];
  ended: Readonly<{ on: Day; lastOn: Day }> | null;
}>;

export const noSeries: Series = { started: null, gaps: [], ended: null };

/** Folds one event into the series. Total: a resumption of what was never suspended leaves it as it is. */
export function evolve(state: Series, event: SeriesEvent): Series {
  switch (event.type) {
    case 'SeriesStarted':
      return { ...state, started: { on: event.occurredOn, ...event.data } };
    case 'SeriesSuspended':
      return { ...state, gaps: [...state.gaps, { ...event.data, resumedFrom: null }] };
    case 'SeriesResumed':
      return { ...state, gaps: resumed(state.gaps, event.data.from) };
    case 'SeriesEnded':
      return { ...state, ended: { on: event.occurredOn, ...event.data } };
    default:
      return assertNever(event);
  }
}

function resumed(gaps: Series['gaps'], resumedFrom: Day): Series['gaps'] {
  const open = openGap({ gaps });
  return open ? [...gaps.slice(0, -1), { ...open, resumedFrom }] : gaps;
}

/** The gap that nobody has ended yet. */
export function openGap({ gaps }: Pick<Series, 'gaps'>): Gap | undefined {
  const last = gaps.at(-1);
  return last?.resumedFrom === null ? last : undefined;
}

/** Why no meeting of a series is scheduled for a day. */
export type Standstill = Readonly<{ why: 'suspended'; from: Day; reason: Suspension }> | Readonly<{ why: 'ended'; lastOn: Day }>;

/**
 * Whether the series stands still on a day, and why.
 *
 * Units: a gap includes its first day and excludes the day from which it was resumed; the last day of a series belongs to it.
 * Source: R-413, docs/rules.md.
 */
export function standstillOn({ gaps, ended }: Series, on: Day): Standstill | undefined {
  if (ended && on > ended.lastOn) return { why: 'ended', lastOn: ended.lastOn };

  const gap = gaps.find(({ from, resumedFrom }) => from <= on && (resumedFrom === null || on < resumedFrom));
  return gap && { why: 'suspended', from: gap.from, reason: gap.reason };
}
