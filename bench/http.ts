import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { developmentToken } from '../src/adapters/identity-development/development-identity.js';
import { openKeyFolder } from '../src/adapters/key-folder/key-folder.js';
import type { TenantId } from '../src/kernel/ids.js';
import { EXAMPLE } from '../src/bin/token-request.js';

const ROOT = path.resolve(import.meta.dirname, '..');
const SECONDS = Number(process.env.BENCH_SECONDS ?? 5);
const AT_ONCE = (process.env.BENCH_AT_ONCE ?? '1,8').split(',').map(Number);
const EVENTS_ON_A_TIMELINE = 30;

/** A server in a process and a data folder of its own, as `npm start` has it. */
class Server {
  readonly home = fs.mkdtempSync(path.join('/var/tmp', 'trajectlijn-bench-'));
  private output = '';
  private readonly child: ChildProcess;
  private readonly ended: Promise<never>;
  private readonly serving: Promise<string>;

  constructor() {
    fs.chmodSync(this.home, 0o755);
    const env = { ...process.env, DATA_DIR: this.home, PORT: '0', LOG_LEVEL: 'warn', NODE_ENV: '' };
    this.child = spawn(process.execPath, ['dist/main.js', '--development'], { cwd: ROOT, env });
    this.ended = new Promise((_, reject) => this.child.once('close', () => reject(new Error(this.output))));
    this.ended.catch(() => undefined);
    this.serving = new Promise((resolve) => {
      const hear = (text: Buffer): void => {
        this.output += text.toString();
        const [, address] = /Trajectlijn serves on (http:\S+)/.exec(this.output) ?? [];
        if (address !== undefined) resolve(address);
      };
      this.child.stdout?.on('data', hear);
      this.child.stderr?.on('data', hear);
    });
  }

  address(): Promise<string> {
    return Promise.race([this.serving, this.ended]);
  }

  async token(): Promise<string> {
    const keys = await openKeyFolder(path.join(this.home, 'real', 'keys'));
    const options = { key: await keys.key('identity'), development: true, environment: null };
    const identity = {
      ...EXAMPLE,
      tenant: EXAMPLE.tenant as TenantId,
      role: 'caseworker' as const,
      subject: 'bench',
      onBehalfOf: null,
    };
    return developmentToken(options, identity);
  }

  async remove(): Promise<void> {
    this.child.kill('SIGTERM');
    await this.ended.catch(() => undefined);
    fs.rmSync(this.home, { recursive: true, force: true });
  }
}

type Answer = Readonly<{ id: string; position: string }>;

/** The candidate of each worker; one with as many events as most have makes place for another. */
class Own {
  private readonly held = new Map<number, { id: string; events: number }>();

  constructor(private readonly client: Client) {}

  async of(worker: number): Promise<string> {
    const { id, events } = this.held.get(worker) ?? { id: '', events: Infinity };
    const next = events < EVENTS_ON_A_TIMELINE ? { id, events: events + 1 } : { id: await this.client.candidate(1), events: 2 };
    this.held.set(worker, next);
    return next.id;
  }
}

/** What a caseworker system does, over HTTP. */
class Client {
  constructor(
    private readonly address: string,
    private readonly token: string,
  ) {}

  /** A candidate with so many events. */
  async candidate(events: number): Promise<string> {
    const { id } = await this.send('/v1/candidates', { walkIn: true, words: { givenNames: 'Sanne' } });
    for (let version = 1; version < events; version += 1) await this.command(id);
    return id;
  }

  command(candidate: string): Promise<Answer> {
    return this.send(`/v1/candidates/${candidate}/contact-details`, { words: { telephone: '0612345678', postcode: '7551 AA' } });
  }

  /** A command, and its line on the timeline. */
  async commandSeen(candidate: string): Promise<void> {
    const { position } = await this.command(candidate);
    await this.get(`/v1/candidates/${candidate}/timeline?limit=1&minPosition=${encodeURIComponent(position)}`);
  }

  async get(pathname: string): Promise<void> {
    await this.fetched(pathname, {});
  }

  private async send(pathname: string, body: object): Promise<Answer> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    return (await this.fetched(pathname, { method: 'POST', headers, body: JSON.stringify(body) })) as Answer;
  }

  private async fetched(pathname: string, { headers, ...init }: RequestInit & { headers?: Record<string, string> }) {
    const response = await fetch(`${this.address}${pathname}`, {
      ...init,
      headers: { ...headers, authorization: `Bearer ${this.token}` },
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${pathname} answered ${response.status}: ${text}`);
    return JSON.parse(text) as unknown;
  }
}

type Measured = Readonly<{ p50: number; p99: number; perSecond: number }>;

/** Does it over and over, so many at once, for some seconds after one of warming up. Units: milliseconds. */
async function measured(atOnce: number, work: (worker: number) => Promise<void>): Promise<Measured> {
  const times: number[] = [];
  const from = performance.now() + 1_000;
  const until = from + SECONDS * 1_000;
  const worker = async (number: number): Promise<void> => {
    for (let began = performance.now(); began < until; began = performance.now()) {
      await work(number);
      if (began >= from) times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, number) => worker(number)));

  times.sort((a, b) => a - b);
  const at = (part: number): number => times[Math.min(times.length - 1, Math.floor(times.length * part))];
  return { p50: at(0.5), p99: at(0.99), perSecond: times.length / SECONDS };
}

const COLUMNS = ['p50 ms', 'p99 ms', 'a second', 'p50 to the least'];

function line(what: string, figures: readonly string[]): void {
  console.log(what.padEnd(46) + figures.map((figure, at) => figure.padStart(COLUMNS[at].length + 2)).join(''));
}

/** Each kind of request beside the least that HTTP costs here, in the same run. */
async function compare(client: Client, atOnce: number): Promise<void> {
  const own = new Own(client);
  const long = await client.candidate(EVENTS_ON_A_TIMELINE);
  const works: readonly (readonly [string, (worker: number) => Promise<void>])[] = [
    ['the least: whether it lives', () => client.get('/health/live')],
    ['a command', async (worker) => void (await client.command(await own.of(worker)))],
    ['a command, then its line on the timeline', async (worker) => client.commandSeen(await own.of(worker))],
    [`a timeline of ${EVENTS_ON_A_TIMELINE} events`, () => client.get(`/v1/candidates/${long}/timeline?limit=100`)],
    ['a state, folded from its events', () => client.get(`/v1/candidates/${long}/state`)],
  ];

  line(`${atOnce} at once`, COLUMNS);
  let least: number | undefined;
  for (const [what, work] of works) {
    const { p50, p99, perSecond } = await measured(atOnce, work);
    least ??= p50;
    line(what, [p50.toFixed(1), p99.toFixed(1), perSecond.toFixed(0), (p50 / least).toFixed(1)]);
  }
}

const server = new Server();
try {
  const client = new Client(await server.address(), await server.token());
  for (const atOnce of AT_ONCE) await compare(client, atOnce);
} finally {
  await server.remove();
}
