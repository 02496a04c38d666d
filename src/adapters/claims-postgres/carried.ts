import type { CarriedTable } from '../../application/ports/copying.js';

/** Which command came under which key, and who holds which identity or reference. */
export const CARRIED: readonly CarriedTable[] = [
  {
    table: 'vault.hash_key',
    key: ['key_id'],
    numbered: { sequence: 'vault.hash_key_key_id_seq', column: 'key_id' },
  },
  { table: 'vault.command_claim', key: ['tenant', 'command_id'] },
  { table: 'vault.command_claim_count', key: ['tenant', 'client', 'day', 'shard'] },
  { table: 'store.key_claim', key: ['tenant', 'decision', 'kind', 'key'] },
];
