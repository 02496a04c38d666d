/** Who acts: each has a token of its own. */
export type Tokens = Readonly<Record<'administrator' | 'caseworker' | 'supervisor', string>>;

/** What a command answers. */
export type Answer = Readonly<{ id?: string; version: number; position: string }>;

const STREAMS = /^\/(candidates|employers|meetings|trajectories|trajectories\/offers)$/;

/** The public HTTP API, as any system uses it: a key per command, in one order, so that a seed gives the same commands. */
export class Api {
  private count = 0;
  private readonly begun = new Set<string>();

  constructor(
    private readonly address: string,
    private readonly tokens: Tokens,
    private readonly seed: number,
  ) {}

  /** Sends one command. Errors: throws the problem that came back, whose detail says what was wrong. */
  async send(path: string, body: object, role: keyof Tokens = 'caseworker'): Promise<Answer> {
    this.count += 1;
    const headers = { 'content-type': 'application/json', 'idempotency-key': keyOf(this.seed, this.count) };
    return (await this.call(path, role, { method: 'POST', headers, body: JSON.stringify(body) })) as Answer;
  }

  /** Begins something and answers its id. */
  async create(path: string, body: object, role: keyof Tokens = 'caseworker'): Promise<string> {
    const { id } = await this.send(path, body, role);
    if (id === undefined) throw new Error(`${path} answered no id`);
    if (STREAMS.test(path)) this.begun.add(`${path.replace('/offers', '')}/${id}`);
    return id;
  }

  /** The path of every stream that was begun, in that order. */
  get streams(): readonly string[] {
    return [...this.begun];
  }

  /** Asks one question. */
  async ask<T>(path: string, role: keyof Tokens = 'supervisor'): Promise<T> {
    return (await this.call(path, role, {})) as T;
  }

  /** Moves the clock and lets everything on the way happen. */
  async moveTo(to: string): Promise<void> {
    await this.move('/development/clock', { to });
  }

  /** Lets what is due by now happen, and waits for quiet. */
  async settle(): Promise<void> {
    await this.move('/development/settle', {});
  }

  private async move(path: string, body: object): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    const moved = (await this.call(path, 'administrator', init)) as { parked: readonly unknown[] };
    if (moved.parked.length > 0) throw new Error(`something is parked: ${JSON.stringify(moved.parked)}`);
  }

  private async call(path: string, role: keyof Tokens, init: RequestInit): Promise<unknown> {
    const headers = { ...(init.headers as Record<string, string>), authorization: `Bearer ${this.tokens[role]}` };
    const response = await fetch(`${this.address}/v1${path}`, { ...init, headers });
    const body: unknown = await response.json();
    if (!response.ok) throw new Error(`${init.method ?? 'GET'} ${path}: ${response.status} ${JSON.stringify(body)}`);
    return body;
  }
}

/** A key that is the same for the same command of the same story. */
const keyOf = (seed: number, count: number): string => `demo-seed-${seed}-command-${String(count).padStart(5, '0')}`;
