import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres, type StartOptions } from '../../src/adapters/embedded-postgres/start.js';

/** The secret of each login in these specs. */
export const passwordOf = (name: string): string => `secret of ${name}`;

/** Folders and servers of one spec, all gone after `clear`. */
export class Scratch {
  readonly root = enterable(fs.mkdtempSync('/var/tmp/trajectlijn-spec-'));
  private readonly servers: EmbeddedPostgres[] = [];

  folder(name = 'home'): string {
    return path.join(this.root, name);
  }

  async start(options: Partial<StartOptions> = {}): Promise<EmbeddedPostgres> {
    const server = await startEmbeddedPostgres({ folder: this.folder(), passwordOf, ...options });
    this.servers.push(server);
    return server;
  }

  async clear(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.stop()));
    fs.rmSync(this.root, { recursive: true, force: true });
  }
}

/** Runs one statement in a session of its own; answers its rows. */
export async function ask(config: pg.ClientConfig, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(config);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The line with which a start is refused. Fails when it starts, or when it is more than one line. */
export async function refusalOf(start: Promise<unknown>): Promise<string> {
  const error = await start.then(
    () => new Error('it started'),
    (refused: Error) => refused,
  );
  expect(error.name).toBe('StartFailure');
  expect(error.message).not.toContain('\n');
  return error.message;
}

function enterable(folder: string): string {
  fs.chmodSync(folder, 0o755);
  return folder;
}
