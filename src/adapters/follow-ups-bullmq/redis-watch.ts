import type { Redis } from 'ioredis';

export type RedisTold = Readonly<{
  /** Something went wrong; a server that is away is told once, however many connections lose it and however often. */
  onError(error: Error): void;
  /** Every connection is there again. */
  onBack(): void;
}>;

/** A connection to Redis was lost; it is made again for as long as it takes. */
export class RedisLost extends Error {
  override readonly name = 'RedisLost';
}

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
    if (this.gone.size === 0 && !this.ended && !('syscall' in error)) this.told.onError(error);
  };

  /** From now on connections are ended on purpose. */
  end(): void {
    this.ended = true;
  }

  private lost(connection: Redis): void {
    if (this.gone.size === 0 && !this.ended) this.told.onError(new RedisLost('a connection to Redis was lost'));
    this.gone.add(connection);
  }

  private back(connection: Redis): void {
    if (this.gone.delete(connection) && this.gone.size === 0) this.told.onBack();
  }
}
