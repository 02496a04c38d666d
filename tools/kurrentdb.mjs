// `KURRENTDB_URL=... npm run test:kurrentdb`: what must hold on a real server of KurrentDB too, each part in a name space that nobody uses,
// so that it can be run again on a server that is not empty; what it writes there stays. `-- --parts contract,demo` chooses.
// Ends with one line, `N passed, N failed`, and with 1 when one failed; without KURRENTDB_URL with one line that says so, and 2.
import path from 'node:path';
import { run, tool } from './tool.mjs';

const tree = path.resolve(import.meta.dirname, '..');
const jest = path.join(tree, 'node_modules/jest/bin/jest.js');

const PARTS = [
  { name: 'contract', specs: ['event-store/kurrentdb/contract.batch-append', 'event-store/kurrentdb/contract.append'] },
  { name: 'reactions', specs: ['reacting/engine', 'reacting/clicked-twice', 'reacting/lapses'] },
  { name: 'follow-ups', specs: ['application/life', 'application/follow-ups'] },
  { name: 'replay on two clocks', part: 'replay', specs: ['application/dashboards', 'application/timelines'] },
  { name: 'erasure', specs: ['application/erased'] },
  { name: 'commands without reads', part: 'reads', specs: ['application/recent-histories.kurrentdb'] },
  // The same feed as on PostgreSQL; store:verify and read-model:rebuild beside it.
  { name: 'the small demo', part: 'demo', specs: ['demo/demo'], title: 'a demo on KurrentDB' },
];

/** Said before anything runs: without it each part fails in a way of its own. */
const NEEDS =
  'The user in KURRENTDB_URL must be let read $all, and read and write streams named test…~ and demo…~. All parts take some ten minutes.';

const at = process.argv.indexOf('--parts');
const chosen = at < 0 ? PARTS : PARTS.filter(({ name, part = name }) => process.argv[at + 1].split(',').includes(part));

async function main() {
  if (!process.env.KURRENTDB_URL) {
    console.error('KURRENTDB_URL is missing: set it to the server to test on, as kurrentdb://127.0.0.1:2113?tls=false.');
    return 2;
  }
  console.log(NEEDS);
  const ended = [];
  for (const { name, specs, title } of chosen) {
    console.log(`\n== ${name}`);
    const named = title ? ['--testNamePattern', title] : [];
    const files = specs.map((spec) => `test/${spec}.spec.ts`);
    const args = [jest, '--runInBand', ...named, '--runTestsByPath', ...files];
    const { status } = await run(process.execPath, args, { cwd: tree, stdio: 'inherit' });
    ended.push({ name, passed: status === 0 });
  }
  const failed = ended.filter(({ passed }) => !passed).map(({ name }) => name);
  console.log(
    `\n${ended.length - failed.length} passed, ${failed.length} failed${failed.length > 0 ? `: ${failed.join(', ')}` : ''}`,
  );
  return failed.length > 0 ? 1 : 0;
}

await tool(main);
