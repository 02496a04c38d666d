import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { benchOnRedis } from '../../src/adapters/follow-ups-bullmq/bench-on-redis.js';
import { BullMqFollowUpQueue } from '../../src/adapters/follow-ups-bullmq/bullmq-follow-up-queue.js';
import { openQueue } from '../../src/adapters/follow-ups-bullmq/open-queue.js';
import { QueueRefused } from '../../src/adapters/follow-ups-bullmq/queue-refused.js';
import type { RedisAddress } from '../../src/adapters/follow-ups-bullmq/redis-address.js';
import { faultOf, infoFrom } from '../../src/adapters/follow-ups-bullmq/redis-demands.js';
import type { DueStep, FollowUpQueue } from '../../src/application/ports/follow-ups.js';
import { endingOf, EXIT } from '../../src/lifecycle/ending.js';
import { eventually } from '../harness/eventually.js';
import { RedisServer } from '../harness/redis.js';
import { stepOf, TRIES } from './contract.js';

/** What `close` and `standing` may take at most while nobody answers, with a slow machine's share. Units: milliseconds. */
const SECONDS = 7_000;

const done: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of done.splice(0).reverse()) await end();
});

async function started(...settings: string[]): Promise<RedisServer> {
  const redis = await RedisServer.start(...settings);
  done.push(() => redis.remove());
  return redis;
}

const told = { errors: 0, back: 0 };
const hears = { onError: () => void (told.errors += 1), onBack: () => void (told.back += 1) };
beforeEach(() => Object.assign(told, { errors: 0, back: 0 }));

function opened(address: RedisAddress, storeId = 'spec'): FollowUpQueue {
  const queue = new BullMqFollowUpQueue(benchOnRedis({ address, storeId, ...hears }), TRIES);
  done.push(() => queue.close());
  return queue;
}

const AT_ONCE = () => 0;
const LATER = () => 30_000;

async function working(address: RedisAddress, storeId = 'spec') {
  const given: string[] = [];
  const queue = opened(address, storeId);
  await queue.work(
    (step: DueStep) => Promise.resolve(void given.push(step.streamId + ('followUpId' in step ? step.followUpId : ''))),
    () => undefined,
  );
  return { queue, given };
}

/** The line with which a start on this server is refused, and null when it is not. */
async function refusal(redis: RedisAddress): Promise<string | null> {
  try {
    const queue = await openQueue({ storeId: 'spec', writer: {}, redis }, { ...hears, onUnkept: () => undefined });
    await queue.close();
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(QueueRefused);
    const { code, text } = endingOf(error, null);
    expect(code).toBe(EXIT.cannotRun);
    expect(text).not.toContain('\n');
    return text;
  }
}

