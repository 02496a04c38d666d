import { addDays, addMicroseconds, startOf, type Day, type Instant } from '../../kernel/days.js';
import { eachOf } from './each-of.js';

/** Something to do at a moment; what it does may put more on the agenda, never before its own moment. */
type Entry = Readonly<{ at: string; lane: string; work: () => Promise<void> }>;

/**
 * What happens when, on one calendar. Moments are local times of the Netherlands as text (`2019-09-05T10:00`), ordered as text.
 *
 * At one moment several lanes are played at once, each in its own order, so each writes to streams of its own and draws chance of
 * its own; what is put at that same moment meanwhile follows after all of them.
 */
export class Agenda {
  constructor(
    private readonly lane: string,
    private readonly entries: Entry[] = [],
  ) {}

  /** The same calendar, for another who acts in an order of their own. */
  of(lane: string): Agenda {
    return new Agenda(`${this.lane}/${lane}`, this.entries);
  }

  put(at: string, work: () => Promise<void>): void {
    this.entries.push({ at, lane: this.lane, work });
  }

  /** The same at nine in the morning of a day. */
  on(day: string, work: () => Promise<void>): void {
    this.put(`${day}T09:00`, work);
  }

  /** Runs all there is; `reach` is called before the entries of each moment. */
  async run(reach: (at: string) => Promise<void>): Promise<void> {
    let now = '';
    for (let next = this.takeNext(); next.length > 0; next = this.takeNext()) {
      const [{ at }] = next;
      if (at < now) throw new Error(`something was put on the agenda for ${at}, and it was ${now} by then`);
      if (at !== now) await reach(at);
      now = at;
      await eachOf([...new Set(next.map(({ lane }) => lane))], async (lane) => {
        for (const entry of next) if (entry.lane === lane) await entry.work();
      });
    }
  }

  /** Takes what stands at the earliest moment, in the order in which it was put there. */
  private takeNext(): Entry[] {
    const at = this.entries.reduce<string | null>(
      (least, entry) => (least === null || entry.at < least ? entry.at : least),
      null,
    );
    const next = this.entries.filter((entry) => entry.at === at);
    const later = this.entries.filter((entry) => entry.at !== at);
    this.entries.splice(0, this.entries.length, ...later);
    return next;
  }
}

/** The day so many days later. */
export const daysAfter = (day: string, days: number): string => addDays(day as Day, days);

/**
 * The instant of a moment of 03:00 or later: clocks change before that, so it is counted back from the next midnight.
 */
export function instantOf(at: string): Instant {
  const [day, time] = at.split('T');
  const [hours, minutes] = time.split(':').map(Number);
  if (hours < 3) throw new RangeError(`${at} may lie on either side of a change of the clocks`);
  return addMicroseconds(startOf(addDays(day as Day, 1)), -((24 - hours) * 60 - minutes) * 60_000_000);
}
