import type { CarriedTable } from '../../application/ports/copying.js';

/** What is sealed, and by which keys; nothing is opened, so the same master key opens it there. */
export const CARRIED: readonly CarriedTable[] = [
  { table: 'vault.subject_key', key: ['tenant', 'subject'] },
  { table: 'vault.sealed_part', key: ['tenant', 'event_id', 'digest'] },
  { table: 'vault.name_key', key: ['tenant', 'event_id', 'digest'] },
];
