import { AT_START } from './http/observing/request-log.js';
import { developmentToken } from './adapters/identity-development/development-identity.js';
import { serverOf } from './settings/database-address.js';
import type { TenantId } from './kernel/ids.js';
import { startDatabase, storeFolder, type Database } from './lifecycle/database.js';
import { databaseElsewhere } from './lifecycle/elsewhere.js';
import { run, type Running } from './lifecycle/running.js';
import { logFrom, whereIs } from './composition/open-log.js';
import { addressOf, publishShipped, type Publisher } from './bin/publishing.js';
import { serve } from './lifecycle/serve.js';
import { settingsHere, WrongSetting, type Settings } from './settings/settings.js';
import { lineOfNotRead } from './settings/unknown-names.js';
import { EXAMPLE } from './bin/token-request.js';

run(async (running) => {
  const settings = settingsHere(process.argv.slice(2));
  refuseAlone(settings);
  const notRead = lineOfNotRead(settings);
  if (notRead !== null) running.say(notRead);
  const database = await realDatabase(running, settings);
  const port = await serve(running, settings, database);
  if (settings.development && settings.role !== 'worker')
    await publishShipped(await administrator(addressOf(settings.host, port), { settings, keys: database.keys }), (line) =>
      running.say(line),
    );
  running.say(`${lineFor(settings, port)} (${placeOf(settings, database)}). Ctrl-C stops it.`);
  if (settings.development && settings.role !== 'worker') running.say(NEXT);
});

/** What somebody does who has just started it for the first time. */
const NEXT =
  'Next, in another terminal: the commands under "Using the API" in README.md. To see five programmes run instead: npm run demo.';

/** Errors: WrongSetting for a part that could not do its work. */
function refuseAlone({ role, database, development }: Settings): void {
  if (role !== 'all' && database === null)
    throw new WrongSetting(`ROLE ${role} needs DATABASE_URL: only one process, with all parts, works on the database beside it.`);
  if (role !== 'worker' && !development)
    throw new WrongSetting(
      'Nobody could come in: there is no identity provider to connect yet, so the API is served with --development only.',
    );
}

function realDatabase(running: Running, settings: Settings): Promise<Database> {
  const folder = storeFolder(settings, 'real');
  if (settings.database !== null) return databaseElsewhere(running, folder, settings);
  return startDatabase(running, folder, { simulated: false, events: logFrom(settings) });
}

function lineFor({ role, host }: Settings, port: number): string {
  const address = addressOf(host, port);
  return role === 'worker' ? `Trajectlijn works, and tells how on ${address}/health/ready` : `Trajectlijn serves on ${address}`;
}

const placeOf = (settings: Settings, database: Database): string =>
  `${dataPlace(settings, database)}${database.events ? `, the log on ${whereIs(database.events)}` : ''}`;

const dataPlace = ({ database }: Settings, { folder }: Database): string =>
  database === null ? `data in ${folder}` : `data in ${database.database} on ${serverOf(database)}, keys in ${folder}`;

type Known = Readonly<{ settings: Settings; keys: Database['keys'] }>;

/** Who publishes what is shipped: the administrator of the development tenant, by the same API as anybody. */
async function administrator(address: string, { settings, keys }: Known): Promise<Publisher> {
  const options = { key: await keys.key('identity'), development: true, environment: settings.environment };
  const identity = { ...EXAMPLE, tenant: EXAMPLE.tenant as TenantId, role: 'administrator' as const, onBehalfOf: null };
  return { address, tenant: EXAMPLE.tenant, token: await developmentToken(options, { ...identity, subject: AT_START }) };
}
