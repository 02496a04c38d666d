import { parseArgs } from 'node:util';
import { dayOf, isDay, type Instant } from '../kernel/days.js';
import { endingOf } from '../lifecycle/ending.js';
import { addressOf, linesOf, publishFile } from './publishing.js';
import { ENVIRONMENT, settingsHere, WrongSetting } from '../settings/settings.js';
import { EXAMPLE, tokenFor } from './token-request.js';

const OPTIONS = {
  'valid-from': { type: 'string' },
  address: { type: 'string' },
  tenant: { type: 'string', default: EXAMPLE.tenant },
  again: { type: 'boolean', default: false },
  demo: { type: 'boolean', default: false },
  development: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const HELP = `npm run publish -- <file.yaml> [--valid-from YYYY-MM-DD] [--tenant name] [--address http://host:port] [--again] [--demo]

Publishes a programme (as programmes/*.yaml) or a ruleset (as rulesets/*.yaml) as the next version of what its slug names,
on the development server that runs, as administrator. A refusal names each place in the file with the reason.

  --valid-from  from when a programme's version is in force; today when absent. A ruleset says so itself.
  --tenant      for whom; ${EXAMPLE.tenant} when absent
  --address     the server; http://127.0.0.1:3000, or what HOST and PORT say, when absent
  --again       also what is the same as the last version
  --demo        to the demo that runs (with --address, as it names it)`;

/** Exit codes: 0 published, or the same already; 1 refused; 2 a wrong setting. */
async function main(): Promise<number> {
  const { values, positionals } = parsed();
  if (values.help) return said(HELP, 0);
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new WrongSetting('Name one file: npm run publish -- programmes/x.yaml');

  const validFrom = values['valid-from'] ?? dayOf(new Date().toISOString().replace('Z', '000Z') as Instant);
  if (!isDay(validFrom)) throw new WrongSetting(`--valid-from is ${JSON.stringify(validFrom)}: it must be a day, YYYY-MM-DD.`);

  const outcome = await publishFile(await publisherFor(values), file, { validFrom, again: values.again });
  return said(linesOf(file, outcome).join('\n'), outcome.kind === 'not-published' ? 1 : 0);
}

async function publisherFor({ tenant, address, demo, development }: ReturnType<typeof parsed>['values']) {
  const flags = [...(demo ? ['--demo'] : []), ...(development ? ['--development'] : [])];
  const token = await tokenFor(ENVIRONMENT, ['--role', 'administrator', '--tenant', tenant, '--client', 'publish', ...flags]);
  const { host, port } = settingsHere([]);
  return { address: address ?? addressOf(host, port), token, tenant };
}

function parsed() {
  try {
    return parseArgs({ args: process.argv.slice(2), options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new WrongSetting(`${(error as Error).message.split('.')[0]}: npm run publish -- --help tells all.`);
  }
}

function said(text: string, code: number): number {
  process.stdout.write(`${text}\n`);
  return code;
}

try {
  process.exitCode = await main();
} catch (error) {
  const { code, text } = endingOf(error, null);
  process.stderr.write(`${text}\n`);
  process.exitCode = code;
}
