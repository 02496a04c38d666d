import pg from 'pg';
import type { KeyClaimsLetGo } from '../../application/ports/claims.js';
import type { TenantId } from '../../kernel/ids.js';

/** How many claims the database's sweeper looks at in one turn. */
const SWEEP_BATCH = 1000;

/** PostgreSQL's code for a lock that could not be had in time; nothing was done, so it may be asked again. */
const LOCK_NOT_AVAILABLE = '55P03';

/** Claims beside a log in the same database are let go of under the log's lock; `flusher` alone may. */
export class ClaimsUnderTheLock implements KeyClaimsLetGo {
  constructor(private readonly flusher: pg.Pool) {}

  async release(tenant: TenantId, decision: string): Promise<number> {
    return this.underTheLock('select store.release_key_claims($1, $2) as removed', [tenant, decision]);
  }

  async giveUp(tenant: TenantId, { kind, streamId, before }: Parameters<KeyClaimsLetGo['giveUp']>[1]): Promise<number> {
    return this.underTheLock('select store.give_up_key_claims($1, $2, $3, $4) as removed', [tenant, kind, streamId, before]);
  }

  async sweep(): Promise<number> {
    for (let removed = 0; ;) {
      const now = await this.underTheLock(`select store.sweep_key_claims('10 minutes') as removed`, []);
      removed += now;
      if (now < SWEEP_BATCH) return removed;
    }
  }

  /** The lock is the log's: when appends keep it busy for longer than the login waits, nothing was done and it is asked again. */
  private async underTheLock(sql: string, values: unknown[]): Promise<number> {
    for (;;) {
      try {
        const { rows } = await this.flusher.query<{ removed: number }>(sql, values);
        return rows[0].removed;
      } catch (error) {
        if (!(error instanceof pg.DatabaseError) || error.code !== LOCK_NOT_AVAILABLE) throw error;
      }
    }
  }
}
