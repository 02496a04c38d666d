import type { Migration } from '../../../application/ports/migrations.js';

/** Who moves a log sees whether somebody works on it. */
export const whoWorks: Migration = {
  adapter: 'read-models',
  number: 11,
  name: 'who-works',
  sql: 'grant select (held_until) on read.projection to trajectlijn_copier;',
};