describe('the start on Redis', () => {
  it('is refused while memory is made free by throwing jobs away', async () => {
    const { address } = await started('--maxmemory-policy', 'allkeys-lru');
    expect(await refusal(address)).toBe(
      `REDIS_URL: 127.0.0.1:${address.port} may throw jobs away when memory is short (maxmemory-policy allkeys-lru): set maxmemory-policy noeviction there.`,
    );
  });

  it('is refused for who is not let in, without a password in the line', async () => {
    const { address } = await started('--requirepass', 'open-sesame');
    const line = `REDIS_URL: 127.0.0.1:${address.port} does not let this user in: mend the user name or the password.`;
    expect(await refusal(address)).toBe(line);
    expect(await refusal({ ...address, password: 'wrong-secret' })).toBe(line);
    expect(await refusal({ ...address, password: 'open-sesame' })).toBeNull();
  });

  it('is refused on part of a cluster, and on a replica', async () => {
    const primary = await started();
    const replica = await started('--replicaof', `127.0.0.1 ${primary.address.port}`);
    expect(await refusal(replica.address)).toContain('is a replica, which takes no jobs');
    expect(await refusal((await started('--cluster-enabled', 'yes')).address)).toContain('is part of a cluster');
  });

  it('is refused where jobs cannot be written: memory used up, no disk to save on, a user who may not (R-574)', async () => {
    const full = await started('--maxmemory', '100kb');
    expect(await refusal(full.address)).toContain('takes no jobs (OOM): mend maxmemory, which is used up, there.');

    const stuck = await started('--save', '1 1', '--dbfilename', 'dump.rdb');
    await stuck.ask('set', 'something', 'to save');
    await stuck.ask('config', 'set', 'rdb-key-save-delay', '0');
    fs.mkdirSync(path.join(stuck.folder, 'dump.rdb'));
    await stuck.ask('bgsave');
    await eventually('it could not save', async () =>
      String(await stuck.ask('info', 'persistence')).includes('rdb_last_bgsave_status:err'),
    );
    expect(await refusal(stuck.address)).toContain('takes no jobs (MISCONF): mend its disk, on which it cannot save, there.');

    const guarded = await started();
    await guarded.ask('acl', 'setuser', 'reader', 'on', '>reads', '~*', '+@read', '+info', '+@connection');
    const line = await refusal({ ...guarded.address, username: 'reader', password: 'reads' });
    expect(line).toContain(
      'does not let this user do what the queue does: allow that user all commands but the administrative ones',
    );
  });

  it.each(['-zrange', '-xadd', '-evalsha', '-@blocking'])(
    'is refused for a user who may do all but one thing that the queue does, %s, and leaves nothing there (R-574)',
    async (but) => {
      const redis = await started();
      await redis.ask('acl', 'setuser', 'worker', 'on', '>works', '~*', '+@all', '-@admin');
      const worker = { ...redis.address, username: 'worker', password: 'works' };
      expect(await refusal(worker)).toBeNull();
      expect(await redis.ask('dbsize')).toBe(0);

      await redis.ask('acl', 'setuser', 'worker', but);
      expect(await refusal(worker)).toContain('does not let this user do what the queue does');
    },
  );

  it('is refused where its number is that of no database, instead of going on in another (R-574)', async () => {
    const { address } = await started();
    expect(await refusal({ ...address, db: 15 })).toBeNull();
    expect(await refusal({ ...address, db: 16 })).toBe(
      `REDIS_URL: 127.0.0.1:${address.port} has no database 16: name a lower number, or set databases higher there.`,
    );
  });

  it('is refused where another server answers, and says what it is', async () => {
    const web = http.createServer().listen(0, '127.0.0.1');
    done.push(() => new Promise((resolve) => web.close(resolve)));
    await once(web, 'listening');
    const { port } = web.address() as net.AddressInfo;
    const { address } = await started();
    expect(await refusal({ ...address, port })).toContain('answers, and not as Redis or Valkey does: name the port of one.');
  });

  it('is refused soon where nothing listens, and where something listens that never answers', async () => {
    const silent = net.createServer().listen(0, '127.0.0.1');
    const sockets: net.Socket[] = [];
    silent.on('connection', (socket) => sockets.push(socket));
    const redis = await started();
    const { port } = silent.address() as net.AddressInfo;
    const begun = performance.now();
    expect(await refusal({ ...redis.address, port })).toContain('does not answer');
    expect(performance.now() - begun).toBeLessThan(SECONDS);
    for (const socket of sockets) socket.destroy();
    silent.close();

    await redis.kill();
    expect(await refusal(redis.address)).toContain('does not answer (ECONNREFUSED): start Redis or Valkey there');
  });

  it.each([
    ['6.0.16', 'too-old'],
    ['5.0.7', 'too-old'],
    ['6.2.0', null],
    ['7.0.15', null],
    ['10.0.0', null],
  ])('looks at the version: %s is %s', (version, fault) => {
    expect(faultOf(infoFrom(`# Server\r\nredis_version:${version}\r\nmaxmemory_policy:noeviction\r\n`))).toBe(fault);
  });

  it.each([
    ['no', 1],
    ['yes', 0],
  ])('tells that jobs do not outlive a restart, with appendonly %s', async (appendonly, times) => {
    const { address } = await started('--appendonly', appendonly);
    let unkept = 0;
    const hearing = { ...hears, onUnkept: () => void (unkept += 1) };
    await (await openQueue({ storeId: 'spec', writer: {}, redis: address }, hearing)).close();
    expect(unkept).toBe(times);
  });
});

