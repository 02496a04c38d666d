import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Position } from '../../application/ports/event-store.js';
import { Fenced } from '../../application/ports/fenced.js';
import { buildFor, type Versioned } from './builds.js';

/** How long a holder may write without renewing, on the database's clock. */
const LEASE = '10 seconds';

/** What was taken: how far the build has come, and whether it is the one that readers see. */
export type Taken = Readonly<{ position: Position | null; live: boolean }>;

/** The right to write one build of a projection: a row, its epoch and a time, never a session lock; so a stalled holder cannot write later. */
export class Lease {
  private readonly holder = randomUUID();
  private held: Readonly<{ build: number; epoch: string }> | null = null;

  /**
   * `anew` asks for a build of its own, whatever readers see now. `log` is the one that this process reads: after a move to another one
   * nothing is taken any more. Source: R-612.
   */
  constructor(
    private readonly pool: pg.Pool,
    private readonly projection: Versioned,
    private readonly options: Readonly<{ anew?: boolean; log?: string }> = {},
  ) {}

  get projectionName(): string {
    return this.projection.name;
  }

  /** Errors: throws before the first `take`. */
  get build(): number {
    if (this.held === null) throw new Error(`${this.projection.name} is not held`);
    return this.held.build;
  }

  /** Takes or renews it; null while another holds it, and while a newer release has taken over. */
  async take(): Promise<Taken | null> {
    const { name, version } = this.projection;
    this.held = null;
    const build = await buildFor(this.pool, this.projection, this.options);
    if (build === null) return null;

    const { rows } = await this.pool.query<{ epoch: string } & Taken>(
      `update read.projection set held_until = clock_timestamp() + interval '${LEASE}',
         epoch = case when holder is distinct from $4 then epoch + 1 else epoch end, holder = $4
       where name = $1 and build = $2 and version = $3 and (holder = $4 or held_until < clock_timestamp())
         and (live or build > (select coalesce(max(l.build), 0) from read.projection l where l.name = $1 and l.live))
         ${this.options.log === undefined ? '' : 'and coalesce(store.current_log_home(), $5) = $5'}
       returning epoch, position, live`,
      [name, build, version, this.holder, ...(this.options.log === undefined ? [] : [this.options.log])],
    );
    if (rows.length === 0) return null;
    const [{ epoch, ...taken }] = rows;
    this.held = { build, epoch };
    return taken;
  }

  /** Keeps it while there is nothing to write; false when another took it. */
  async renew(): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `update read.projection set held_until = clock_timestamp() + interval '${LEASE}' where ${HELD}`,
      this.whoHolds(),
    );
    return rowCount === 1;
  }

  /** Moves the checkpoint, within the transaction that writes the rows where there are any. Errors: throws `Fenced` when somebody else holds it. */
  async moveTo(client: Pick<pg.ClientBase, 'query'>, position: Position): Promise<void> {
    await this.set(client, 'position = $5', [position]);
  }

  /** Shows this build to readers from the end of the transaction on. Errors: throws `Fenced` when somebody else holds it. */
  async goLive(client: Pick<pg.ClientBase, 'query'>): Promise<void> {
    await this.set(client, 'live = true');
  }

  /** Gives it back, so that another need not wait. */
  async release(): Promise<void> {
    if (this.held === null) return;
    await this.pool.query(`update read.projection set held_until = '-infinity' where ${HELD}`, this.whoHolds());
    this.held = null;
  }

  private async set(client: Pick<pg.ClientBase, 'query'>, change: string, values: readonly unknown[] = []): Promise<void> {
    const { rowCount } = await client.query(
      `update read.projection set ${change}, held_until = clock_timestamp() + interval '${LEASE}' where ${HELD}`,
      [...this.whoHolds(), ...values],
    );
    if (rowCount !== 1) throw new Fenced(`${this.projection.name} is written by another process`);
  }

  private whoHolds(): unknown[] {
    return [this.projection.name, this.held?.build ?? null, this.holder, this.held?.epoch ?? null];
  }
}

const HELD = 'name = $1 and build = $2 and holder = $3 and epoch = $4';
