import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';
import type { RedisAddress } from '../../src/adapters/follow-ups-bullmq/redis-address.js';
import { newReaper } from '../../tools/reaper.mjs';
import { redisServer } from '../../tools/redis-server.mjs';
import { eventually } from './eventually.js';
import { freePort } from './free-port.js';

/** A Redis of a suite's own, on a free port and in a folder of its own, that keeps nothing unless its settings say so. */
export class RedisServer {
  private child: ChildProcess | null = null;
  private readonly reaper = newReaper(); // a run that is ended from outside leaves none behind

  private constructor(
    readonly address: RedisAddress,
    readonly folder: string,
    private readonly settings: readonly string[],
  ) {
    this.reaper.folder(folder);
  }

  /** Starts one; `settings` are more of its arguments. Call `remove` in `afterAll`. */
  static async start(...settings: string[]): Promise<RedisServer> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'trajectlijn-redis-'));
    const nobody = { username: undefined, password: undefined, db: 0, tls: false };
    const server = new RedisServer({ host: '127.0.0.1', port: await freePort(), ...nobody }, folder, settings);
    try {
      await server.start();
    } catch (error) {
      await server.remove();
      throw error;
    }
    return server;
  }

  get url(): string {
    return `redis://${this.address.host}:${this.address.port}`;
  }

  /** How many scripts were run on it since it started; BullMQ runs several for each job. */
  async scriptsRun(): Promise<number> {
    const stats = String(await this.ask('info', 'commandstats'));
    return Number(/^cmdstat_evalsha:calls=(\d+)/m.exec(stats)?.[1] ?? 0);
  }

  /** Starts it again where it was: empty, unless its settings say that it keeps what it had. */
  async start(): Promise<void> {
    const { program, argv0 } = redisServer();
    const { host, port } = this.address;
    const args = ['--bind', host, '--port', String(port), '--dir', this.folder, '--save', '', ...this.settings];
    this.child = spawn(program, args, { argv0, stdio: 'ignore', detached: true });
    this.reaper.group(this.child.pid!);
    await eventually(`Redis listens on ${port}`, () => answers(port));
  }

  /** It is gone at once, as after a power cut. */
  async kill(): Promise<void> {
    if (this.child === null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
    this.child = null;
  }

  /** It takes connections and answers nothing, until `thaw`. */
  freeze(): void {
    this.child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.child?.kill('SIGCONT');
  }

  /** What one command answers, asked over a connection of its own. */
  async ask(command: string, ...args: string[]): Promise<unknown> {
    const { host, port } = this.address;
    const client = new Redis({ host, port });
    try {
      return await client.call(command, ...args);
    } finally {
      client.disconnect();
    }
  }

  async remove(): Promise<void> {
    await this.kill();
    await this.reaper.dismiss();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Whatever it answers: a server that wants a password is there too. */
async function answers(port: number): Promise<boolean> {
  const socket = net.connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    socket.write('PING\r\n');
    return (await once(socket, 'data')).length > 0;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
