import type pg from 'pg';
import type { Connections } from '../connections.js';
import { binariesFor } from './binaries.js';
import { ensureCluster } from './cluster.js';
import { databaseUser } from './database-user.js';
import { makeFolders, removeFarSocket, type Folders } from './folders.js';
import { launch, type Launched } from './launch.js';
import { ensureLogins, type PasswordOf } from './logins.js';
import { occupy, vacate } from './occupancy.js';
import { StartFailure } from './start-failure.js';

/** How to start it; `folder` is made when it is missing. */
export type StartOptions = Readonly<{
  folder: string;
  /** The secret of each login, of the superuser too; absent: whoever may enter the socket's folder may connect, for tests. */
  passwordOf?: PasswordOf;
  /** Whether a commit survives a power cut. Default: true; false only for data that may be lost. */
  durable?: boolean;
  /** Settings of PostgreSQL beside those of the house. */
  settings?: Readonly<Record<string, string>>;
  /** Hears each line of PostgreSQL's log. */
  onLog?(line: string): void;
  /** Called when nobody else works on the folder, before anything is started on it. */
  onVacant?(): void;
}>;

/** A running PostgreSQL on a Unix socket, which ends when this process ends. */
export type EmbeddedPostgres = Readonly<{
  connections: Connections;
  superuser: pg.ClientConfig;
  /** The process id of PostgreSQL itself, not of its guard. */
  pid: number;
  folder: string;
  /** Shuts it down in order; resolves when it is gone. */
  stop(): Promise<void>;
  /** Resolves, with a line for a person, when it ended without having been asked. */
  failed: Promise<string>;
}>;

/**
 * Starts the embedded PostgreSQL: as an unprivileged user, reachable by this machine's user only, and never left behind.
 *
 * Errors: StartFailure, one line that says what to do.
 */
export async function startEmbeddedPostgres(options: StartOptions): Promise<EmbeddedPostgres> {
  const user = databaseUser();
  const binaries = binariesFor(user);
  const folders = makeFolders(options.folder, user);
  const durable = options.durable ?? true;
  const password = options.passwordOf?.('postgres') ?? null;
  const superuser = { host: folders.socket, port: 5432, user: 'postgres', database: 'postgres', password: password ?? 'none' };

  await vacate(folders, superuser);
  options.onVacant?.();
  ensureCluster(folders, { user, binaries, password, durable });
  const server = await launch({ folders, user, binaries, durable, settings: options.settings ?? {}, onLog: options.onLog });
  try {
    return await admit(server, folders, { superuser, passwordOf: options.passwordOf ?? null });
  } catch (error) {
    await server.stop();
    throw explained(error, folders);
  }
}

/** A refused password means that the key folder and the data do not belong together. */
function explained(error: unknown, { home }: Folders): unknown {
  if ((error as { code?: string }).code !== '28P01') return error;
  return new StartFailure(
    `The passwords in the key folder do not open the database in ${home}: put back the key folder that belongs to it.`,
  );
}

type Access = Readonly<{ superuser: pg.ClientConfig; passwordOf: PasswordOf | null }>;

async function admit(server: Launched, folders: Folders, { superuser, passwordOf }: Access): Promise<EmbeddedPostgres> {
  const session = await occupy(folders, superuser);
  const connections = await ensureLogins(session, superuser, passwordOf);
  const stop = async (): Promise<void> => {
    await session.end().catch(() => undefined);
    await server.stop();
    removeFarSocket(folders);
  };
  return { connections, superuser, pid: server.pid, folder: folders.home, stop, failed: server.failed };
}
