import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { passwordsFrom } from '../../src/adapters/embedded-postgres/logins.js';
import { makeFolders } from '../../src/adapters/embedded-postgres/folders.js';
import { databaseUser } from '../../src/adapters/embedded-postgres/database-user.js';
import { openKeyFolder } from '../../src/adapters/key-folder/key-folder.js';
import { developmentToken } from '../../src/adapters/identity-development/development-identity.js';
import type { TenantId } from '../../src/kernel/ids.js';
import type { Role } from '../../src/kernel/messages.js';
import { eventually } from '../harness/eventually.js';

const ROOT = path.resolve(__dirname, '../..');

/** An event of the feed, as far as the specs look at it. */
export type FeedEvent = Readonly<{
  eventId: string;
  streamId: string;
  version: number;
  type: string;
  recordedAt: string;
  occurredOn?: string;
  data: Record<string, unknown>;
  [field: string]: unknown;
}>;

/** A demo in a process and a data folder of its own, which serves on after its table. */
export class RunningDemo {
  output = '';
  readonly folder = fs.mkdtempSync(path.join('/var/tmp', 'trajectlijn-demo-'));
  private readonly json = path.join(this.folder, 'figures.json');
  private readonly child: ChildProcess;
  private ended = false;

  /** `settings` beside those that every demo here has. */
  constructor(
    seed: number,
    private readonly settings: Readonly<Record<string, string>> = {},
  ) {
    fs.chmodSync(this.folder, 0o755);
    const args = ['--import', './tools/typescript.mjs', 'src/bin/demo.ts', '--seed', String(seed), '--json', this.json];
    this.child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: this.env,
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (text: Buffer) => (this.output += text.toString()));
    this.child.once('close', () => (this.ended = true));
  }

  /** Of every program that works on this demo. */
  private get env(): NodeJS.ProcessEnv {
    return { ...process.env, KURRENTDB_URL: '', ...this.settings, DATA_DIR: this.folder, PORT: '0', NODE_ENV: '' };
  }

  /** Runs one of the tools that stand beside it to its end; answers what it said and its exit code. */
  async tool(file: string, ...flags: string[]): Promise<Readonly<{ code: number | null; said: string }>> {
    const child = spawn(process.execPath, ['--import', './tools/typescript.mjs', file, '--demo', ...flags], {
      cwd: ROOT,
      env: this.env,
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, said };
  }

  /** Waits until the story is told. */
  async told(): Promise<void> {
    await eventually('the demo has told its story', () => this.ended || this.output.includes('Ctrl-C stops it'), 900_000);
    if (this.ended) throw new Error(`the demo ended: ${this.output}`);
  }

  get address(): string {
    return /Serving on (http:\S+?);/.exec(this.output)?.[1] ?? '';
  }

  /** The figures and the paths of the streams, each by programme. */
  get figures(): { figures: Record<string, Record<string, number>>; streams: Record<string, string[]> } {
    return JSON.parse(fs.readFileSync(this.json, 'utf8')) as RunningDemo['figures'];
  }

  async token(role: Role): Promise<string> {
    const keys = await openKeyFolder(path.join(this.folder, 'demo', 'keys'));
    const identity = {
      tenant: 'meedoen' as TenantId,
      organisation: 'gemeente',
      role,
      subject: 'spec',
      client: 'spec',
      onBehalfOf: null,
    };
    return developmentToken({ key: await keys.key('identity'), development: true, environment: null }, identity);
  }

  async call<T>(pathname: string, { role = 'supervisor', ...init }: RequestInit & { role?: Role } = {}): Promise<T> {
    const headers = { ...(init.headers as Record<string, string>), authorization: `Bearer ${await this.token(role)}` };
    const response = await fetch(`${this.address}${pathname}`, { ...init, headers });
    if (!response.ok) throw new Error(`${pathname}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  /** The superuser of its database, for what a spec must break or see. */
  async superuser(): Promise<pg.ClientConfig> {
    const home = path.join(this.folder, 'demo');
    const keys = await openKeyFolder(path.join(home, 'keys'));
    const { socket } = makeFolders(home, databaseUser());
    const password = passwordsFrom(await keys.key('database'))('postgres');
    return { host: socket, port: 5432, user: 'postgres', database: 'trajectlijn', password };
  }

  /** Stops it in order and removes its data. */
  async remove(): Promise<void> {
    this.child.kill('SIGTERM');
    await eventually('the demo has ended', () => this.ended, 60_000);
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}
