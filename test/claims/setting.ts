import { createSecretKey, randomUUID } from 'node:crypto';
import pg from 'pg';
import { migrations } from '../../src/adapters/claims-postgres/migrations.js';
import type { Login } from '../../src/adapters/connections.js';
import { masterKey } from '../../src/adapters/key-folder/master-key.js';
import type { CommandClaim, KeyClaim } from '../../src/application/ports/claims.js';
import { streamIdOf, type CommandId, type TenantId } from '../../src/kernel/ids.js';
import { freshPostgresStore, type PostgresStore } from '../harness/postgres-store.js';

export const MARKER = 'QzvKwmXjyhpBtdfG';
export const BSN = '900184590';
export const tenant = 'hengelo' as TenantId;
export const master = masterKey(createSecretKey(Buffer.alloc(32, 1)));
export const otherMaster = masterKey(createSecretKey(Buffer.alloc(32, 2)));

/** A migrated database with a pool for each login, and the superuser to look behind them. */
export type Setting = Readonly<{
  store: PostgresStore;
  pools: Readonly<Record<Exclude<Login, 'owner' | 'copier'>, pg.Pool>>;
  superuser: pg.Client;
  end(): Promise<void>;
}>;

export async function aDatabase(): Promise<Setting> {
  const store = await freshPostgresStore({ migrations });
  const poolOf = (login: Login) => new pg.Pool({ ...store.connections[login], max: 20 }).on('error', () => undefined);
  const pools = { writer: poolOf('writer'), reader: poolOf('reader'), flusher: poolOf('flusher') };
  const superuser = new pg.Client(store.superuser);
  await superuser.connect();
  return {
    store,
    pools,
    superuser,
    async end() {
      await Promise.all([superuser, ...Object.values(pools)].map((it) => it.end()));
      await store.drop();
    },
  };
}

/** A command of its own from one caseworker's system, unless told otherwise. */
export function aCommand(changes: Partial<CommandClaim> = {}): CommandClaim {
  return {
    tenant,
    client: 'case-system',
    commandId: randomUUID() as string as CommandId,
    subject: 'worker-1',
    method: 'POST',
    path: '/v1/trajectories/5f0f6a3e-1c1a-5b58-9d0b-0f4f3a8f1d11/check-ins',
    body: '{"heldOn":"2019-10-03","mood":"steady"}',
    streamId: streamIdOf('trajectory', '5f0f6a3e-1c1a-5b58-9d0b-0f4f3a8f1d11'),
    ...changes,
  };
}

/** A decision of its own that claims a BSN for a new candidate, unless told otherwise. */
export function aKey(changes: Partial<KeyClaim> = {}): KeyClaim {
  const holder = streamIdOf('candidate', randomUUID());
  return { tenant, kind: 'bsn', value: BSN, holder, decision: randomUUID(), streamId: holder, expectedVersion: 0, ...changes };
}
