/** Something that is held, and how it is let go of; what that meets is the holder's. */
export type Hold<V> = Readonly<{ value: V; end(): Promise<void> }>;

/**
 * One hold for all who come within so long of the first: it is let go of when that time is over and the last of them has ended. So whoever
 * waits for it to be let go of waits no longer than that and the longest of those works, however many come.
 *
 * Units: milliseconds of real time.
 */
export class SharedHold<V> {
  private current: Joined<V> | undefined;
  private readonly all = new Set<Joined<V>>();

  constructor(
    private readonly shareMs: number,
    private readonly take: () => Promise<Hold<V>>,
  ) {}

  /** Errors: what taking the hold throws; then nothing was done. */
  async during<T>(work: (value: V) => Promise<T>): Promise<T> {
    const joined = (this.current ??= this.begin());
    joined.users += 1;
    try {
      return await work((await joined.hold).value);
    } finally {
      joined.users -= 1;
      await this.endIfOver(joined);
    }
  }

  /** Lets go of what nobody uses any more. */
  async close(): Promise<void> {
    await Promise.all([...this.all].map((joined) => this.over(joined)));
  }

  private begin(): Joined<V> {
    const hold = this.take();
    const joined: Joined<V> = { hold, users: 0, timer: undefined, isOver: false };
    this.all.add(joined);
    // The time counts from when it is held: who waits for it shares the wait.
    hold.then(
      () => (joined.timer = setTimeout(() => void this.over(joined), this.shareMs)),
      () => this.over(joined),
    );
    return joined;
  }

  private over(joined: Joined<V>): Promise<void> {
    clearTimeout(joined.timer);
    joined.isOver = true;
    if (this.current === joined) this.current = undefined;
    return this.endIfOver(joined);
  }

  private async endIfOver(joined: Joined<V>): Promise<void> {
    if (!joined.isOver || joined.users > 0 || !this.all.delete(joined)) return;
    const hold = await joined.hold.catch(() => undefined);
    await hold?.end();
  }
}

type Joined<V> = { readonly hold: Promise<Hold<V>>; users: number; timer: NodeJS.Timeout | undefined; isOver: boolean };
