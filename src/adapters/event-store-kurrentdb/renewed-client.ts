import type { KurrentDBClient } from '@kurrent/kurrentdb-client';

/** How long a client that was made anew is given before another is made: at first, and after several that were no better; of real time. */
const GIVEN_MS = 1_000;
const LONGEST_GIVEN_MS = 60_000;

/**
 * A client, and those that are made in its place where it was found to be stuck. What the client's native half opened stays open for a while
 * after it was disposed of, so the more of them were no better, the less often another is made.
 */
export class RenewedClient {
  current: KurrentDBClient;
  private madeAt = -Infinity;
  private givenMs = GIVEN_MS;

  /** Without `another` the first client is kept, whatever comes of it. */
  constructor(
    private readonly first: KurrentDBClient,
    private readonly another?: () => KurrentDBClient,
  ) {
    this.current = first;
  }

  /** This client did what it was asked: the next one that is stuck is renewed soon. */
  works(client: KurrentDBClient): void {
    if (client === this.current) this.givenMs = GIVEN_MS;
  }

  renew(failed: KurrentDBClient): void {
    if (!this.another || failed !== this.current || performance.now() < this.madeAt + this.givenMs) return;
    if (this.madeAt > -Infinity) this.givenMs = Math.min(this.givenMs * 2, LONGEST_GIVEN_MS);
    this.current = this.another();
    this.madeAt = performance.now();
    if (failed !== this.first) void failed.dispose().catch(() => undefined);
  }

  /** Ends what was made here; the first client is its owner's. */
  async end(): Promise<void> {
    if (this.current !== this.first) await this.current.dispose();
  }
}