describe('a queue on Redis', () => {
  it('takes and gives jobs again after its server was killed and came back empty, and tells of it once (P7)', async () => {
    const redis = await started();
    const { queue, given } = await working(redis.address);
    await queue.add([stepOf('lost')], LATER);

    await redis.kill();
    await expect(queue.add([stepOf('new')], AT_ONCE)).rejects.toThrow();
    expect(await queue.standing()).toBe('silent');
    await eventually('it is told', () => told.errors === 1);

    await redis.start();
    await eventually('it answers', async () => (await queue.standing()) === 'answers');
    await queue.add([stepOf('lost'), stepOf('new')], AT_ONCE);
    await eventually('both were given', () => given.length === 2);
    await eventually('it is told to be back', () => told.back === 1);
    expect(told).toEqual({ errors: 1, back: 1 });
  });

  it('refuses jobs soon while its server hangs, and gives what it has when that goes on (P7)', async () => {
    const redis = await started();
    const { queue, given } = await working(redis.address);
    await queue.add([stepOf('armed')], () => 300);

    redis.freeze();
    const begun = performance.now();
    await expect(queue.add([stepOf('new')], AT_ONCE)).rejects.toThrow();
    expect(await queue.standing()).toBe('silent');
    expect(performance.now() - begun).toBeLessThan(2 * SECONDS);
    expect(given).toEqual([]);

    redis.thaw();
    await eventually('it answers', async () => (await queue.standing()) === 'answers');
    await eventually('what was armed was given', () => given.some((step) => step.includes('armed')));
  });

  it.each(['killed', 'frozen'])('ends within seconds while its server is %s', async (how) => {
    const redis = await started();
    const { queue } = await working(redis.address);
    if (how === 'killed') await redis.kill();
    else redis.freeze();

    const begun = performance.now();
    await queue.close();
    expect(performance.now() - begun).toBeLessThan(SECONDS);
    redis.thaw();
  });

  it.each([
    ['throws jobs away', 'maxmemory-policy', ['allkeys-lru', 'noeviction']],
    ['has no memory left', 'maxmemory', ['100kb', '0']],
    ['misses its replicas', 'min-replicas-to-write', ['2', '0']],
  ])('says that it is unfit while its server %s (R-633)', async (_, setting, [bad, good]) => {
    const redis = await started();
    const queue = opened(redis.address);
    await redis.ask('config', 'set', setting, bad);
    expect(await queue.standing()).toBe('unfit');
    await redis.ask('config', 'set', setting, good);
    expect(await queue.standing()).toBe('answers');
  });

  it('does not touch the jobs of another store on the same server', async () => {
    const redis = await started();
    const ours = await working(redis.address, 'ours');
    await opened(redis.address, 'theirs').add([stepOf('b')], AT_ONCE);
    await ours.queue.add([stepOf('a')], AT_ONCE);
    await eventually('ours was given', () => ours.given.includes('trajectory-1a'));

    const theirs = await working(redis.address, 'theirs');
    await eventually('theirs was left for them', () => theirs.given.length === 1);
    expect([ours.given, theirs.given]).toEqual([['trajectory-1a'], ['trajectory-1b']]);
  });

  it('still has its jobs after a restart of a server that keeps them', async () => {
    const redis = await started('--appendonly', 'yes', '--appendfsync', 'always');
    await opened(redis.address).add([stepOf('kept')], () => 200);
    await redis.kill();
    await redis.start();

    const { given } = await working(redis.address);
    await eventually('it was given', () => given.length === 1);
  });
});
