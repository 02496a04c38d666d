import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { developmentToken } from '../adapters/identity-development/development-identity.js';
import type { TenantId } from '../kernel/ids.js';
import { Api, type Tokens } from '../demo/stage/api.js';
import { demoOptions, type DemoOptions } from './demo-options.js';
import { figuresOf } from '../demo/stage/figures.js';
import { Progress } from '../lifecycle/progress.js';
import { play, STORIES } from '../demo/story.js';
import { tableOf } from '../demo/table.js';
import { whereToLook } from '../demo/where-to-look.js';
import { startDatabase, storeFolder, type Database } from '../lifecycle/database.js';
import { EXIT } from '../lifecycle/ending.js';
import { emptyFolder } from '../lifecycle/empty-folder.js';
import { run, type Running } from '../lifecycle/running.js';
import { logFrom, type LogElsewhere } from '../composition/open-log.js';
import { serve } from '../lifecycle/serve.js';
import { settingsHere, WrongSetting, type Settings } from '../settings/settings.js';

const ROOT = path.resolve(import.meta.dirname, '../..');

type Voices = Readonly<Record<string, Api>>;

/** `npm run demo`: everything on a simulated store of its own, the stories over the public API, a table of each, and then it serves on. */
run(async (running) => {
  const options = demoOptions(process.argv.slice(2));
  const settings = settingsHere(['--development'], { LOG_LEVEL: 'warn', PORT: '0' });
  refuseElsewhere(settings);
  const folder = storeFolder(settings, 'demo');
  await emptyFolder(folder);

  const database = await startDatabase(running, folder, { simulated: true, events: unusedLog(settings) });
  const known = { keys: database.keys, environment: settings.environment };
  const port = await serve(running, settings, database);
  const address = `http://${settings.host}:${port}`;
  running.say(`Serving on ${address}; now the stories are played over its API (seed ${options.seed}, --${options.size}).`);

  const voices = await voicesFor(known, { address, seed: options.seed });
  await tell(running, voices, options);
  if (options.exit) return running.finished(EXIT.stopped);
  const { supervisor } = await tokensFor(known, 'gemeente');
  running.say(await whereToLook(voices, { address, token: supervisor }));
  running.say('Ctrl-C stops it; the next demo starts anew.');
});

/** Errors: WrongSetting for settings of an installation, which the demo would have to ignore. */
function refuseElsewhere({ database, role }: Settings): void {
  if (database !== null)
    throw new WrongSetting('DATABASE_URL is refused by the demo, which makes a database of its own each time: leave it out.');
  if (role !== 'all') throw new WrongSetting(`ROLE ${role} is refused by the demo, which needs all parts: leave it out.`);
}

/** On KurrentDB each demo has a name space of its own: what is there stays, and nothing is deleted. */
function unusedLog(settings: Settings): LogElsewhere | null {
  const events = logFrom(settings);
  return events && { ...events, nameSpace: `demo${randomBytes(8).toString('hex')}` };
}

async function tell(running: Running, voices: Voices, options: DemoOptions): Promise<void> {
  const calendar = await shipped('rulesets/all-days.yaml');
  const definitions = await bySlug((slug) => shipped(`programmes/${slug}.yaml`));
  await play({ calendar, definitions, voices }, { ...options, progress: new Progress(process.stdout) });

  const figures = await bySlug((slug, story) => figuresOf(voices[slug], voices[slug].streams, story.figures));
  running.say(tableOf(STORIES, figures, options.size));
  const streams = await bySlug((slug) => Promise.resolve(voices[slug].streams));
  if (options.json) await writeFile(options.json, `${JSON.stringify({ figures, streams }, null, 2)}\n`);
}

async function shipped(file: string): Promise<object> {
  return parse(await readFile(path.join(ROOT, file), 'utf8')) as object;
}

/** One voice per story, of the organisation that runs its programme. */
function voicesFor(known: Known, line: Readonly<{ address: string; seed: number }>): Promise<Voices> {
  return bySlug(async (slug, { organisation }) => new Api({ ...line, tokens: await tokensFor(known, organisation) }, slug));
}

async function bySlug<T>(of: (slug: string, story: (typeof STORIES)[number]) => Promise<T>): Promise<Record<string, T>> {
  const found: Record<string, T> = {};
  for (const story of STORIES) found[story.slug] = await of(story.slug, story);
  return found;
}

type Known = Readonly<{ keys: Database['keys']; environment: Settings['environment'] }>;

async function tokensFor({ keys, environment }: Known, organisation: string): Promise<Tokens> {
  const options = { key: await keys.key('identity'), development: true, environment };
  const tokenOf = (role: keyof Tokens): Promise<string> =>
    developmentToken(options, {
      tenant: 'meedoen' as TenantId,
      organisation,
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
