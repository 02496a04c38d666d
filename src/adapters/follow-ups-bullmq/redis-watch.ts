import type { Redis } from 'ioredis';
import { QueueTrouble } from '../../application/ports/follow-ups.js';

export type RedisTold = Readonly<{
  /** Something went wrong; a server that is away is told once, however many connections lose it and however often. */
  onError(error: Error): void;
  /** Every connection is there again. */
  onBack(): void;
}>;

/** A connection to Redis was lost; it is made again for as long as it takes. */
export class RedisLost extends QueueTrouble {
  override readonly name = 'RedisLost';

  constructor() {
    super('a connection was lost and is made again');
  }
}

/** The server is there and does not do what it is asked; `code` is the first word of its answer, as OOM. */
export class RedisRefused extends QueueTrouble {
  override readonly name = 'RedisRefused';
  override readonly urgent = true;

  readonly code: string;

  constructor(override readonly cause: Error) {
    super('Redis refuses what the queue asks of it');
    this.code = /^[A-Z]+\b/.exec(cause.message)?.[0] ?? 'ERR';
  }
}

/** The queue was emptied while jobs were under way: what was done is done, and what is open is armed again. */
export class JobGone extends QueueTrouble {
  override readonly name = 'JobGone';

  constructor() {
    super('a job was taken out of the queue while it was under way');
  }
}

/** Whether the server answered, and said no. */
export const isRefusal = (error: unknown): error is Error => error instanceof Error && error.name === 'ReplyError';

/** Looks after connections that are made again by themselves, and tells when they are gone and when they are back. */
export class RedisWatch {
  private readonly gone = new Set<Redis>();
  private ended = false;

  constructor(private readonly told: RedisTold) {}

  add(connection: Redis): void {
    connection.on('error', () => undefined); // its end is told
    connection.on('close', () => this.lost(connection));
    connection.on('ready', () => this.back(connection));
  }

  /** For what BullMQ has to tell besides: the end of a socket is known already. */
  readonly hear = (error: Error): void => {
    if (this.gone.size === 0 && !this.ended && !('syscall' in error)) this.told.onError(troubleOf(error));
  };

  /** From now on connections are ended on purpose. */
  end(): void {
    this.ended = true;
  }

  private lost(connection: Redis): void {
    if (this.gone.size === 0 && !this.ended) this.told.onError(new RedisLost());
    this.gone.add(connection);
  }

  private back(connection: Redis): void {
    if (this.gone.delete(connection) && this.gone.size === 0) this.told.onBack();
  }
}

/** BullMQ's own errors say by a number below 0 what is wrong with a job. */
function troubleOf(error: Error): Error {
  if (isRefusal(error)) return new RedisRefused(error);
  const { code } = error as Error & { code?: unknown };
  return typeof code === 'number' && code < 0 ? new JobGone() : error;
}
