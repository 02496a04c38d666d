import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { isUnavailable } from './failures.js';
import { RenewedClient } from './renewed-client.js';

/**
 * Whom reads are asked through. Where a node names a leader that is gone, the client's reads stay with that one and never come back,
 * so after a read that found nobody the next one is asked through a client made anew.
 */
export class Reader {
  private readonly clients: RenewedClient;

  /** Without `another` the first client is kept, whatever comes of it. */
  constructor(first: KurrentDBClient, another?: () => KurrentDBClient) {
    this.clients = new RenewedClient(first, another);
  }

  async read<T>(read: (client: KurrentDBClient) => Promise<T>): Promise<T> {
    const client = this.clients.current;
    try {
      const found = await read(client);
      this.clients.works(client);
      return found;
    } catch (error) {
      if (isUnavailable(error)) this.clients.renew(client);
      throw error;
    }
  }

  /** A read that may find nobody for what it asks: that says nothing against the client. */
  tried<T>(read: (client: KurrentDBClient) => Promise<T>): Promise<T> {
    return read(this.clients.current);
  }

  end(): Promise<void> {
    return this.clients.end();
  }
}
