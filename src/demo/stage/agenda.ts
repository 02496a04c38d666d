import { addDays, addMicroseconds, startOf, type Day, type Instant } from '../../kernel/days.js';
import { eachOf } from './each-of.js';

/** Something to do at a moment; what it does may put more on the agenda, never before its own moment. */
type Entry = Readonly<{ at: string; order: number; work: () => Promise<void> }>;

/**
 * What happens when, on one calendar. Moments are local times of the Netherlands as text (`2019-09-05T10:00`), ordered as text.
 *
 * Entries of one moment are played several at a time, so each writes to streams of its own and draws chance of its own; what of
 * them is put at that same moment follows after all of them.
 */
export class Agenda {
  private readonly entries: Entry[] = [];
  private order = 0;

  put(at: string, work: () => Promise<void>): void {
    this.order += 1;
    this.entries.push({ at, order: this.order, work });
  }

  /** Runs all there is; `reach` is called before the entries of each moment. */
  async run(reach: (at: string) => Promise<void>): Promise<void> {
    let now = '';
    for (let next = this.takeNext(); next.length > 0; next = this.takeNext()) {
      const [{ at }] = next;
      if (at < now) throw new Error(`something was put on the agenda for ${at}, and it was ${now} by then`);
      if (at !== now) await reach(at);
      now = at;
      await eachOf(next, ({ work }) => work());
    }
  }

  /** Takes what stands at the earliest moment, in the order in which it was put there. */
  private takeNext(): Entry[] {
    const at = this.entries.reduce<string | null>(
      (least, entry) => (least === null || entry.at < least ? entry.at : least),
      null,
    );
    const next = this.entries.filter((entry) => entry.at === at).sort((one, other) => one.order - other.order);
    for (const entry of next) this.entries.splice(this.entries.indexOf(entry), 1);
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
