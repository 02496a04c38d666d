import type pg from 'pg';
import type { KeyClaimsLetGo } from '../../application/ports/claims.js';
import type { StreamId, TenantId } from '../../kernel/ids.js';

/** `flusher` alone may take claims away. `decisionAt` reads the log. */
export type LetGoOptions = Readonly<{
  flusher: pg.Pool;
  decisionAt(event: Readonly<{ streamId: StreamId; version: number }>): Promise<string | undefined>;
}>;

type Doubtful = Readonly<{ tenant: TenantId; decision: string; stream: StreamId; expected_version: number }>;

const IN_DOUBT = 'select tenant, decision, stream, expected_version from store.key_claims_in_doubt($1, $2, $3, $4, $5)';

/** How many decisions the database names in one turn. */
const TURN = 1000;

/**
 * Claims are let go of only while their rows are locked and the log was looked into under that lock: an append that is under way holds
 * them, and one that comes later finds them gone. Source: R-535, docs/rules.md.
 */
export class ClaimsBesideTheLog implements KeyClaimsLetGo {
  constructor(private readonly options: LetGoOptions) {}

  async release(tenant: TenantId, decision: string): Promise<number> {
    const rows = await this.inDoubt([null, tenant, decision, null, null]);
    return this.settledEach(rows, 'store.hold_key_claims');
  }

  async giveUp(tenant: TenantId, { kind, streamId, before }: Parameters<KeyClaimsLetGo['giveUp']>[1]): Promise<number> {
    const rows = await this.inDoubt([null, tenant, null, streamId, before]);
    for (const doubtful of rows) await this.settled(doubtful, { holding: 'store.hold_idle_key_claims', drops: false });
    const answer = await this.options.flusher.query<{ removed: number }>(
      'select store.give_up_kept_key_claims($1, $2, $3, $4) as removed',
      [tenant, kind, streamId, before],
    );
    return answer.rows[0].removed;
  }

  async sweep(): Promise<number> {
    const rows = await this.inDoubt(['10 minutes', null, null, null, null]);
    const removed = await this.settledEach(rows, 'store.hold_idle_key_claims');
    return rows.length < TURN || removed === 0 ? removed : removed + (await this.sweep());
  }

  private async inDoubt(which: readonly unknown[]): Promise<readonly Doubtful[]> {
    return (await this.options.flusher.query<Doubtful>(IN_DOUBT, [...which])).rows;
  }

  private async settledEach(doubtful: readonly Doubtful[], holding: Holding): Promise<number> {
    let removed = 0;
    for (const one of doubtful) removed += await this.settled(one, { holding, drops: true });
    return removed;
  }

  /** Keeps what the log has the event of, drops the rest when told to; nothing while an append holds it. */
  private async settled(
    { tenant, decision, stream, expected_version }: Doubtful,
    { holding, drops }: Readonly<{ holding: Holding; drops: boolean }>,
  ): Promise<number> {
    const client = await this.options.flusher.connect();
    try {
      await client.query('begin');
      const { rows } = await client.query<{ held: string }>(`select ${holding}($1, $2) as held`, [tenant, decision]);
      let removed = 0;
      if (Number(rows[0].held) > 0) {
        const isStored = (await this.options.decisionAt({ streamId: stream, version: expected_version + 1 })) === decision;
        if (isStored) await client.query('select store.keep_key_claims($1, $2)', [tenant, decision]);
        else if (drops) removed = await dropped(client, tenant, decision);
      }
      await client.query('commit');
      client.release();
      return removed;
    } catch (error) {
      client.release(true); // which ends its transaction
      throw error;
    }
  }
}

type Holding = 'store.hold_key_claims' | 'store.hold_idle_key_claims';

async function dropped(client: pg.PoolClient, tenant: TenantId, decision: string): Promise<number> {
  const { rows } = await client.query<{ removed: number }>('select store.drop_key_claims($1, $2) as removed', [tenant, decision]);
  return rows[0].removed;
}
