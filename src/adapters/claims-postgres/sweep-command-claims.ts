import type pg from 'pg';
import { monthOf } from './hash-keys.js';

const BATCH = 5000;

/**
 * Removes claims of more than 30 days ago, by the database's clock, then the keys that no claim names any more; answers how many claims.
 * A key goes only a day after its month, so no claim that is just being made can name it.
 */
export async function sweepCommandClaims(writer: pg.Pool): Promise<number> {
  let removed = 0;
  for (;;) {
    const { rowCount } = await writer.query(
      `delete from vault.command_claim where (tenant, command_id) in
         (select tenant, command_id from vault.command_claim where at < clock_timestamp() - interval '30 days' limit ${BATCH})`,
    );
    removed += rowCount ?? 0;
    if ((rowCount ?? 0) < BATCH) break;
  }
  await writer.query(
    `delete from vault.hash_key k where purpose = 'command'
       and period < ${monthOf(`(clock_timestamp() - interval '1 day')`)}
       and not exists (select from vault.command_claim c where c.key_id = k.key_id)`,
  );
  await writer.query(`delete from vault.command_claim_count where day < clock_timestamp() - interval '3 days'`);
  return removed;
}
