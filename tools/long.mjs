// `npm run test:long`: what is too long for every commit, one part after the other, whatever the others gave.
// Ends with one line, `N passed, N failed`, and with 1 when one failed.
import { randomInt } from 'node:crypto';
import path from 'node:path';
import { run, tool } from './tool.mjs';

const tree = path.resolve(import.meta.dirname, '..');
const jest = path.join(tree, 'node_modules/jest/bin/jest.js');

/** All that chance leads, once with each of these seeds; the output of a part that fails names its seed. */
const SEEDS = Array.from({ length: 3 }, () => randomInt(2 ** 31));
const LED_BY_CHANCE = [
  'walk.spec',
  'property.spec',
  'test/read-models/runner',
  'test/kernel',
  'test/keys',
  'test/tokens',
  'test/identity/development-identity',
];

/** Each with what it needs besides Node. `--parts attacks,mutants` chooses. */
const PARTS = [
  {
    name: 'attacks',
    what: 'the attacks on the store, with full windows and rounds',
    args: [jest, '--runInBand', 'test/attacks'],
  },
  ...SEEDS.map((seed) => ({
    name: `seed ${seed}`,
    part: 'seeds',
    what: `all that chance leads, from TRAJECTLIJN_SEED=${seed}`,
    args: [jest, '--runInBand', ...LED_BY_CHANCE],
    env: { TRAJECTLIJN_SEED: `${seed}` },
  })),
  {
    name: 'copying',
    what: 'copies that are killed, ten times each',
    args: [jest, '--runInBand', 'test/copying/killed'],
  },
  { name: 'mutants', what: 'every mutant', args: ['tools/mutants.mjs'] },
  {
    name: 'nodes',
    what: 'npm start and npm test on other Nodes, refusal by those that are too old',
    args: ['tools/other-nodes.mjs'],
  },
];

const at = process.argv.indexOf('--parts');
const chosen = at < 0 ? PARTS : PARTS.filter(({ name, part = name }) => process.argv[at + 1].split(',').includes(part));

async function main() {
  const ended = [];
  for (const { name, what, args, env } of chosen) {
    console.log(`\n== ${name}: ${what}`);
    const begun = performance.now();
    const { status } = await run(process.execPath, args, {
      cwd: tree,
      env: { ...process.env, LONG: '1', ...env },
      stdio: 'inherit',
    });
    ended.push({ name, passed: status === 0, minutes: ((performance.now() - begun) / 60_000).toFixed(1) });
  }

  console.log('');
  for (const { name, passed, minutes } of ended) console.log(`${passed ? 'passed' : 'FAILED'}  ${name}, in ${minutes} min`);
  const passed = ended.filter((part) => part.passed).length;
  console.log(`${passed} passed, ${ended.length - passed} failed`);
  return passed === ended.length && passed > 0 ? 0 : 1;
}

void tool(main);
