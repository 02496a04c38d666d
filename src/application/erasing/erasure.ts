import { ownIdOf } from '../../kernel/ids.js';
import type { KeyClaims } from '../ports/claims.js';
import type { WrittenEvent } from '../event-bytes.js';
import type { EventStore, Position } from '../ports/event-store.js';
import type { PersonVault } from '../ports/person-vault.js';

/** The event after which nothing may be left of what was sealed about its stream's person. */
const ERASED = 'CandidateErased';

/** How many events are taken at once. */
const PAGE = 100;

type Keepers = Readonly<{ vault: Pick<PersonVault, 'destroy'>; keyClaims: Pick<KeyClaims, 'giveUp'> }>;
type Erasing = Keepers &
  Readonly<{ store: Pick<EventStore, 'readAll'>; vault: Pick<PersonVault, 'destroy' | 'destroyedUpTo' | 'noteDestroyed'> }>;

/** Destroys what was sealed about those whom these events erased, and gives up their BSNs; may be repeated. Source: R-341, docs/rules.md. */
export async function carryOutErasures({ vault, keyClaims }: Keepers, events: readonly WrittenEvent[]): Promise<void> {
  for (const { type, tenant, streamId, version } of events) {
    if (type !== ERASED) continue;
    await vault.destroy(tenant, ownIdOf(streamId));
    await keyClaims.giveUp(tenant, { kind: 'bsn', streamId, before: version - 1 });
  }
}

/**
 * Carries out what a process that died between the event and the destruction left undone, in the log's order; answers how many
 * erasures it looked at. How far that is stands in the vault, so that each is looked at once.
 */
export async function sweepErasures(erasing: Erasing): Promise<number> {
  let seen = 0;
  for (let after = await erasing.vault.destroyedUpTo(); ;) {
    const events = await erasing.store.readAll({ ...(after === null ? {} : { after }), types: [ERASED], limit: PAGE });
    const last: Position | undefined = events.at(-1)?.position;
    if (last === undefined) return seen;

    await carryOutErasures(erasing, events);
    await erasing.vault.noteDestroyed(last);
    after = last;
    seen += events.length;
  }
}
