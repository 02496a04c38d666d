// `npm run test:mutants`: a spec that cannot fail proves nothing. Breaks one thing at a time in a copy of this tree, and demands that
// the spec which guards it then fails. test/mutants/*.json: lists of { name, promise, file, find, replace, spec, title? };
// `find` must stand in the file exactly once; `title` is a pattern of the tests of the spec that are run, all without it. `-- --promises P1,P4` chooses by promise, `-- --names a,b` by name.
// Ends with one line, `N passed, N failed`, and with 1 when one failed. Leaves no process and no folder behind.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { newReaper } from './reaper.mjs';
import { run, tool } from './tool.mjs';

const tree = path.resolve(import.meta.dirname, '..');
const NOT_COPIED = new Set(['node_modules', '.git', '.data', 'dist', 'coverage']);
const LONGEST_MS = 5 * 60_000; // of one spec

const chosenBy = (flag) => {
  const at = process.argv.indexOf(flag);
  return at < 0 ? null : new Set(process.argv[at + 1].split(','));
};

function mutants() {
  const folder = path.join(tree, 'test/mutants');
  const all = fs.readdirSync(folder).flatMap((file) => JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')));
  const [promises, names] = [chosenBy('--promises'), chosenBy('--names')];
  return all.filter(({ name, promise }) => (promises?.has(promise) ?? true) && (names?.has(name) ?? true));
}

async function copyTree(work) {
  const copy = path.join(work, 'tree');
  fs.cpSync(tree, copy, { recursive: true, filter: (from) => !NOT_COPIED.has(path.relative(tree, from)) });
  const [from, to] = ['node_modules', path.join(copy, 'node_modules')];
  const linked = await run('cp', ['-al', from, to], { cwd: tree });
  if (linked.status !== 0) {
    fs.rmSync(to, { recursive: true, force: true }); // another file system: hard links end there
    await run('cp', ['-a', from, to], { cwd: tree });
  }
  return copy;
}

/** How many tests failed; null when it could not run, which says nothing about what it guards. */
async function failures(copy, { spec, title }) {
  const report = path.join(copy, 'mutant-report.json');
  fs.rmSync(report, { force: true });
  const args = ['node_modules/jest/bin/jest.js', '--runInBand', '--json', '--outputFile', report, '--runTestsByPath', spec];
  if (title) args.push('--testNamePattern', title);
  await run(process.execPath, args, { cwd: copy, timeout: LONGEST_MS, stdio: 'ignore' });
  if (!fs.existsSync(report)) return null;
  const { numFailedTests, numPassedTests, numRuntimeErrorTestSuites } = JSON.parse(fs.readFileSync(report, 'utf8'));
  return numFailedTests + numPassedTests === 0 || numRuntimeErrorTestSuites > 0 ? null : numFailedTests;
}

/** What is wrong with the guard, if anything is: null when its spec fails under the mutant, as it should. */
async function complaint(copy, mutant) {
  const { file, find, replace, spec } = mutant;
  const target = path.join(copy, file);
  const sound = fs.readFileSync(target, 'utf8');
  const times = sound.split(find).length - 1;
  if (times !== 1) return `its text stands ${times} times in ${file}`;
  fs.writeFileSync(
    target,
    sound.replace(find, () => replace),
  );
  try {
    const failed = await failures(copy, mutant);
    if (failed === null) return `${spec} could not run with it`;
    return failed > 0 ? null : `${spec} did not notice`;
  } finally {
    fs.writeFileSync(target, sound);
  }
}

async function main(work) {
  const chosen = mutants();
  const copy = await copyTree(work);
  const unsound = new Map(); // a spec that fails without a mutant guards nothing
  let passed = 0;
  for (const mutant of chosen) {
    const begun = performance.now();
    const guard = `${mutant.spec} ${mutant.title ?? ''}`;
    if (!unsound.has(guard)) unsound.set(guard, (await failures(copy, mutant)) !== 0);
    const wrong = unsound.get(guard) ? `${mutant.spec} fails without it` : await complaint(copy, mutant);
    if (wrong === null) passed += 1;
    const seconds = ((performance.now() - begun) / 1000).toFixed(0);
    console.log(`${mutant.promise} ${mutant.name}: ${wrong === null ? 'noticed' : `NOT NOTICED: ${wrong}`}, in ${seconds} s`);
  }
  console.log(`${passed} passed, ${chosen.length - passed} failed`);
  return passed === chosen.length && passed > 0 ? 0 : 1;
}

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'trajectlijn-mutants-'));
const reaper = newReaper();
reaper.folder(work);
void tool(
  () => main(work),
  () => reaper.dismiss(),
);
