// What `npm test` runs. Everything after `--` goes to Jest, but for the flags below.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { redisServerInstalled } from './redis-server.mjs';
import { run, tool } from './tool.mjs';

const clone = path.resolve(import.meta.dirname, '..');
const jest = path.join(clone, 'node_modules/jest/bin/jest.js');
const given = process.argv.slice(2);

/** Suites that can be left out, each with the flag that does so and what it needs. */
const APART = [
  {
    flag: '--without-clones',
    suites: 'test/clone/',
    needs: 'makes fresh clones of the last commit, installs and starts them (minutes, and the package registry)',
  },
];

const out = APART.filter(({ flag }) => given.includes(flag));
const passed = given.filter((argument) => !APART.some(({ flag }) => flag === argument));
const ignore = ['/node_modules/', ...out.map(({ suites }) => `/${suites}`)];
const args = [jest, ...passed, ...ignore.flatMap((pattern) => ['--testPathIgnorePatterns', pattern])];

/** Suites that need a server of Redis or Valkey; without one they are left out, and the run fails. */
const ON_REDIS = 'test/queue/redis.';
/** One that needs it for a part, which fails without. */
const PARTLY_ON_REDIS = 'test/demo/demo.spec';

/** What Jest itself would run with these arguments. */
function suitesChosen() {
  const { stdout } = spawnSync(process.execPath, [...args, '--listTests'], { cwd: clone, encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.endsWith('.spec.ts'));
}

async function main() {
  const chosen = suitesChosen();
  console.log(`${chosen.length} suites, on a PostgreSQL of their own from npm; nothing else need run.`);
  for (const { suites, needs, flag } of APART)
    if (chosen.some((file) => file.includes(`/${suites}`))) console.log(`${suites} ${needs}; ${flag} leaves it out.`);

  const needed = chosen.some((file) => [ON_REDIS, PARTLY_ON_REDIS].some((suites) => file.includes(`/${suites}`)));
  const redis = !needed || redisServerInstalled(console.log);
  const left = redis ? [] : ['--testPathIgnorePatterns', `/${ON_REDIS.replace('.', '\\.')}`];

  const { status } = await run(process.execPath, [...args, ...left, '--maxWorkers=2'], { cwd: clone, stdio: 'inherit' });
  for (const { suites, flag } of out) console.log(`NOT RUN: ${suites} (${flag} was given).`);
  if (!redis)
    console.log(
      `NOT RUN, and so this run fails: ${ON_REDIS}* needs redis-server or valkey-server (apt-get install redis-tools).`,
    );
  return redis ? (status ?? 1) : status || 1;
}

void tool(main);
