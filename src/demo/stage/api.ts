/** Who acts for a programme: one organisation, with a token for each role that its story needs. */
export type Tokens = Readonly<Record<'administrator' | 'caseworker' | 'supervisor', string>>;
type Role = keyof Tokens;

/** What a command answers. */
export type Answer = Readonly<{ id?: string; version: number; position: string }>;

type Line = Readonly<{ address: string; tokens: Tokens; seed: number }>;

/** A path below which a stream begins; its timeline is counted. */
const STREAMS =
  /^\/(candidates|employers|meetings|organisations|programmes|series|trajectories|trajectories\/offers|workplaces)$/;

/**
 * One voice of a story over the public HTTP API, as any system uses it. It numbers its own commands, and what it numbers it sends
 * in one order: so a seed gives the same commands, whatever other voices send meanwhile.
 */
export class Api {
  private count = 0;

  constructor(
    private readonly line: Line,
    private readonly name: string,
    private readonly story = { begun: new Set<string>(), sent: 0 },
  ) {}

  /** Another voice of the same story. */
  voice(name: string): Api {
    return new Api(this.line, `${this.name}-${name}`, this.story);
  }

  /** Sends one command. Errors: throws the problem that came back, whose detail says what was wrong. */
  async send(path: string, body: object, role: Role = 'caseworker'): Promise<Answer> {
    this.count += 1;
    this.story.sent += 1;
    const key = inLetters(`demo-key-${this.line.seed}-${this.name}-${this.count}`);
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    return (await this.call(path, role, { method: 'POST', headers, body: JSON.stringify(body) })) as Answer;
  }

  /** Begins something and answers its id. */
  async create(path: string, body: object, role: Role = 'caseworker'): Promise<string> {
    const { id } = await this.send(path, body, role);
    if (id === undefined) throw new Error(`${path} answered no id`);
    if (STREAMS.test(path)) this.heardOf(`${path.replace('/offers', '')}/${id}`);
    return id;
  }

  /** Takes a stream into the story that the engine itself began. */
  heardOf(path: string): void {
    this.story.begun.add(path);
  }

  /** The path of every stream of the story, in one order for one seed. */
  get streams(): readonly string[] {
    return [...this.story.begun].sort();
  }

  /** How many commands the story has sent by now. */
  get sent(): number {
    return this.story.sent;
  }

  /** Asks one question. */
  async ask<T>(path: string, role: Role = 'supervisor'): Promise<T> {
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

  private async call(path: string, role: Role, init: RequestInit): Promise<unknown> {
    const headers = { ...(init.headers as Record<string, string>), authorization: `Bearer ${this.line.tokens[role]}` };
    const response = await fetch(`${this.line.address}/v1${path}`, { ...init, headers });
    const body: unknown = await response.json();
    if (!response.ok) throw new Error(`${init.method ?? 'GET'} ${path}: ${response.status} ${JSON.stringify(body)}`);
    return body;
  }
}

/** The API refuses keys with digits that may be the number of a person, so they are written as letters. */
const inLetters = (key: string): string => key.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)]);
