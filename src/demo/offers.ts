import type { Api } from './api.js';

type Event = Readonly<{ type: string; streamId: string; data: unknown }>;
type Page = Readonly<{ events: readonly Event[]; next: string | null }>;

/** How much of the feed is asked for at once. */
const LIMIT = 500;

/** Which trajectory was offered to whom, as a caseworker's system learns it: it follows the feed from where it was. */
export class Offers {
  private after: string | null = null;
  private readonly last = new Map<string, string>();

  constructor(private readonly api: Pick<Api, 'ask'>) {}

  /** The id of the trajectory that was offered to this candidate last. Errors: throws when the log has no such offer by now. */
  async to(candidateId: string): Promise<string> {
    await this.follow();
    const id = this.last.get(candidateId);
    if (id === undefined) throw new Error(`nothing was offered to ${candidateId}`);
    return id;
  }

  private async follow(): Promise<void> {
    for (let has = LIMIT; has === LIMIT;) {
      const place: string = this.after === null ? '' : `&after=${encodeURIComponent(this.after)}`;
      const { events, next } = await this.api.ask<Page>(`/events?limit=${LIMIT}${place}`);
      for (const event of events) this.note(event);
      this.after = next;
      has = events.length;
    }
  }

  private note({ type, streamId, data }: Event): void {
    if (type !== 'TrajectoryOffered') return;
    const { candidateId } = data as { candidateId: string };
    this.last.set(candidateId, streamId.slice('trajectory-'.length));
  }
}
