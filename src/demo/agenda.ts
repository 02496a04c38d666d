/** Something to do at a moment; what it does may put more on the agenda, never before its own moment. */
type Entry = Readonly<{ at: string; order: number; work: () => Promise<void> }>;

/**
 * What happens when, on one calendar: entries run by moment, those of one moment in the order in which they were put there.
 * Moments are local times of the Netherlands as text (`2019-09-05T10:00`), ordered as text.
 */
export class Agenda {
  private readonly entries: Entry[] = [];
  private order = 0;
  private ran = 0;

  put(at: string, work: () => Promise<void>): void {
    this.order += 1;
    this.entries.push({ at, order: this.order, work });
    this.entries.sort((one, other) => (one.at === other.at ? one.order - other.order : one.at < other.at ? -1 : 1));
  }

  /** Runs all there is; `reach` is called before the first entry of each moment. */
  async run(reach: (at: string) => Promise<void>, onProgress: (ran: number, left: number) => void): Promise<void> {
    let now = '';
    for (let next = this.entries.shift(); next; next = this.entries.shift()) {
      if (next.at !== now) await reach(next.at);
      now = next.at;
      await next.work();
      this.ran += 1;
      onProgress(this.ran, this.entries.length);
    }
  }
}

/** The day so many days later. */
export function daysAfter(day: string, days: number): string {
  const at = new Date(`${day}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** The moment in UTC; summer time of 2019 ended on 27 October and that of 2020 began on 29 March, both at 01:00 UTC. */
export function inUtc(at: string): string {
  const summer = at < '2019-10-27T03:00' || at >= '2020-03-29T03:00';
  return `${at}:00${summer ? '+02:00' : '+01:00'}`;
}
