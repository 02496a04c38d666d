import { createServer } from 'node:net';

/**
 * Tries whether a port can be listened on, before anything is built that would have to be taken down again.
 *
 * Errors: throws the system's error, with `port` and `address`, as listening itself would.
 */
export async function tryPort(port: number, host: string): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(port, host, resolve);
  });
  await new Promise((resolve) => probe.close(resolve));
}
