import { StoreUnavailable } from '../../../src/application/ports/event-store.js';
import { anAppend } from '../appends.js';
import { freshDatabaseBeside, openStore, type OpenStore } from './store-on-kurrentdb.js';
import { KurrentDouble } from './double/kurrentdb-double.js';
import { unusedNames } from './server-under-test.js';
import type { PostgresStore } from '../../harness/postgres-store.js';

let double: KurrentDouble;
let database: PostgresStore;
let its: OpenStore;
beforeAll(async () => {
  [double, database] = await Promise.all([KurrentDouble.start(), freshDatabaseBeside()]);
  its = openStore(
    { server: { url: double.url(), end: () => double.end() }, names: unusedNames(), database },
    { answerWithinMs: 500 },
  );
}, 60_000);
afterAll(async () => {
  await its.close();
  await double.end();
  await database.drop();
});

// Seen to fail when what the client says is answered as it is: HTTP told it as a fault of the program.
it.each(['frozen', 'gone'] as const)(
  'a question to a server that is %s is answered as of a store that cannot be reached',
  async (how) => {
    const append = anAppend();
    await its.store.append(append);
    if (how === 'frozen') double.freeze();
    else await double.end();

    const { tenant, streamId } = append;
    for (const asked of [its.store.readStream(tenant, streamId), its.store.readAll({ limit: 1, after: undefined })])
      await expect(asked).rejects.toThrow(StoreUnavailable);
    double.thaw();
  },
  30_000,
);
