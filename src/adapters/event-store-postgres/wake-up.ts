import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** The channel on which the append function tells that there is something new. */
export const APPENDED = 'trajectlijn_appended';

export type WakeUpOptions = Readonly<{
  connection: pg.ClientConfig;
  /** How often the connection is asked whether it lives, and how long it has to answer; also to connect. */
  heartbeatMs: number;
  reconnectMs: number;
  wake(): void;
  onError(error: unknown): void;
}>;

/**
 * Wakes whoever waits for new events, over one LISTEN connection that it keeps alive.
 * A notification may be lost with its connection, so each new connection wakes too: what came in between is then looked for.
 */
export class WakeUp {
  private readonly stopping = new AbortController();
  private socket: net.Socket | undefined;
  private readonly ended: Promise<void>;

  constructor(private readonly options: WakeUpOptions) {
    this.ended = this.run();
  }

  stop(): Promise<void> {
    this.stopping.abort();
    this.socket?.destroy();
    return this.ended;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.listen().catch((error: unknown) => signal.aborted || this.options.onError(error));
      await pause(this.options.reconnectMs, undefined, { signal }).catch(() => undefined); // stopping ends the pause
    }
  }

  /** Resolves when the connection is lost. */
  private async listen(): Promise<void> {
    const socket = new net.Socket();
    const client = new pg.Client({ ...this.options.connection, stream: () => socket });
    const lost = new Promise<void>((resolve) => client.once('end', resolve));
    const ask = (question: Promise<unknown>) => this.inTime(socket, question);
    client.on('error', () => socket.destroy());
    client.on('notification', () => this.options.wake());
    this.socket = socket;
    let heartbeat: NodeJS.Timeout | undefined;
    try {
      await ask(client.connect().then(() => client.query(`listen ${APPENDED}`)));
      this.options.wake();
      heartbeat = setInterval(() => void ask(client.query('select 1')).catch(() => undefined), this.options.heartbeatMs);
      await lost;
    } finally {
      clearInterval(heartbeat);
      socket.destroy();
    }
  }

  private async inTime(socket: net.Socket, question: Promise<unknown>): Promise<void> {
    const tooLate = setTimeout(() => socket.destroy(), this.options.heartbeatMs);
    await question.finally(() => clearTimeout(tooLate));
  }
}
