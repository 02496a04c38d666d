import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { developmentToken } from './adapters/identity-development/development-identity.js';
import type { TenantId } from './kernel/ids.js';
import { Api, type Tokens } from './demo/api.js';
import { demoOptions, type DemoOptions } from './demo-options.js';
import { Progress } from './demo/progress.js';
import { play } from './demo/story.js';
import { figuresOf, tableOf } from './demo/table.js';
import { whereToLook } from './demo/where-to-look.js';
import { startDatabase, storeFolder, type Database } from './lifecycle/database.js';
import { EXIT } from './lifecycle/ending.js';
import { emptyFolder } from './lifecycle/empty-folder.js';
import { run, type Running } from './lifecycle/running.js';
import { serve } from './serve.js';
import { settingsFrom } from './settings.js';

const ROOT = path.resolve(import.meta.dirname, '..');

/** `npm run demo`: everything on a simulated store of its own, the story over the public API, a table, and then it serves on. */
run(async (running) => {
  const { flags, options } = demoOptions(process.argv.slice(2));
  const settings = settingsFrom({ LOG_LEVEL: 'warn', ...process.env, PORT: process.env.PORT ?? '0' }, [
    ...flags,
    '--development',
  ]);
  const folder = storeFolder(settings, 'demo');
  await emptyFolder(folder);

  const database = await startDatabase(running, folder, { simulated: true });
  const port = await serve(running, settings, database);
  const address = `http://${settings.host}:${port}`;
  const tokens = await tokensFor(database);
  running.say(`Serving on ${address}; now the story is played over its API (seed ${options.seed}).`);

  const api = new Api(address, tokens, options.seed);
  await tell(running, api, options);
  if (options.exit) return running.finished(EXIT.stopped);
  running.say(await whereToLook(api, { address, token: tokens.supervisor }));
  running.say('Ctrl-C stops it; the next demo starts anew.');
});

async function tell(running: Running, api: Api, options: DemoOptions): Promise<void> {
  const published = {
    calendar: await shipped('rulesets/all-days.yaml'),
    definition: await shipped('programmes/meedoen-werkt.yaml'),
  };
  await play(api, published, { seed: options.seed, progress: new Progress(process.stdout) });

  const figures = await figuresOf(api);
  running.say(tableOf(figures));
  if (options.json) await writeFile(options.json, `${JSON.stringify({ figures, streams: api.streams }, null, 2)}\n`);
}

async function shipped(file: string): Promise<object> {
  return parse(await readFile(path.join(ROOT, file), 'utf8')) as object;
}

async function tokensFor({ keys }: Database): Promise<Tokens> {
  const options = { key: await keys.key('identity'), development: true, environment: process.env.NODE_ENV };
  const tokenOf = (role: keyof Tokens): Promise<string> =>
    developmentToken(options, {
      tenant: 'meedoen' as TenantId,
      organisation: 'gemeente',
      role,
      subject: `demo-${role}`,
      client: 'demo',
      onBehalfOf: null,
    });
  return {
    administrator: await tokenOf('administrator'),
    caseworker: await tokenOf('caseworker'),
    supervisor: await tokenOf('supervisor'),
  };
}
