import path from 'node:path';
import type { Connections } from '../adapters/connections.js';
import { homeOf } from '../adapters/event-store-kurrentdb/identity.js';
import { nameSpaceIn } from '../adapters/event-store-kurrentdb/names.js';
import { placeOf, type ServerAddress } from '../adapters/event-store-kurrentdb/server-address.js';
import { refuseElsewhere } from '../composition/copy-refused.js';
import { inSession } from '../composition/migrate.js';
import { serverOf } from '../settings/database-address.js';
import { storeOf, type StoreFound } from '../lifecycle/beside.js';
import { carryKeys } from '../lifecycle/carry-keys.js';
import { startDatabase, storeFolder } from '../lifecycle/database.js';
import { connectionsElsewhere, requiredPassword } from '../lifecycle/elsewhere.js';
import type { Running } from '../lifecycle/running.js';
import { serverFrom, WrongSetting, type Settings } from '../settings/settings.js';

/** A log: in a PostgreSQL, or on a server with what stands beside it there. */
export type CopyPlace = StoreFound & Readonly<{ kurrentdb?: Readonly<{ server: ServerAddress; nameSpace: string }> }>;

/** Where a store is moved from and to, and what to start with afterwards. */
export type CopyPlaces = Readonly<{ from: CopyPlace; to: CopyPlace; afterwards: string }>;

type Asked = Readonly<{ to: string; store: 'real' | 'demo' }>;

/**
 * Finds the source, and makes the target where it is a folder: of the same kind, with the same keys.
 * Errors: WrongSetting; as `storeOf`, `startDatabase`, `connectionsElsewhere` and `carryKeys`.
 */
export function copyPlaces(running: Running, settings: Settings, asked: Asked): Promise<CopyPlaces> {
  switch (asked.to) {
    case 'database':
      return intoDatabase(running, settings, asked);
    case 'kurrentdb':
    case 'postgresql':
      return betweenServers(running, settings, asked);
    default:
      return intoFolder(running, settings, asked);
  }
}

/** Only the log moves; what stands beside it stays. */
async function betweenServers(running: Running, settings: Settings, { to, store }: Asked): Promise<CopyPlaces> {
  const server = serverFrom(settings);
  if (server === null) throw new WrongSetting(`--to ${to} needs KURRENTDB_URL: set it to the server.`);
  if (settings.database !== null && store === 'real') requiredPassword(settings, 'copier');

  const postgres = await storeOf(running, settings, store);
  const nameSpace = store === 'demo' ? await nameSpaceOfDemo(postgres) : settings.nameSpace;
  const place = `name space ${nameSpace} on KurrentDB (${placeOf(server)})`;
  const kurrent = { place, connections: postgres.connections, kurrentdb: { server, nameSpace } };
  return to === 'kurrentdb'
    ? { from: postgres, to: kurrent, afterwards: 'Start with KURRENTDB_URL from now on.' }
    : { from: kurrent, to: postgres, afterwards: 'Start without KURRENTDB_URL from now on.' };
}

/** Each demo has a name space of its own, which its database knows; one that never was on KurrentDB is called after its store. */
async function nameSpaceOfDemo({ connections }: StoreFound): Promise<string> {
  return inSession(connections.copier, async (copier) => {
    const { rows } = await copier.query<{ id: string }>('select store_id as id from store.identity');
    return nameSpaceIn(await homeOf(copier)) ?? `demo${rows[0].id.replaceAll('-', '').slice(0, 16)}`;
  });
}

async function intoDatabase(running: Running, settings: Settings, { store }: Asked): Promise<CopyPlaces> {
  if (settings.database === null) throw new WrongSetting('--to database needs DATABASE_URL: set it to the database to move to.');
  if (store === 'demo') throw new WrongSetting('--to database is not for the demo, which has a database of its own.');
  requiredPassword(settings, 'copier');
  const from = await storeOf(running, { ...settings, database: null }, store);
  await refuseLogElsewhere(from);
  const place = `${settings.database.database} on ${serverOf(settings.database)}`;
  const afterwards = `Start with DATABASE_URL from now on; the keys stay in ${storeFolder(settings, store)}.`;
  return { from, to: { place, connections: await connectionsElsewhere(settings) }, afterwards };
}

async function intoFolder(running: Running, settings: Settings, { to, store }: Asked): Promise<CopyPlaces> {
  const [here, there] = [storeFolder(settings, store), storeFolder({ dataFolder: to }, store)];
  if (path.resolve(here) === path.resolve(there))
    throw new WrongSetting(`--to ${to} is where the store or its keys lie already.`);
  if (settings.database !== null && store === 'real') requiredPassword(settings, 'copier');

  const from = await storeOf(running, settings, store);
  await refuseLogElsewhere(from);
  await carryKeys(here, there);
  const { connections } = await startDatabase(running, there, { simulated: await isSimulated(from.connections) });
  const without = settings.database === null ? '' : ', without DATABASE_URL';
  return { from, to: { place: there, connections }, afterwards: `Start with DATA_DIR=${to} from now on${without}.` };
}

/** Before anything is made where it is to go. Errors: throws `CopyRefused`. */
const refuseLogElsewhere = ({ connections }: StoreFound): Promise<void> =>
  inSession(connections.copier, (copier) => refuseElsewhere(copier));

const isSimulated = ({ reader }: Connections): Promise<boolean> =>
  inSession(reader, async (client) => {
    const { rows } = await client.query<{ simulated: boolean }>('select simulated from store.identity');
    return rows[0].simulated;
  });
