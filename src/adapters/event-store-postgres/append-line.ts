import net from 'node:net';
import pg from 'pg';

/** A call that rests on nothing sent: there was no connection to send it on. */
export class NotConnected extends Error {
  override readonly name = 'NotConnected';
}

/** A statement that is prepared once per connection; all its parameters are binary or text as PostgreSQL reads them. */
export type Call = Readonly<{ name: string; text: string; values: readonly unknown[] }>;

/** Each value as PostgreSQL's text. */
export type Rows = readonly (readonly (string | null)[])[];

export type LineOptions = Readonly<{ connection: pg.ClientConfig; answerWithinMs: number; connectWithinMs: number }>;

const AS_TEXT = { getTypeParser: () => (value: string) => value };

/**
 * The flusher's own connection: one call at a time, opened when needed, given up at the first doubt.
 * A call resolves at ReadyForQuery, that is after its commit: node-postgres keeps a query's rows until then.
 */
export class AppendLine {
  private client: pg.Client | undefined;
  private socket: net.Socket | undefined;

  constructor(private readonly options: LineOptions) {}

  /**
   * Errors: `NotConnected` when nothing was sent; else PostgreSQL's error, or any other when the answer was lost.
   */
  async call({ name, text, values }: Call): Promise<Rows> {
    const client = this.client ?? (await this.connect());
    const tooLate = setTimeout(() => this.drop(), this.options.answerWithinMs);
    try {
      const query = { name, text, values: [...values], rowMode: 'array' as const, types: AS_TEXT };
      return (await client.query<(string | null)[]>(query)).rows;
    } finally {
      clearTimeout(tooLate);
    }
  }

  /** Gives the connection up at once; a call under way fails, its outcome unknown. */
  drop(): void {
    this.socket?.destroy();
    this.client = undefined;
    this.socket = undefined;
  }

  /** Says goodbye; no call may be under way. */
  async close(): Promise<void> {
    const { client } = this;
    const tooLate = setTimeout(() => this.drop(), this.options.connectWithinMs);
    await client?.end().catch(() => this.drop());
    clearTimeout(tooLate);
    this.client = undefined;
  }

  private async connect(): Promise<pg.Client> {
    const socket = new net.Socket();
    const client = new pg.Client({ ...this.options.connection, stream: () => socket });
    const tooLate = setTimeout(() => socket.destroy(), this.options.connectWithinMs);
    client.on('error', () => this.dropIf(client)); // the query under way, if any, gets the error too
    try {
      await client.connect();
    } catch (error) {
      socket.destroy();
      throw new NotConnected(`cannot connect to append: ${String(error)}`, { cause: error });
    } finally {
      clearTimeout(tooLate);
    }
    this.client = client;
    this.socket = socket;
    return client;
  }

  private dropIf(client: pg.Client): void {
    if (this.client === client) this.drop();
  }
}
