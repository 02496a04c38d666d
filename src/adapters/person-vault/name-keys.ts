import { createHmac } from 'node:crypto';
import type pg from 'pg';
import type { NamedPerson } from '../../application/name-key.js';
import { nameKeyOf } from '../../application/name-key.js';
import type { NameSealed, Words } from '../../application/ports/person-vault.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import type { TenantId } from '../../kernel/ids.js';

/** The keyed hash of the name and birth date among these words; null where they do not hold both. */
export function nameHashOf(key: Buffer, tenant: TenantId, words: Words | NamedPerson): Buffer | null {
  const named = nameKeyOf(words);
  return (
    named &&
    createHmac('sha256', key)
      .update(canonicalJson(['name-key', tenant, ...named]))
      .digest()
  );
}

/** Where parts with this hash lie; asked as the reader, who sees no table of the vault. */
export async function sealedUnderName(reader: pg.Pool, tenant: TenantId, hash: Buffer): Promise<readonly NameSealed[]> {
  const { rows } = await reader.query<NameSealed>(
    'select stream as "streamId", event_id as "eventId", digest from vault.find_named($1, $2)',
    [tenant, hash],
  );
  return rows;
}
