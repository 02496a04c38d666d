import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { canEnter, canWrite, databaseUser, type DatabaseUser } from './database-user.js';
import { folderFailure, StartFailure } from './start-failure.js';

/** Where one database lies: `cluster` is PostgreSQL's own, `socket` holds the only way in. */
export type Folders = Readonly<{ home: string; cluster: string; socket: string }>;

/** Folders outside every clone that each user may enter; the first that can be made is used. */
const SHARED = ['/var/lib/trajectlijn', '/var/tmp/trajectlijn'];

/** The longest path that the kernel takes for a Unix socket, less what PostgreSQL adds to its folder. Units: bytes. */
const LONGEST_SOCKET_FOLDER = (process.platform === 'darwin' ? 103 : 107) - '/.s.PGSQL.5432'.length;

/**
 * Where a clone keeps its data when nobody says: `.data` in the clone, or, when the database user cannot get there
 * (root cloned below a folder that only root may enter), a folder of that clone's own outside it.
 * The same clone always gets the same folder. Nothing is made yet.
 */
export function defaultDataFolder(clone: string): string {
  const real = fs.realpathSync(clone);
  if (canEnter(databaseUser(), real)) return path.join(real, '.data');
  return path.join(sharedFolder(), `${path.basename(real)}-${shortHash(real)}`);
}

/** The folder outside every clone, made and enterable for all when this answers; only root asks for it. */
export function sharedFolder(): string {
  const made = SHARED.find(isOwnOrMade);
  if (!made)
    throw new StartFailure(`Cannot make any of ${SHARED.join(', ')}: set DATA_DIR to a folder that the database user may enter.`);
  return made;
}

/**
 * Makes the home of one database, which everybody may enter and nobody else may write.
 *
 * Errors: StartFailure when it cannot be made.
 */
export function makeHome(home: string): void {
  try {
    makeEnterable(home);
  } catch (error) {
    throw folderFailure(home, error);
  }
}

/**
 * Makes the home of one database, and the folder of its socket.
 *
 * Errors: StartFailure when it cannot be made, or when the database user cannot work there.
 */
export function makeFolders(home: string, user: DatabaseUser): Folders {
  const cluster = path.join(home, 'postgres');
  makeHome(home);
  try {
    if (!canEnter(user, home)) throw cannotReach(home, user);
    refuseAnotherOwner(cluster, user);
    return { home, cluster, socket: makeOwned(socketFolder(home), user) };
  } catch (error) {
    throw error instanceof StartFailure ? error : folderFailure(home, error);
  }
}

/** Removes the socket's folder where it had to lie outside the home. */
export function removeFarSocket({ home, socket }: Folders): void {
  if (!socket.startsWith(home)) fs.rmSync(socket, { recursive: true, force: true });
}

/** Makes a folder that only the database user may enter, or takes the one that is there if it is exactly that. */
export function makeOwned(folder: string, user: DatabaseUser): string {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid } = user.ids;
  const found = fs.lstatSync(folder);
  if (uid !== undefined && found.uid === 0) fs.chownSync(folder, uid, user.ids.gid ?? 0);
  else if (!found.isDirectory() || found.uid !== (uid ?? process.getuid?.())) throw anotherOwner(folder, found.uid, user);

  fs.chmodSync(folder, 0o700);
  if (!canWrite(user, folder)) throw cannotReach(folder, user);
  return folder;
}

/**
 * Makes a folder with what is missing above it, and lets everybody enter what was made, whatever the umask. Throws what the system says.
 * One after the other, as `recursive` of Node 20 never ends where the system says that a folder is not there which cannot be made (/proc).
 */
function makeEnterable(folder: string): void {
  if (isFolder(folder)) return;
  const above = path.dirname(folder);
  if (above !== folder) makeEnterable(above);
  try {
    fs.mkdirSync(folder);
    fs.chmodSync(folder, 0o755);
  } catch (error) {
    if (!isFolder(folder)) throw error; // else another process was first
  }
}

const isFolder = (folder: string): boolean => fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;

function isOwnOrMade(folder: string): boolean {
  try {
    makeEnterable(folder);
    const { uid, mode } = fs.lstatSync(folder);
    return uid === process.getuid?.() && (mode & 0o022) === 0 && (mode & 0o005) === 0o005;
  } catch {
    return false;
  }
}

function socketFolder(home: string): string {
  const near = path.join(home, 'socket');
  const fits = Buffer.byteLength(near) <= LONGEST_SOCKET_FOLDER;
  return fits ? near : path.join(fs.realpathSync(os.tmpdir()), `trajectlijn-${shortHash(home)}`);
}

function refuseAnotherOwner(cluster: string, user: DatabaseUser): void {
  const found = fs.statSync(cluster, { throwIfNoEntry: false });
  if (found && found.uid !== (user.ids.uid ?? process.getuid?.())) throw anotherOwner(cluster, found.uid, user);
}

const anotherOwner = (folder: string, uid: number, user: DatabaseUser): StartFailure =>
  new StartFailure(
    `${folder} belongs to user id ${uid}, but PostgreSQL would run as ${user.name}: start as the user who made it, or \`chown -R ${user.name}\` it.`,
  );

const cannotReach = (folder: string, user: DatabaseUser): StartFailure =>
  new StartFailure(
    `PostgreSQL runs as user ${user.name}, who cannot enter and write ${folder}: open the folders above it (chmod a+x), or set DATA_DIR to another folder.`,
  );

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);
