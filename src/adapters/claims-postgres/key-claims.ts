import type pg from 'pg';
import type { KeyClaim, KeyClaims, KeyClaimsLetGo } from '../../application/ports/claims.js';
import type { MasterKey } from '../../application/ports/master-key.js';
import type { TenantId } from '../../kernel/ids.js';
import { ClaimsUnderTheLock } from './claims-under-the-lock.js';
import { currentHashKey, keyedHash, type HashKey } from './hash-keys.js';

/** `writer` claims and looks; `letGo` ends claims, as it is known there which events are stored. Without it the log is in this database. */
export type KeyClaimsOptions = Readonly<{ writer: pg.Pool; flusher: pg.Pool; letGo?: KeyClaimsLetGo; master: MasterKey }>;

/**
 * Opens the key claims of this database; its hash key is made at the first start.
 * Errors: throws `CannotUnwrap` when the master key is not that of this database, so a start with the wrong keys is refused.
 */
export async function openKeyClaims(options: KeyClaimsOptions): Promise<KeyClaims> {
  const key = await currentHashKey(options.writer, options.master, 'key-claim');
  return new PostgresKeyClaims(options, { key, letGo: options.letGo ?? new ClaimsUnderTheLock(options.flusher) });
}

/** Key claims on PostgreSQL: a row per decision, and an exclusion constraint that lets a key have one holder. */
class PostgresKeyClaims implements KeyClaims {
  constructor(
    private readonly options: KeyClaimsOptions,
    private readonly by: Readonly<{ key: HashKey; letGo: KeyClaimsLetGo }>,
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

  release(tenant: TenantId, decision: string): Promise<number> {
    return this.by.letGo.release(tenant, decision);
  }

  giveUp(tenant: TenantId, of: Parameters<KeyClaims['giveUp']>[1]): Promise<number> {
    return this.by.letGo.giveUp(tenant, of);
  }

  async holderOf(tenant: TenantId, kind: KeyClaim['kind'], value: string): Promise<string | null> {
    const { rows } = await this.options.writer.query<{ holder: string }>(
      'select holder from store.key_claim where tenant = $1 and kind = $2 and key = $3 limit 1',
      [tenant, kind, this.hashOf({ tenant, kind, value })],
    );
    return rows[0]?.holder ?? null;
  }

  sweep(): Promise<number> {
    return this.by.letGo.sweep();
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

  private hashOf({ tenant, kind, value }: Pick<KeyClaim, 'tenant' | 'kind' | 'value'>): Buffer {
    return keyedHash(this.by.key, ['key-claim', tenant, kind, value]);
  }
}
