import { serverAddressFrom } from '../../src/adapters/event-store-kurrentdb/server-address.js';
import { someServer, type ServerUnderTest } from '../event-store/kurrentdb/server-under-test.js';
import { startEngine } from '../harness/engine.js';
import { costsNoRead } from './no-reads.js';

let server: ServerUnderTest;
afterAll(() => server.end());

costsNoRead('KurrentDB', async () => {
  server = await someServer();
  return startEngine({ parts: 'projections', server: serverAddressFrom(server.url) });
});
