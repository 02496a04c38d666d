import { developmentToken } from './adapters/identity-development/development-identity.js';
import type { TenantId } from './kernel/ids.js';
import { startDatabase, storeFolder, type Database } from './lifecycle/database.js';
import { run } from './lifecycle/running.js';
import { addressOf, publishShipped, type Publisher } from './publishing.js';
import { serve } from './serve.js';
import { settingsHere, type Settings } from './settings.js';
import { EXAMPLE } from './token-request.js';

run(async (running) => {
  const settings = settingsHere(process.argv.slice(2));
  const database = await startDatabase(running, storeFolder(settings, 'real'), { simulated: false });
  const port = await serve(running, settings, database);
  if (settings.development)
    await publishShipped(await administrator(addressOf(settings.host, port), { settings, keys: database.keys }), (line) =>
      running.say(line),
    );
  running.say(`Trajectlijn serves on http://${settings.host}:${port} (data in ${database.folder}). Ctrl-C stops it.`);
});

type Known = Readonly<{ settings: Settings; keys: Database['keys'] }>;

/** Who publishes what is shipped: the administrator of the development tenant, by the same API as anybody. */
async function administrator(address: string, { settings, keys }: Known): Promise<Publisher> {
  const options = { key: await keys.key('identity'), development: true, environment: settings.environment };
  const identity = { ...EXAMPLE, tenant: EXAMPLE.tenant as TenantId, role: 'administrator' as const, onBehalfOf: null };
  return { address, tenant: EXAMPLE.tenant, token: await developmentToken(options, { ...identity, subject: 'npm-start' }) };
}
