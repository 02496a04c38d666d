import { createSecretKey, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Login } from '../../src/adapters/connections.js';
import { masterKey } from '../../src/adapters/key-folder/master-key.js';
import { migrations } from '../../src/adapters/person-vault/migrations.js';
import { personVault, type VaultOptions } from '../../src/adapters/person-vault/person-vault.js';
import type { Part, PersonVault } from '../../src/application/ports/person-vault.js';
import { streamIdOf, type EventId, type TenantId } from '../../src/kernel/ids.js';
import { freshPostgresStore, type PostgresStore } from '../harness/postgres-store.js';

export const MARKER = 'QzvKwmXjyhpBtdfG';
export const tenant = 'hengelo' as TenantId;
export const master = masterKey(createSecretKey(Buffer.alloc(32, 1)));

/** A vault on a database of its own, with what a spec needs to look behind it. */
export type Setting = Readonly<{
  store: PostgresStore;
  vault: PersonVault;
  pools: Readonly<Record<Exclude<Login, 'owner' | 'copier'>, pg.Pool>>;
  superuser: pg.Client;
  with(changes: Partial<VaultOptions>): PersonVault;
  end(): Promise<void>;
}>;

export async function aVault(): Promise<Setting> {
  const store = await freshPostgresStore({ migrations });
  const poolOf = (login: Login) => new pg.Pool({ ...store.connections[login], max: 20 }).on('error', () => undefined);
  const pools = { writer: poolOf('writer'), reader: poolOf('reader'), flusher: poolOf('flusher') };
  const superuser = new pg.Client(store.superuser);
  await superuser.connect();

  const options = { ...pools, master, nameKey: Buffer.alloc(32, 9), log: { readStream: () => Promise.resolve([]) } };
  return {
    store,
    vault: personVault(options),
    pools,
    superuser,
    with: (changes) => personVault({ ...options, ...changes }),
    async end() {
      await Promise.all([superuser, ...Object.values(pools)].map((it) => it.end()));
      await store.drop();
    },
  };
}

/** A note about a candidate of its own, unless told otherwise. */
export function aPart(changes: Partial<Part> = {}): Part {
  return {
    tenant,
    streamId: streamIdOf('trajectory', randomUUID()),
    eventId: randomUUID() as string as EventId,
    subject: `candidate-${randomUUID()}`,
    words: { note: `Said that ${MARKER} helps` },
    ...changes,
  };
}
