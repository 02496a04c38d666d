import fs from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** A lock whose holder was not heard for so long belongs to nobody. Units: milliseconds. */
const SILENCE_MS = 20_000;
const HEARTBEAT_MS = 1_000;

/**
 * Does one thing at a time over all processes that name the same file; the others wait, and say so once.
 * A holder that was killed holds nothing: its process is gone, or it was not heard for twenty seconds.
 */
export async function withLock(file, say, work) {
  for (let told = false; !taken(file); await pause(200)) {
    if (isAbandoned(file)) removeAbandoned(file);
    else if (!told) say(`Waiting for process ${holderOf(file)}, which is setting up this clone ...`);
    told = true;
  }
  const heartbeat = setInterval(() => touch(file), HEARTBEAT_MS);
  const letGo = () => release(file);
  process.once('exit', letGo);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    process.removeListener('exit', letGo);
    letGo();
  }
}

/** The name appears with its content, by a hard link: whoever reads it knows who holds it. */
function taken(file) {
  const own = `${file}.${process.pid}`;
  fs.writeFileSync(own, String(process.pid));
  try {
    fs.linkSync(own, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    fs.rmSync(own, { force: true });
  }
}

function isAbandoned(file) {
  const found = fs.statSync(file, { throwIfNoEntry: false });
  if (!found) return false;
  return Date.now() - found.mtimeMs > SILENCE_MS || !isAlive(holderOf(file));
}

/** Moved aside before it is removed: if another process took the lock between the look and the move, it gets it back. */
function removeAbandoned(file) {
  const aside = `${file}.${process.pid}`;
  try {
    fs.renameSync(file, aside);
    if (!isAbandoned(aside)) fs.linkSync(aside, file);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  } finally {
    fs.rmSync(aside, { force: true });
  }
}

function holderOf(file) {
  return fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0;
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function touch(file) {
  const now = new Date();
  try {
    fs.utimesSync(file, now, now);
  } catch {
    // Somebody took it for abandoned: there is nothing left to keep warm.
  }
}

function release(file) {
  fs.rmSync(file, { force: true });
}
