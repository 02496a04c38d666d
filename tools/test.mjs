// What `npm test` runs. Everything after `--` goes to Jest, but for the flags below.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const clone = path.resolve(import.meta.dirname, '..');
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

console.log('All suites start their own PostgreSQL from npm; nothing else need run.');
for (const { suites, needs, flag } of APART) console.log(`${suites} ${needs}; ${flag} leaves it out.`);

const jest = path.join(clone, 'node_modules/jest/bin/jest.js');
const args = [jest, '--maxWorkers=2', ...passed, ...ignore.flatMap((pattern) => ['--testPathIgnorePatterns', pattern])];
const { status } = spawnSync(process.execPath, args, { cwd: clone, stdio: 'inherit' });

for (const { suites, flag } of out) console.log(`NOT RUN: ${suites} (${flag} was given).`);
process.exitCode = status ?? 1;
