import type { Name } from '../../kernel/ids.js';
import type { CommandClaims, KeyClaims } from '../ports/claims.js';
import type { Clock } from '../ports/clock.js';
import type { EventStore } from '../ports/event-store.js';
import type { PersonVault } from '../ports/person-vault.js';

/** What every command works with; all of it ports. */
export type Tools = Readonly<{
  store: EventStore;
  vault: PersonVault;
  commandClaims: CommandClaims;
  keyClaims: KeyClaims;
  clock: Clock;
  name: Name;
}>;
