import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';

/**
 * The way of all connections to a server. Frozen, it takes connections and bytes and carries none, in either direction,
 * as a process does that was stopped: pings stay unanswered too. Cut, it breaks all connections and takes no new ones.
 */
export class Line {
  port = 0;
  private readonly sockets = new Set<net.Socket>();
  private readonly listener = net.createServer({ pauseOnConnect: true }, (client) => this.connect(client));
  private frozen = false;

  constructor(private readonly target: () => number) {}

  async open(): Promise<void> {
    this.listener.listen(this.port, '127.0.0.1');
    await once(this.listener, 'listening');
    this.port = (this.listener.address() as AddressInfo).port;
  }

  get isOpen(): boolean {
    return this.listener.listening;
  }

  freeze(): void {
    this.frozen = true;
    for (const socket of this.sockets) socket.pause();
  }

  thaw(): void {
    this.frozen = false;
    for (const socket of this.sockets) socket.resume();
  }

  /** Breaks every connection at once; resolves when the port is free. */
  async cut(): Promise<void> {
    const closed = this.listener.listening ? once(this.listener, 'close') : Promise.resolve();
    this.listener.close();
    for (const socket of this.sockets) socket.resetAndDestroy();
    await closed;
  }

  private connect(client: net.Socket): void {
    const server = net.connect({ port: this.target(), host: '127.0.0.1' });
    this.carry(client, server);
    this.carry(server, client);
    if (this.frozen) this.freeze();
    else this.thaw();
  }

  private carry(from: net.Socket, to: net.Socket): void {
    this.sockets.add(from);
    from.setNoDelay(true);
    from.on('data', (chunk) => void to.write(chunk));
    from.on('end', () => to.end());
    from.on('error', () => to.destroy());
    from.on('close', () => {
      this.sockets.delete(from);
      to.destroy();
    });
  }
}
