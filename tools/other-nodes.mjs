// `npm run test:nodes`: the first and only command of a fresh clone, on other Nodes than this one. Each comes from the package registry
// as a package that holds the program alone. On those that are good enough `npm start` and `npm test` must pass; on one that is too old
// each command must end with one line that says so, and install nothing. `-- --nodes 24,26` chooses.
// Ends with one line, `N passed, N failed`, and with 1 when one failed. Leaves no process and no folder behind.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { newReaper } from './reaper.mjs';
import { run, tool } from './tool.mjs';

const tree = path.resolve(import.meta.dirname, '..');
const GOOD_ENOUGH = ['20.19.0', '22', '24', '26'];
const TOO_OLD = ['18', '22.11.0'];
const REFUSAL = /^Trajectlijn needs Node 20\.19 or newer of 20, or 22\.12 or newer, and this is v[\d.]+: install a newer one/;

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'trajectlijn-nodes-'));
const reaper = newReaper();
reaper.folder(work);

/** The environment of somebody who has this Node and knows nothing of the npm that runs this. */
async function environmentWith(version) {
  const folder = path.join(work, `node-${version}`);
  fs.mkdirSync(folder, { recursive: true });
  const packageName = `node-linux-${process.arch}@${version}`;
  await run('npm', ['install', '--silent', '--no-audit', '--no-fund', '--prefix', folder, packageName], { stdio: 'inherit' });
  const inherited = Object.entries(process.env).filter(([name]) => !/^(npm_|JEST_|NODE_OPTIONS|INIT_CWD)/i.test(name));
  const programs = path.join(folder, `node_modules/node-linux-${process.arch}/bin`);
  return { ...Object.fromEntries(inherited), PATH: `${programs}${path.delimiter}${process.env.PATH}` };
}

async function freshClone() {
  const clone = path.join(fs.mkdtempSync(path.join(work, 'clone-')), 'trajectlijn');
  await run('git', ['clone', '--quiet', tree, clone], { stdio: 'inherit' });
  return clone;
}

/** What is wrong, or null. The specs of `npm start` make their own clone, and start it with the Node of their PATH. */
async function startsOn(env) {
  const jest = path.join(tree, 'node_modules/jest/bin/jest.js');
  const { status } = await run(process.execPath, [jest, 'test/clone/start.spec.ts'], { cwd: tree, env, stdio: 'inherit' });
  return status === 0 ? null : `test/clone/start.spec.ts ended with ${status}`;
}

async function testsOn(env) {
  const cwd = await freshClone();
  const { status } = await run('npm', ['test', '--', '--without-clones'], { cwd, env, stdio: 'inherit' });
  fs.rmSync(path.dirname(cwd), { recursive: true, force: true });
  return status === 0 ? null : `npm test ended with ${status}`;
}

async function refusedOn(env, command) {
  const cwd = await freshClone();
  const { status, stdout, stderr } = await run('npm', command, { cwd, env });
  const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '' && !/^(npm |>)/.test(line));
  const installed = fs.existsSync(path.join(cwd, 'node_modules'));
  fs.rmSync(path.dirname(cwd), { recursive: true, force: true });
  if (status === 0) return 'it was not refused';
  if (installed) return 'something was installed';
  return lines.length === 1 && REFUSAL.test(lines[0]) ? null : `it said: ${lines.join(' / ')}`;
}

async function* checks(versions) {
  for (const version of versions) {
    const env = await environmentWith(version);
    const { stdout } = await run('node', ['--version'], { env });
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

async function main() {
  const at = process.argv.indexOf('--nodes');
  const told = [];
  for await (const [name, check] of checks(at < 0 ? [...TOO_OLD, ...GOOD_ENOUGH] : process.argv[at + 1].split(','))) {
    console.log(`== ${name}`);
    const wrong = await check();
    told.push([name, wrong]);
    console.log(`== ${name}: ${wrong === null ? 'passed' : `FAILED: ${wrong}`}`);
  }
  const failed = told.filter(([, wrong]) => wrong !== null);
  for (const [name, wrong] of told)
    console.log(`${wrong === null ? 'passed' : 'FAILED'}  ${name}${wrong === null ? '' : `: ${wrong}`}`);
  console.log(`${told.length - failed.length} passed, ${failed.length} failed`);
  return failed.length === 0 && told.length > 0 ? 0 : 1;
}

void tool(main, () => reaper.dismiss());
