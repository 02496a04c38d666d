import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/**
 * Who seals, so that of many processes one does the work. It guards nothing: two who seal at once write the very same seals, and the
 * server takes each once.
 */
export class SealerLease {
  private readonly holder = randomUUID();
  private heldUntil = 0;

  /** Units: milliseconds of real time; it is renewed once half of it is over. */
  constructor(
    private readonly writer: pg.Pool,
    private readonly leaseMs: number,
  ) {}

  async isHeld(): Promise<boolean> {
    const now = performance.now();
    if (now < this.heldUntil - this.leaseMs / 2) return true;
    const values = [this.holder, `${this.leaseMs} milliseconds`];
    const { rows } = await this.writer.query<{ held: boolean | null }>('select kurrentdb.hold_sealer($1, $2) as held', values);
    this.heldUntil = rows[0].held ? now + this.leaseMs : 0;
    return this.heldUntil > 0;
  }
}
