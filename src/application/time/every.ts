/** Something done again and again, one run at a time, until stopped. Leases and sweeps go by real time, whatever the Clock says. */
export class Every {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  /** `work` is first done at once; what it throws goes to `onError`, and the next run comes all the same. */
  constructor(
    private readonly milliseconds: number,
    private readonly work: () => Promise<unknown>,
    private readonly onError: (error: unknown) => void,
  ) {}

  start(): void {
    this.running = this.run();
  }

  /** Resolves when no run is under way and none will follow. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.running;
  }

  private async run(): Promise<void> {
    try {
      await this.work();
    } catch (error) {
      this.onError(error);
    }
    if (!this.stopped) this.timer = setTimeout(() => this.start(), this.milliseconds);
  }
}
