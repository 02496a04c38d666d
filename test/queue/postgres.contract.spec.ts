import { benchOnPostgres } from '../../src/adapters/follow-ups-bullmq/bench-on-postgres.js';
import { BullMqFollowUpQueue } from '../../src/adapters/follow-ups-bullmq/bullmq-follow-up-queue.js';
import { migrateAll } from '../../src/composition/migrate-all.js';
import { freshDatabase, type TestDatabase } from '../harness/database.js';
import { connectionsTo } from '../harness/postgres-store.js';
import { sql } from '../harness/sql.js';
import { queueContract, TRIES } from './contract.js';

let database: TestDatabase;
const open: BullMqFollowUpQueue[] = [];
beforeAll(async () => {
  database = await freshDatabase();
  await migrateAll(database.config, { simulated: true });
}, 60_000);
afterEach(async () => {
  await Promise.all(open.splice(0).map((queue) => queue.close()));
  await sql(database.config, 'delete from bullmq.job');
});
afterAll(() => database.drop());

queueContract('on PostgreSQL', () => ({
  open: () => {
    const bench = benchOnPostgres(connectionsTo(database.config).writer, () => undefined);
    const queue = new BullMqFollowUpQueue(bench, TRIES);
    open.push(queue);
    return queue;
  },
  jobs: async () => Number((await sql(database.config, 'select count(*) as n from bullmq.job'))[0].n),
  empty: async () => void (await sql(database.config, 'delete from bullmq.job')),
  strand: async () => void (await sql(database.config, 'update bullmq.job set process_at_ms = process_at_ms + 172800000')),
  pause: async (on) => {
    const paused = on
      ? `insert into bullmq.meta (queue, field, value) values ('follow-ups', 'paused', '1')`
      : `delete from bullmq.meta where field = 'paused'`;
    await sql(database.config, paused);
  },
}));
