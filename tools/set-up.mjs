import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { isInstalledAs } from './installed.mjs';
import { withLock } from './lock.mjs';
import { portTrouble } from './port.mjs';

const clone = path.resolve(import.meta.dirname, '..');
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'];
const INTERRUPTED = new Set(SIGNALS);
const BUILT = path.join(clone, 'dist/.trajectlijn-built');

/** Why the set-up ended, in one line that says what to do; `code` is what the process ends with, 3 as a start that cannot run. */
export class SetUpFailure extends Error {
  name = 'SetUpFailure';
  code = 1;
}

/**
 * Tries the port when asked, so that a busy one is told before minutes are spent.
 * Installs the packages when they are not those of the lock file and, when asked, builds when the sources changed.
 * Says what it does; says nothing when nothing is to be done. Two at once wait for each other.
 */
export async function ensure({ build, port }) {
  if (port) await tryPort();
  if (isInstalled() && (!build || isBuilt())) return;
  await withLock(path.join(clone, '.set-up.lock'), say, async () => {
    if (!isInstalled()) await install();
    if (build && !isBuilt()) await compile();
  });
}

async function tryPort() {
  const trouble = await portTrouble(process.env);
  if (trouble !== null) throw Object.assign(new SetUpFailure(trouble), { code: 3 });
}

async function install() {
  const [program, ...first] = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const args = [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  await step(
    'Installing the packages (npm ci; about a minute the first time)',
    program,
    args,
    'is the package registry reachable, and is there space on the disk?',
  );
}

/** By SWC itself, as `nest build` would: the Nest CLI loads packages that Node 20.19.0 cannot. */
async function compile() {
  const swc = path.join(clone, 'node_modules/@swc/cli/bin/swc.js');
  const args = ['src', '--out-dir', 'dist', '--strip-leading-paths', '--no-swcrc', '--config-file', 'tools/swc.build.json'];
  const hash = sourceHash();
  fs.rmSync(path.join(clone, 'dist'), { recursive: true, force: true });
  await step('Building', process.execPath, [swc, ...args], 'the lines above say where the source does not compile.');
  fs.writeFileSync(BUILT, hash);
}

const isBuilt = () => readOr(BUILT) === sourceHash() && fs.existsSync(path.join(clone, 'dist/main.js'));

function isInstalled() {
  const present = readOr(path.join(clone, 'node_modules/.package-lock.json'));
  const lock = JSON.parse(fs.readFileSync(path.join(clone, 'package-lock.json'), 'utf8'));
  return isInstalledAs(lock, present === null ? null : JSON.parse(present), process);
}

/** By content, not by time: a copied or checked out tree has times that say nothing. */
function sourceHash() {
  const files = fs
    .readdirSync(path.join(clone, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile());
  const sources = files.map((entry) => path.join(entry.parentPath ?? entry.path, entry.name)).sort();
  return hashOf([...sources, ...['package-lock.json', 'tools/swc.build.json'].map((name) => path.join(clone, name))]);
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${path.relative(clone, file)}\0`)
      .update(fs.readFileSync(file))
      .update('\0');
  return hash.digest('hex');
}

function readOr(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null;
}

/** Runs a program and says so. Errors: throws SetUpFailure, with code 130 where somebody interrupted it. */
export async function step(what, program, args, advice) {
  say(`${what} ...`);
  const begun = performance.now();
  const ended = await new Promise((resolve) => {
    const child = spawn(program, args, { cwd: clone, stdio: ['ignore', 2, 2] });
    let asked;
    const pass = (signal) => {
      asked = signal;
      child.kill(signal);
    };
    for (const signal of SIGNALS) process.on(signal, pass);
    child.once('close', () => SIGNALS.forEach((signal) => process.removeListener(signal, pass)));
    child.once('error', (error) => resolve(error.message));
    // npm answers a Ctrl-C by ending in its own way; that it came is what counts.
    child.once('close', (code, signal) => resolve(asked ?? code ?? signal));
  });
  if (INTERRUPTED.has(ended))
    throw Object.assign(new SetUpFailure(`${what}: interrupted; it begins again at the next start.`), { code: 130 });
  if (ended !== 0) throw new SetUpFailure(`${what} failed (${ended}): ${advice}`);
  say(`${what}: done in ${Math.round((performance.now() - begun) / 1000)} s.`);
}

/** Beside what the command itself says: the output of `npm run token` is a token and nothing else. */
function say(line) {
  console.error(`[set-up] ${line}`);
}
