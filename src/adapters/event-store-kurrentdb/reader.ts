import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { isUnavailable } from './failures.js';

/** How long a client that was made anew is given before another is made; milliseconds of real time. */
const GIVEN_MS = 1_000;

/**
 * Whom reads are asked through. Where a node names a leader that is gone, the client's reads stay with that one and never come back,
 * so after a read that found nobody the next one is asked through a client made anew.
 */
export class Reader {
  private current: KurrentDBClient;
  private madeAt = -Infinity;

  /** Without `another` the first client is kept, whatever comes of it. */
  constructor(
    private readonly first: KurrentDBClient,
    private readonly another?: () => KurrentDBClient,
  ) {
    this.current = first;
  }

  async read<T>(read: (client: KurrentDBClient) => Promise<T>): Promise<T> {
    const client = this.current;
    try {
      return await read(client);
    } catch (error) {
      if (isUnavailable(error)) this.renew(client);
      throw error;
    }
  }

  /** Ends what was made here; the first client is its owner's. */
  async end(): Promise<void> {
    if (this.current !== this.first) await this.current.dispose();
  }

  private renew(failed: KurrentDBClient): void {
    if (!this.another || failed !== this.current || performance.now() < this.madeAt + GIVEN_MS) return;
    this.current = this.another();
    this.madeAt = performance.now();
    if (failed !== this.first) void failed.dispose().catch(() => undefined);
  }
}
