import { randomUUID } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import pino from 'pino';
import { LOGINS, type Connections } from '../src/adapters/connections.js';
import type { EmbeddedPostgres } from '../src/adapters/embedded-postgres/start.js';
import { openKeyFolder } from '../src/adapters/key-folder/key-folder.js';
import type { Wish } from '../src/application/commands/wish.js';
import { KINDS } from '../src/application/streams/kinds.js';
import { openEngine, type Engine } from '../src/composition/engine.js';
import type { TenantId } from '../src/kernel/ids.js';
import { migrateAll } from '../src/composition/migrate-all.js';
import type { LogElsewhere } from '../src/composition/open-log.js';

const DATABASE = 'bench_commands';

/** An engine without HTTP, projections or worker, on a database of its own beside the one that appends are timed in. */
export async function openCommands(server: EmbeddedPostgres, home: string, events: LogElsewhere | null = null): Promise<Engine> {
  const admin = new pg.Client(server.superuser);
  await admin.connect();
  await admin.query(`create database ${DATABASE}`);
  await admin.end();
  await migrateAll({ ...server.superuser, database: DATABASE }, { simulated: false, events });
  const entries = LOGINS.map((login) => [login, { ...server.connections[login], database: DATABASE }]);
  const keys = await openKeyFolder(path.join(home, 'keys'));
  return openEngine({ connections: Object.fromEntries(entries) as Connections, keys, log: pino({ level: 'silent' }), events });
}

/** One command, as an API sends it: a candidate is registered, with a name that is sealed. */
export async function registers({ flow }: Engine): Promise<void> {
  const data = { walkIn: true, identity: 'unlinked', postcode4: null, birthYearBand: null };
  const wish: Wish = { kind: 'command', type: 'RegisterCandidate', data, words: { givenNames: 'Sanne' } };
  const identity = { organisation: 'gemeente', role: 'caseworker', subject: 'bench', client: 'bench', onBehalfOf: null } as const;
  const request = { key: randomUUID(), method: 'POST', path: '/v1/candidates', body: JSON.stringify(wish) };
  const origin = {
    kind: 'request' as const,
    identity: { tenant: 'north' as TenantId, ...identity },
    ...request,
    ifMatch: null,
    override: null,
  };
  const outcome = await flow.run(KINDS.candidate, { id: null, origin, wish });
  if (outcome.kind === 'refused') throw new Error(`a command was refused: ${JSON.stringify(outcome.refused)}`);
}
