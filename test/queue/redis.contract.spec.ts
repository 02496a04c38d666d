import { benchOnRedis } from '../../src/adapters/follow-ups-bullmq/bench-on-redis.js';
import { BullMqFollowUpQueue } from '../../src/adapters/follow-ups-bullmq/bullmq-follow-up-queue.js';
import { RedisServer } from '../harness/redis.js';
import { queueContract, TRIES } from './contract.js';

let redis: RedisServer;
const open: BullMqFollowUpQueue[] = [];
beforeAll(async () => {
  redis = await RedisServer.start();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((queue) => queue.close()));
  await redis.ask('flushall');
});
afterAll(() => redis.remove());

const quiet = { onError: () => undefined, onBack: () => undefined };

queueContract('on Redis', () => ({
  open: () => {
    const queue = new BullMqFollowUpQueue(benchOnRedis({ address: redis.address, storeId: 'spec', ...quiet }), TRIES);
    open.push(queue);
    return queue;
  },
  jobs: async () =>
    ((await redis.ask('keys', 'trajectlijn-spec:follow-ups:*-2-*')) as string[]).filter((key) => !key.endsWith(':lock')).length,
  empty: async () => void (await redis.ask('flushall')),
  strand: async () => void (await redis.ask('del', 'trajectlijn-spec:follow-ups:delayed')),
  pause: async (on) => {
    const meta = 'trajectlijn-spec:follow-ups:meta';
    await (on ? redis.ask('hset', meta, 'paused', '1') : redis.ask('hdel', meta, 'paused'));
  },
}));
