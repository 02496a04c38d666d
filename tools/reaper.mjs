// What must not outlive a process, however that ends: a second process, in a group of its own so that Ctrl-C does not reach it, hears of
// process groups and folders over a pipe. When the pipe closes it ends the groups and removes the folders.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** How long a folder is tried to be removed while somebody still writes in it. Units: milliseconds. */
const PATIENCE_MS = 60_000;

/**
 * A reaper for this process. Tell it `folder(path)` and `group(pid)`; it acts when this process is gone.
 * `dismiss()` lets it act at once, and resolves when it is ready.
 */
export function newReaper() {
  const child = spawn(process.execPath, [import.meta.filename, 'reap'], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  child.unref();
  child.stdin.unref();
  child.stdin.on('error', () => undefined); // it went first: then there is nobody left to tell
  return {
    folder: (folder) => child.stdin.write(`folder ${folder}\n`),
    group: (pid) => child.stdin.write(`group ${pid}\n`),
    dismiss: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.ref();
        child.once('close', () => resolve());
        child.stdin.end();
      }),
  };
}

async function reap() {
  let told = '';
  for await (const text of process.stdin) told += text;
  const lines = told.split('\n').filter((line) => line !== '');
  const named = (word) => lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));

  for (const pid of named('group')) endGroup(Number(pid));
  await Promise.all(named('folder').map(remove));
}

function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}

async function remove(folder) {
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until; await pause(200)) {
    try {
      fs.rmSync(folder, { recursive: true, force: true });
    } catch {
      continue; // somebody still writes in it, on the way to its own end
    }
    await pause(500);
    if (!fs.existsSync(folder)) return;
  }
}

if (process.argv[2] === 'reap') void reap();
