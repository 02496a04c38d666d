import type pg from 'pg';
import { LOGINS, roleOf, type Connections } from '../../src/adapters/connections.js';
import { migrations as storeMigrations } from '../../src/adapters/event-store-postgres/migrations.js';
import type { Migration } from '../../src/application/ports/migrations.js';
import { migrate } from '../../src/composition/migrate.js';
import { freshDatabase } from './database.js';

/** A migrated database of a suite's own: `superuser` for what a test must break, `connections` for all else. */
export type PostgresStore = Readonly<{ superuser: pg.ClientConfig; connections: Connections; drop(): Promise<void> }>;

/** Makes one, real unless said otherwise; `migrations` are those of other adapters, run after the store's. */
export async function freshPostgresStore(
  options: { simulated?: boolean; migrations?: readonly Migration[] } = {},
): Promise<PostgresStore> {
  const { config, drop } = await freshDatabase();
  const { simulated = false, migrations = [] } = options;
  await migrate(config, { simulated, migrations: [...storeMigrations, ...migrations] });
  return { superuser: config, connections: connectionsTo(config), drop };
}

/** The connections of every login to one database that asks for no password. */
export function connectionsTo(database: pg.ClientConfig): Connections {
  return Object.fromEntries(LOGINS.map((login) => [login, { ...database, user: roleOf(login) }])) as Connections;
}
