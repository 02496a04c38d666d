import { createServer } from 'node:http';
import type { Database } from './lifecycle/database.js';
import type { Running } from './lifecycle/running.js';
import type { Settings } from './settings.js';

/** Serves until the process ends; resolves when requests are taken, with the port that they are taken on. */
export async function serve(running: Running, settings: Settings, _database: Database): Promise<number> {
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/health/live' ? 200 : 404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.host, resolve);
  });
  running.started('HTTP', async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return (server.address() as { port: number }).port;
}
