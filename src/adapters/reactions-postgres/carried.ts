import type { CarriedTable } from '../../application/ports/copying.js';

/** What reactions have read, asked for and had answered. */
export const CARRIED: readonly CarriedTable[] = [
  { table: 'read.reaction', key: ['name'], position: 'position' },
  { table: 'read.reaction_command', key: ['reaction', 'event_id', 'n'], position: 'position' },
  { table: 'read.reaction_aside', key: ['reaction', 'event_id'], position: 'position' },
];
