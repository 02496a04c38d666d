import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';

/** What becomes of a call: it passes, its answer is lost once it is complete, or it is kept until `Held.deliver`. */
export type Fate = 'pass' | 'lose-answer' | 'hold';

/** A call that is on its way; `deliver` resolves when the server has done it. */
export type Held = Readonly<{ deliver(): Promise<void> }>;

/** How the proxy treats prepared statements, by their names. */
export type ProxyRules = Readonly<{
  fate(statement: string): Fate;
  /** Called when the server has answered, before the client hears of it. */
  beforeAnswer?(statement: string): Promise<void>;
}>;

/** A way to PostgreSQL that loses and delays what goes over it, a whole call at a time. */
export class PostgresProxy {
  readonly connection: pg.ClientConfig;
  readonly held: Held[] = [];
  private readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'trajectlijn-proxy-'));
  private readonly server: net.Server;
  private readonly sockets = new Set<net.Socket>();

  private constructor(target: pg.ClientConfig, rules: ProxyRules) {
    this.connection = { ...target, host: this.folder, port: 5432 };
    this.server = net.createServer({ allowHalfOpen: true }, (client) => {
      const server = net.connect(path.join(target.host!, `.s.PGSQL.${target.port ?? 5432}`));
      for (const socket of [client, server]) this.sockets.add(socket.on('error', () => undefined));
      new Way({ client, server }, rules, this.held);
    });
  }

  static async start(target: pg.ClientConfig, rules: ProxyRules): Promise<PostgresProxy> {
    const proxy = new PostgresProxy(target, rules);
    await new Promise<void>((resolve) => proxy.server.listen(path.join(proxy.folder, '.s.PGSQL.5432'), resolve));
    return proxy;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}

type Ends = Readonly<{ client: net.Socket; server: net.Socket }>;

const READY = Buffer.from('5a0000000549', 'hex'); // ReadyForQuery, outside a transaction
const [BIND, SYNC] = ['B', 'S'];

/** One connection: requests go on at each Sync, answers at each ReadyForQuery; what has no statement passes as it comes. */
class Way {
  private fromClient = Buffer.alloc(0);
  private fromServer = Buffer.alloc(0);
  private request: Buffer[] = [];
  private started = false;
  private statement: string | undefined;
  private fate: Fate = 'pass';
  private done = (): void => undefined;

  constructor(
    private readonly ends: Ends,
    private readonly rules: ProxyRules,
    private readonly held: Held[],
  ) {
    ends.client.on('data', (chunk) => this.hearClient(chunk)).on('close', () => this.fate === 'hold' || ends.server.destroy());
    ends.client.on('end', () => ends.client.end());
    ends.server.on('data', (chunk) => void this.hearServer(chunk)).on('close', () => ends.client.destroy());
  }

  private hearClient(chunk: Buffer): void {
    this.fromClient = Buffer.concat([this.fromClient, chunk]);
    for (let message = this.nextMessage(); message; message = this.nextMessage()) this.take(message);
  }

  private nextMessage(): Buffer | undefined {
    const header = this.started ? 1 : 0; // the first message has no type
    if (this.fromClient.length < header + 4) return undefined;
    const length = header + this.fromClient.readInt32BE(header);
    if (this.fromClient.length < length) return undefined;
    const message = this.fromClient.subarray(0, length);
    this.fromClient = this.fromClient.subarray(length);
    return message;
  }

  private take(message: Buffer): void {
    const type = this.started ? String.fromCharCode(message[0]) : '';
    this.started = true;
    this.request.push(message);
    if (type === BIND) this.statement = message.toString('latin1', 5).split('\0')[1];
    if ('PBDE'.includes(type) && type !== '') return; // until its Sync
    const whole = Buffer.concat(this.request.splice(0));
    if (type === SYNC && this.statement !== undefined) this.fate = this.rules.fate(this.statement);
    if (this.fate === 'hold') this.held.push({ deliver: () => this.deliver(whole) });
    else this.ends.server.write(whole);
  }

  private deliver(whole: Buffer): Promise<void> {
    return new Promise((resolve) => {
      this.done = resolve;
      this.ends.server.write(whole);
    });
  }

  private async hearServer(chunk: Buffer): Promise<void> {
    const { client, server } = this.ends;
    if (this.statement === undefined) return void client.write(chunk);
    this.fromServer = Buffer.concat([this.fromServer, chunk]);
    if (!this.fromServer.subarray(-READY.length).equals(READY)) return;
    const answer = this.fromServer;
    this.fromServer = Buffer.alloc(0);
    await this.rules.beforeAnswer?.(this.statement);
    this.statement = undefined;
    this.done();
    if (this.fate === 'pass') return void client.write(answer);
    client.destroy();
    server.destroy();
  }
}
