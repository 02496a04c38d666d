import { createHmac, randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { MasterKey } from '../../application/ports/master-key.js';
import { canonicalJson } from '../../kernel/canonical-json.js';

/** The key of a keyed hash; `id` is its row, which a hash that outlives the key's period names. */
export type HashKey = Readonly<{ id: string; bytes: Buffer }>;

/** What a hash key is for: command claims have one a month, key claims and names by which somebody is found one for always. */
export type Purpose = 'command' | 'key-claim' | 'name';

/** The month of an instant, both in SQL: keys change with the database's clock, and no other has a say. */
export const monthOf = (instant: string): string => `to_char(${instant} at time zone 'Europe/Amsterdam', 'YYYY-MM')`;

/** The current period of each purpose, in SQL. */
export const PERIODS: Readonly<Record<Purpose, string>> = {
  command: monthOf('clock_timestamp()'),
  'key-claim': `'always'`,
  name: `'always'`,
};

/** As it lies in the database. */
export type StoredHashKey = Readonly<{ key_id: string; purpose: Purpose; period: string; master: string; wrapped: Buffer }>;

/**
 * The key of the current period, made when there is none yet; all who ask at once get the one that is stored.
 * Errors: throws `CannotUnwrap` when the master key is not that of this database.
 */
export async function currentHashKey(writer: pg.Pool, master: MasterKey, purpose: Purpose): Promise<HashKey> {
  for (;;) {
    const { rows } = await writer.query<{ period: string; stored: boolean } & StoredHashKey>(
      `select p.period, k.key_id is not null as stored, k.key_id, k.master, k.wrapped from (select ${PERIODS[purpose]} as period) p
       left join vault.hash_key k on k.purpose = $1 and k.period = p.period`,
      [purpose],
    );
    const [{ stored, ...key }] = rows;
    if (stored) return unwrapHashKey(master, { ...key, purpose });

    const fresh = master.wrap(randomBytes(32), placeOf({ purpose, period: key.period }));
    await writer.query(
      'insert into vault.hash_key (purpose, period, master, wrapped) values ($1, $2, $3, $4) on conflict do nothing',
      [purpose, key.period, fresh.master, fresh.wrapped],
    );
  }
}

/** Opens a stored key. Errors: throws `CannotUnwrap`. */
export function unwrapHashKey(master: MasterKey, stored: StoredHashKey): HashKey {
  return { id: stored.key_id, bytes: master.unwrap(stored, placeOf(stored)) };
}

/** HMAC-SHA-256 over the canonical JSON of what is hashed, so that no two lists of words give the same bytes. */
export function keyedHash({ bytes }: HashKey, what: readonly string[]): Buffer {
  return createHmac('sha256', bytes).update(canonicalJson(what)).digest();
}

const placeOf = ({ purpose, period }: Pick<StoredHashKey, 'purpose' | 'period'>) => ['hash-key', purpose, period];
