// For tools that run programs one after the other: Ctrl-C ends the program under way, then cleans up, and the last line says so.
import { spawn } from 'node:child_process';

/** How long a program that was asked to end may take before it is ended. Units: milliseconds. */
const PATIENCE_MS = 20_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Thrown in a tool that was asked to end: nothing more is tried, and nothing is said of what was not. */
class Ended extends Error {
  name = 'Ended';
}

let asked = null;
let underWay = null;

/**
 * Runs one program and answers `{ status, stdout, stderr }` (`status` null when it was ended, after `timeout` milliseconds too).
 * Errors: throws what spawning says; `Ended`, which is for `tool` alone, when this process was asked to end.
 */
export async function run(program, args, { timeout, ...options } = {}) {
  if (asked) throw new Ended();
  const child = spawn(program, args, options);
  const told = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) child[name]?.on('data', (text) => (told[name] += text));

  underWay = child;
  const tooLong = timeout === undefined ? undefined : setTimeout(() => end(child, 'SIGTERM'), timeout);
  const status = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  clearTimeout(tooLong);
  underWay = null;

  if (asked) throw new Ended();
  return { status, ...told };
}

/** `main` answers the exit code; `cleanUp` follows whatever became of it; asked to end, the code is 130 and the last line says by what. */
export async function tool(main, cleanUp = () => undefined) {
  for (const signal of SIGNALS) process.on(signal, () => askedToEnd(signal));
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof Ended)) console.error(error);
    process.exitCode = error instanceof Ended ? 130 : 1;
  }
  await cleanUp();
  if (asked) console.log(`Ended by ${asked}: what follows was not tried, and nothing is known of it.`);
}

function askedToEnd(signal) {
  if (asked) return; // npm passes on a Ctrl-C that came from the terminal already
  asked = signal;
  if (underWay) end(underWay, signal);
}

function end(child, signal) {
  child.kill(signal);
  setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS).unref();
}
