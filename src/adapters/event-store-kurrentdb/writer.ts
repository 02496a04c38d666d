import type { AppendResult, Credentials, JSONEventData, KurrentDBClient } from '@kurrent/kurrentdb-client';
import { within } from './calls.js';
import { appendFailure, isBeforeSending, type AppendFailure } from './failures.js';
import { RenewedClient } from './renewed-client.js';

export type WriterOptions = Readonly<{
  client: KurrentDBClient;
  /** Makes one like it, where the first is stuck; absent: the first is kept. */
  another?: () => KurrentDBClient;
  /** With them the client takes its plain call, without them *batchAppend*, which all appends share; both end the same. */
  credentials?: Credentials;
  /** After how long an answer counts as lost, in milliseconds of real time. */
  answerWithinMs: number;
}>;

/** What is to stand at the end of a stream of the server. */
export type Written = Readonly<{ stream: string; events: readonly JSONEventData[]; streamState: 'no_stream' | bigint }>;

/**
 * An hour. *batchAppend* says until when as an instant of this machine's clock, which the server holds against its own: with the ten seconds that
 * are usual, a clock that is so much behind stores nothing. The server has a limit of its own, and how long is waited is said by `within`.
 */
const DEADLINE_MS = 3_600_000;

/**
 * Through whom is appended. What the server can do is asked once for a client; where that failed (nobody led for a while), the client says so
 * of every append from then on and sends none of them, so the next is sent through a client made anew.
 */
export class Writer {
  private readonly clients: RenewedClient;

  constructor(private readonly options: WriterOptions) {
    this.clients = new RenewedClient(options.client, options.another);
  }

  /** Errors: those of the client, and `NoAnswer`. */
  async write({ stream, events, streamState }: Written): Promise<AppendResult> {
    const { credentials, answerWithinMs } = this.options;
    const client = this.clients.current;
    const options = { streamState, ...(credentials && { credentials }), ...(this.isShared && { deadline: DEADLINE_MS }) };
    try {
      const result = await within(answerWithinMs, client.appendToStream(stream, [...events], options));
      this.clients.works(client);
      return result;
    } catch (error) {
      if (isBeforeSending(error)) this.clients.renew(client);
      throw error;
    }
  }

  /** What an error of `write` says about the append. */
  failureOf(error: unknown): AppendFailure {
    return appendFailure(error, { isShared: this.isShared });
  }

  end(): Promise<void> {
    return this.clients.end();
  }

  private get isShared(): boolean {
    return !this.options.credentials && !this.options.client.credentialsProvider;
  }
}
