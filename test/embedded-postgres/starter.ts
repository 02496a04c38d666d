// A process of its own that starts PostgreSQL in the folder of its first argument, says so in one line of JSON, and waits.
import { startEmbeddedPostgres } from '../../src/adapters/embedded-postgres/start.js';

const [folder = ''] = process.argv.slice(2);
const server = await startEmbeddedPostgres({ folder, passwordOf: (name) => `secret of ${name}` });
process.once('SIGINT', () => void server.stop().then(() => say({ stopped: 'in order' })));
void server.failed.then((line) => say({ failed: line }));
say({ pid: server.pid, superuser: server.superuser });

function say(what: unknown): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}
