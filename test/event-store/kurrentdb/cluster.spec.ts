import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { connectTo } from '../../../src/adapters/event-store-kurrentdb/connect.js';
import { serverAddressFrom } from '../../../src/adapters/event-store-kurrentdb/server-address.js';
import { eventually } from '../../harness/eventually.js';
import { anAppend } from '../appends.js';
import { anAppender, type AppenderUnderTest } from './appender-under-test.js';
import { BOTH_CALLS, someEvents, someStream } from './clients.js';
import { Cluster } from './double/cluster.js';

/** The client looks ten times for who leads, and gives up; what it looks for in a second otherwise, it looks for at once here. */
const HASTY = { maxDiscoverAttempts: 3, discoveryInterval: 10 };

let cluster: Cluster;
const ends: (() => Promise<void>)[] = [];
beforeEach(async () => {
  cluster = await Cluster.start();
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  await cluster.end();
});

function open(
  settings: Readonly<Record<string, string | number>>,
  options: object,
): AppenderUnderTest & { client: KurrentDBClient } {
  const another = () => {
    const client = connectTo(serverAddressFrom(cluster.url(settings))!);
    ends.push(() => client.dispose());
    return client;
  };
  const client = another();
  const its = anAppender(client, { ...options, another, answerWithinMs: 2_000 });
  ends.unshift(() => Promise.resolve(its.appender.close()));
  return { ...its, client };
}

describe.each(BOTH_CALLS)('a cluster that is appended to by %s', (_, options) => {
  it('is appended to again by the same process when nobody led for longer than the client looks for a leader (P1, R-651)', async () => {
    const its = open(HASTY, options);
    const first = anAppend();
    await its.appender.append(first);
    const killed = await cluster.killLeader();
    await killed.revive();
    await eventually('the client gave up', () => hasGivenUp(its.client, options));
    const during = its.appender.append(anAppend({ streamId: first.streamId, expectedVersion: 1 }));
    cluster.elect();
    expect(await during).toMatchObject({ kind: 'stored', version: 2 });
    expect(await its.appender.append(anAppend())).toMatchObject({ kind: 'stored', version: 1 });
  });

  it('stores each acknowledged append once, in one chain, while its leader is killed and another is elected (P1)', async () => {
    const its = open({}, options);
    const { streamId } = anAppend();
    for (let version = 0; version < 40; version++) {
      const killed = version % 20 === 10 ? await cluster.killLeader() : undefined;
      const outcome = its.appender.append(anAppend({ streamId, expectedVersion: version }));
      if (killed) cluster.elect(cluster.anotherThan(killed));
      expect(await outcome).toMatchObject({ kind: 'stored', version: version + 1 });
      await killed?.revive();
    }
    const stored = await its.streamOf(anAppend({ streamId }));
    expect(stored.map(({ version }) => version)).toEqual(Array.from({ length: 40 }, (__, at) => at + 1));
    expect(cluster.log.all).toHaveLength(40);
  });
});

/** The client then says so of each *batchAppend*, whoever leads by then. */
const hasGivenUp = (client: KurrentDBClient, options: object): Promise<boolean> =>
  client.appendToStream(someStream(), someEvents(1), { streamState: 'no_stream', ...options }).then(
    () => false,
    ({ message }: Error) => message.startsWith('Failed to discover'),
  );
