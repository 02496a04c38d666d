// A process of its own that appends without a pause to the store of its first argument (connections in JSON), and writes the ids of
// each acknowledged append as one line. It ends in order when its input ends.
import { openPostgresStore } from '../../src/adapters/event-store-postgres/postgres-event-store.js';
import { Load } from './load.js';

const store = await openPostgresStore(JSON.parse(process.argv[2]) as Parameters<typeof openPostgresStore>[0]);
const load = new Load(store, (ids) => process.stdout.write(`${ids.join(' ')}\n`));
process.stdin.resume().on('end', () => void load.stop().then(() => store.close()));
