import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { AllReads } from '../../src/adapters/event-store-kurrentdb/all-reads.js';
import { openToCopy, type OpenCopyableLog } from '../../src/adapters/event-store-kurrentdb/open-to-copy.js';
import { verifyKurrentDb } from '../../src/adapters/event-store-kurrentdb/verify.js';
import { compareLogs } from '../../src/application/copying/compare-logs.js';
import { copyLog } from '../../src/application/copying/copy-log.js';
import { migrateAll } from '../../src/composition/migrate-all.js';
import { KurrentDouble } from '../event-store/kurrentdb/double/kurrentdb-double.js';
import { unusedNames } from '../event-store/kurrentdb/server-under-test.js';
import { HASTY } from '../event-store/kurrentdb/store-on-kurrentdb.js';
import { freshDatabase, type TestDatabase } from '../harness/database.js';
import { connectionsTo } from '../harness/postgres-store.js';
import { aSide, fill, type Side as Filled } from './logs.js';

const nothing = (): void => undefined;
const names = unusedNames();
const APPENDS = 60;

let filled: Filled;
let database: TestDatabase;
let double: KurrentDouble;
let client: KurrentDBClient;
let kurrent: OpenCopyableLog;

beforeAll(async () => {
  [filled, double, database] = await Promise.all([aSide(), KurrentDouble.start(), freshDatabase()]);
  await fill(filled, APPENDS);
  await migrateAll(database.config, { simulated: false });
  client = KurrentDBClient.connectionString(double.url());
  const connections = connectionsTo(database.config);
  kurrent = await openToCopy(
    { side: 'target', client, names, place: 'a double', connections },
    { ...HASTY, answerWithinMs: 1_500 },
  );
}, 120_000);
afterAll(async () => {
  await kurrent.close();
  await client.dispose();
  await Promise.all([double.end(), database.drop(), filled.end()]);
});

/** Of the appends of events these get no answer, whether they were stored or not. */
const FATES = new Map<number, 'lose' | 'lose-answer'>([
  [3, 'lose-answer'],
  [9, 'lose'],
  [20, 'lose-answer'],
]);

describe('a copy to KurrentDB', () => {
  // Seen to fail: mutant `kurrentdb-copy-takes-silence-for-yes`.
  it('sends again what had no answer, and has it once (R-551, R-552)', async () => {
    let asked = 0;
    double.faults.fateOf = ({ stream }) => (stream.includes('~seal-') ? 'pass' : (FATES.get((asked += 1)) ?? 'pass'));
    const logs = { source: filled.log, target: kurrent.log, onProgress: nothing };
    await copyLog(logs);
    expect(asked).toBe(APPENDS + FATES.size);

    await kurrent.log.settled();
    expect((await compareLogs({ ...logs, seen: nothing })).difference).toBeNull();
    const reads = new AllReads({ client, names, answerWithinMs: 20_000 });
    const events = await filled.log.count();
    expect(await verifyKurrentDb({ reads, names, progress: nothing })).toMatchObject({ events, unsealed: 0, bad: null });
  }, 60_000);
});
