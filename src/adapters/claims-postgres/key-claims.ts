import pg from 'pg';
import type { KeyClaim, KeyClaims } from '../../application/ports/claims.js';
import type { MasterKey } from '../../application/ports/master-key.js';
import type { TenantId } from '../../kernel/ids.js';
import { currentHashKey, keyedHash, type HashKey } from './hash-keys.js';

/** `writer` claims and looks, `flusher` alone may take claims away, under the log's lock. */
export type KeyClaimsOptions = Readonly<{ writer: pg.Pool; flusher: pg.Pool; master: MasterKey }>;

/** How many claims the database's sweeper looks at in one turn. */
const SWEEP_BATCH = 1000;

/** PostgreSQL's code for a lock that could not be had in time; nothing was done, so it may be asked again. */
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Opens the key claims of this database; its hash key is made at the first start.
 * Errors: throws `CannotUnwrap` when the master key is not that of this database, so a start with the wrong keys is refused.
 */
export async function openKeyClaims(options: KeyClaimsOptions): Promise<KeyClaims> {
  const key = await currentHashKey(options.writer, options.master, 'key-claim');
  return new PostgresKeyClaims(options, key);
}

/** Key claims on PostgreSQL: a row per decision, and an exclusion constraint that lets a key have one holder. */
class PostgresKeyClaims implements KeyClaims {
  constructor(
    private readonly options: KeyClaimsOptions,
    private readonly key: HashKey,
  ) {}

  async claim(claim: KeyClaim): ReturnType<KeyClaims['claim']> {
    for (;;) {
      if (await this.insert(claim)) return { kind: 'claimed' };
      const found = await this.find(claim);
      if (found.own) return { kind: 'claimed' };
      if (found.other !== null) return { kind: 'held', holder: found.other };
      // Whoever was in the way is gone: again.
    }
  }

  async release(tenant: TenantId, decision: string): Promise<number> {
    return this.underTheLock('select store.release_key_claims($1, $2) as removed', [tenant, decision]);
  }

  async giveUp(tenant: TenantId, { kind, streamId, before }: Parameters<KeyClaims['giveUp']>[1]): Promise<number> {
    return this.underTheLock('select store.give_up_key_claims($1, $2, $3, $4) as removed', [tenant, kind, streamId, before]);
  }

  async holderOf(tenant: TenantId, kind: KeyClaim['kind'], value: string): Promise<string | null> {
    const { rows } = await this.options.writer.query<{ holder: string }>(
      'select holder from store.key_claim where tenant = $1 and kind = $2 and key = $3 limit 1',
      [tenant, kind, this.hashOf({ tenant, kind, value })],
    );
    return rows[0]?.holder ?? null;
  }

  async sweep(): Promise<number> {
    for (let removed = 0; ;) {
      const now = await this.underTheLock(`select store.sweep_key_claims('10 minutes') as removed`, []);
      removed += now;
      if (now < SWEEP_BATCH) return removed;
    }
  }

  /** Waits for a claim of another holder that is being committed; false when that one won, or when this decision has it already. */
  private async insert(claim: KeyClaim): Promise<boolean> {
    const { tenant, kind, holder, decision, streamId, expectedVersion } = claim;
    const { rowCount } = await this.options.writer.query(
      `insert into store.key_claim (tenant, kind, key, holder, decision, stream, expected_version)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [tenant, kind, this.hashOf(claim), holder, decision, streamId, expectedVersion],
    );
    return rowCount === 1;
  }

  private async find(claim: KeyClaim): Promise<{ own: boolean; other: string | null }> {
    const { tenant, kind, holder, decision } = claim;
    const { rows } = await this.options.writer.query<{ own: boolean; other: string | null }>(
      `select coalesce(bool_or(decision = $5 and holder = $4), false) as own, min(holder) filter (where holder <> $4) as other
       from store.key_claim where tenant = $1 and kind = $2 and key = $3`,
      [tenant, kind, this.hashOf(claim), holder, decision],
    );
    return rows[0];
  }

  /** The lock is the log's: when appends keep it busy for longer than the login waits, nothing was done and it is asked again. */
  private async underTheLock(sql: string, values: unknown[]): Promise<number> {
    for (;;) {
      try {
        const { rows } = await this.options.flusher.query<{ removed: number }>(sql, values);
        return rows[0].removed;
      } catch (error) {
        if (!(error instanceof pg.DatabaseError) || error.code !== LOCK_NOT_AVAILABLE) throw error;
      }
    }
  }

  private hashOf({ tenant, kind, value }: Pick<KeyClaim, 'tenant' | 'kind' | 'value'>): Buffer {
    return keyedHash(this.key, ['key-claim', tenant, kind, value]);
  }
}
