import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Position } from '../../application/ports/event-store.js';

/** How long a holder may write without renewing, on the database's clock. */
const LEASE = '10 seconds';

/** Another process moved on: what this one was about to write is taken back. */
export class Fenced extends Error {
  override readonly name = 'Fenced';
}

/** The right to write one projection: a row, its epoch and a time, never a session lock; so a stalled holder cannot write later. */
export class Lease {
  private readonly holder = randomUUID();
  private epoch: string | null = null;

  constructor(
    private readonly pool: pg.Pool,
    private readonly projection: Readonly<{ name: string; version: number }>,
  ) {}

  /** Takes or renews it; null while another holds it. Answers how far the projection has come. */
  async take(): Promise<{ position: Position | null } | null> {
    const { name, version } = this.projection;
    await this.pool.query('insert into read.projection (name, version) values ($1, $2) on conflict do nothing', [name, version]);
    const { rows } = await this.pool.query<{ epoch: string; position: Position | null }>(
      `update read.projection set held_until = clock_timestamp() + interval '${LEASE}',
         epoch = case when holder is distinct from $2 then epoch + 1 else epoch end, holder = $2
       where name = $1 and (holder = $2 or held_until < clock_timestamp()) returning epoch, position`,
      [name, this.holder],
    );
    this.epoch = rows[0]?.epoch ?? null;
    return rows[0] ? { position: rows[0].position } : null;
  }

  /** Keeps it while there is nothing to write; false when another took it. */
  async renew(): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `update read.projection set held_until = clock_timestamp() + interval '${LEASE}' where name = $1 and holder = $2 and epoch = $3`,
      [this.projection.name, this.holder, this.epoch],
    );
    return rowCount === 1;
  }

  /** How far the projection has come, whoever writes it. */
  async reached(): Promise<Position | null> {
    const { rows } = await this.pool.query<{ position: Position | null }>(
      'select position from read.projection where name = $1',
      [this.projection.name],
    );
    return rows[0]?.position ?? null;
  }

  /** Moves the checkpoint, within the transaction that writes the rows where there are any. Errors: throws `Fenced` when somebody else holds it. */
  async moveTo(client: Pick<pg.ClientBase, 'query'>, position: Position): Promise<void> {
    const { rowCount } = await client.query(
      `update read.projection set position = $3, held_until = clock_timestamp() + interval '${LEASE}'
       where name = $1 and holder = $2 and epoch = $4`,
      [this.projection.name, this.holder, position, this.epoch],
    );
    if (rowCount !== 1) throw new Fenced(`${this.projection.name} is written by another process`);
  }

  /** Gives it back, so that another need not wait. */
  async release(): Promise<void> {
    await this.pool.query(`update read.projection set held_until = '-infinity' where name = $1 and holder = $2`, [
      this.projection.name,
      this.holder,
    ]);
  }
}
