// `npm run test:nodes`: the first and only command of a fresh clone, on other Nodes than this one. Each comes from the package registry
// as a package that holds the program alone. On those that are good enough `npm start` and `npm test` must pass; on one that is too old
// each command must end with one line that says so, and install nothing. `-- --nodes 24,26` chooses.
// Ends with one line, `N passed, N failed`, and with 1 when one failed. Leaves no process and no folder behind.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const tree = path.resolve(import.meta.dirname, '..');
const GOOD_ENOUGH = ['20.19.0', '22', '24', '26'];
const TOO_OLD = ['18', '22.11.0'];
const REFUSAL = /^Trajectlijn needs Node 20\.19 or newer .* and this is v[\d.]+: install a newer one/;

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'trajectlijn-nodes-'));
process.on('exit', () => fs.rmSync(work, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));

/** The environment of somebody who has this Node and knows nothing of the npm that runs this. */
function environmentWith(version) {
  const folder = path.join(work, `node-${version}`);
  fs.mkdirSync(folder, { recursive: true });
  const packageName = `node-linux-${process.arch}@${version}`;
  run('npm', ['install', '--silent', '--no-audit', '--no-fund', '--prefix', folder, packageName], { stdio: 'inherit' });
  const inherited = Object.entries(process.env).filter(([name]) => !/^(npm_|JEST_|NODE_OPTIONS|INIT_CWD)/i.test(name));
  const programs = path.join(folder, `node_modules/node-linux-${process.arch}/bin`);
  return { ...Object.fromEntries(inherited), PATH: `${programs}${path.delimiter}${process.env.PATH}` };
}

function freshClone() {
  const clone = path.join(fs.mkdtempSync(path.join(work, 'clone-')), 'trajectlijn');
  run('git', ['clone', '--quiet', tree, clone], { stdio: 'inherit' });
  return clone;
}

function run(program, args, options) {
  const ended = spawnSync(program, args, { encoding: 'utf8', ...options });
  if (ended.error) throw ended.error;
  return ended;
}

/** What is wrong, or null. The specs of `npm start` make their own clone, and start it with the Node of their PATH. */
function startsOn(env) {
  const jest = path.join(tree, 'node_modules/jest/bin/jest.js');
  const { status } = run(process.execPath, [jest, 'test/clone/start.spec.ts'], { cwd: tree, env, stdio: 'inherit' });
  return status === 0 ? null : `test/clone/start.spec.ts ended with ${status}`;
}

function testsOn(env) {
  const cwd = freshClone();
  const { status } = run('npm', ['test', '--', '--without-clones'], { cwd, env, stdio: 'inherit' });
  fs.rmSync(path.dirname(cwd), { recursive: true, force: true });
  return status === 0 ? null : `npm test ended with ${status}`;
}

function refusedOn(env, command) {
  const cwd = freshClone();
  const { status, stdout, stderr } = run('npm', command, { cwd, env });
  const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '' && !/^(npm |>)/.test(line));
  const installed = fs.existsSync(path.join(cwd, 'node_modules'));
  fs.rmSync(path.dirname(cwd), { recursive: true, force: true });
  if (status === 0) return 'it was not refused';
  if (installed) return 'something was installed';
  return lines.length === 1 && REFUSAL.test(lines[0]) ? null : `it said: ${lines.join(' / ')}`;
}

function* checks(versions) {
  for (const version of versions) {
    const env = environmentWith(version);
    const { stdout } = run('node', ['--version'], { env });
    const on = `on Node ${stdout.trim()}`;
    if (!stdout.startsWith(`v${version}`)) yield [`Node ${version}`, () => `the Node of the package is ${stdout.trim()}`];
    else if (TOO_OLD.includes(version))
      for (const command of [['start'], ['run', 'demo'], ['test']])
        yield [`npm ${command.join(' ')} is refused ${on}`, () => refusedOn(env, command)];
    else
      yield* [
        [`npm start ${on}`, () => startsOn(env)],
        [`npm test ${on}`, () => testsOn(env)],
      ];
  }
}

const at = process.argv.indexOf('--nodes');
const told = [];
for (const [name, check] of checks(at < 0 ? [...TOO_OLD, ...GOOD_ENOUGH] : process.argv[at + 1].split(','))) {
  console.log(`== ${name}`);
  const wrong = check();
  told.push([name, wrong]);
  console.log(`== ${name}: ${wrong === null ? 'passed' : `FAILED: ${wrong}`}`);
}
const failed = told.filter(([, wrong]) => wrong !== null);
for (const [name, wrong] of told)
  console.log(`${wrong === null ? 'passed' : 'FAILED'}  ${name}${wrong === null ? '' : `: ${wrong}`}`);
console.log(`${told.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 && told.length > 0 ? 0 : 1;
