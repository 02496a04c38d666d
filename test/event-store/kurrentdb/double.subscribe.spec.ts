import { type KurrentDBClient, type StreamSubscription, type AllStreamSubscription } from '@kurrent/kurrentdb-client';
import { once } from 'node:events';
import { setImmediate as immediately } from 'node:timers/promises';
import { eventually } from '../../harness/eventually.js';
import { allOf, Clients, someEvents, someStream } from './clients.js';
import { KurrentDouble } from './double/kurrentdb-double.js';

let double: KurrentDouble;
let client: KurrentDBClient;
const clients = new Clients();
beforeEach(async () => {
  double = await KurrentDouble.start();
  client = clients.of(double);
});
afterEach(async () => {
  await clients.end();
  await double.end();
});

const append = (count: number, stream = someStream()) =>
  client.appendToStream(stream, someEvents(count), { streamState: 'no_stream' });

/** What a subscription says, in order; events by their ids. */
function listen(subscription: AllStreamSubscription | StreamSubscription): string[] {
  const heard: string[] = [];
  for (const sign of ['confirmation', 'caughtUp', 'close', 'end'] as const) subscription.on(sign, () => heard.push(sign));
  subscription.on('error', (error: Error & { type?: string; code?: number }) => heard.push(`${error.type} ${error.code}`));
  subscription.on('data', ({ event }: { event?: { id: string } }) => heard.push(event!.id));
  return heard;
}
const ids = async () => (await allOf(client.readAll())).map(({ event }) => event!.id);

it('says that it is confirmed, then gives what is there, says that it has caught up, and gives what comes', async () => {
  await append(2);
  const heard = listen(client.subscribeToAll());
  await eventually('caught up', () => heard.includes('caughtUp'));
  await append(1);
  await eventually('the third event', () => heard.length === 5);
  const [first, second, third] = await ids();
  expect(heard).toEqual(['confirmation', first, second, 'caughtUp', third]);
});

it('begins after the place that it names, in the log and in a stream', async () => {
  const stream = someStream();
  await append(3, stream);
  const [, second, third] = await allOf(client.readAll());
  const ofAll = listen(client.subscribeToAll({ fromPosition: second.event!.position }));
  const ofStream = listen(client.subscribeToStream(stream, { fromRevision: 1n }));
  await eventually('both caught up', () => ofAll.includes('caughtUp') && ofStream.includes('caughtUp'));
  for (const heard of [ofAll, ofStream]) expect(heard).toEqual(['confirmation', third.event!.id, 'caughtUp']);
});

it('waits for a stream that is not there', async () => {
  const stream = someStream();
  const heard = listen(client.subscribeToStream(stream));
  await eventually('caught up', () => heard.includes('caughtUp'));
  expect(heard).toEqual(['confirmation', 'caughtUp']);
  await append(1, stream);
  await eventually('its first event', () => heard.length === 3);
});

it('gives nothing from a position past the end, and no error', async () => {
  await append(2);
  const heard = listen(client.subscribeToAll({ fromPosition: { commit: 1_000_000n, prepare: 1_000_000n } }));
  await eventually('caught up', () => heard.includes('caughtUp'));
  expect(heard).toEqual(['confirmation', 'caughtUp']);
});

it('is confirmed and then fails from a position that is no event’s', async () => {
  await append(2);
  const subscription = client.subscribeToAll({ fromPosition: { commit: 1n, prepare: 1n } });
  const heard = listen(subscription);
  const [error] = (await once(subscription, 'error')) as [Error];
  expect(heard).toEqual(['confirmation', 'unknown 3']);
  expect(error.message).toContain('Trying to read from an invalid position.');
});

it('never moves the checkpoint of a filter that matches little', async () => {
  const checkpointReached = jest.fn();
  const filter = {
    filterOn: 'streamName' as const,
    prefixes: ['nobody'],
    checkpointInterval: 1,
    maxSearchWindow: 32,
    checkpointReached,
  };
  await append(2_000);
  const heard = listen(client.subscribeToAll({ filter }));
  await eventually('caught up', () => heard.includes('caughtUp'));
  await append(2_000);
  await append(1, 'nobody-1');
  await eventually('the one that matches', () => heard.length === 3);
  expect(checkpointReached).not.toHaveBeenCalled();
});

it('says once that its connection is lost, no more than that, and never comes back by itself', async () => {
  const subscription = client.subscribeToAll();
  const heard = listen(subscription);
  await eventually('caught up', () => heard.includes('caughtUp'));
  await double.die();
  await eventually('the error', () => heard.length > 2);
  await double.revive();
  await eventually('the client works again', () =>
    append(1).then(
      () => true,
      () => false,
    ),
  );

  const again = listen(client.subscribeToAll());
  await eventually('a new subscription has the event', () => again.length === 3);
  expect(heard).toEqual(['confirmation', 'caughtUp', 'unavailable 14']);
});

it('holds the server back when its consumer is slower', async () => {
  const COUNT = 30_000;
  for (let count = 0; count < COUNT; count += 10_000) await append(10_000);
  const subscription = client.subscribeToAll();
  await once(subscription, 'confirmation');
  let sent = -1;
  await eventually('the server waits', async () => {
    const before = sent;
    sent = double.reading.sent;
    for (let turn = 0; turn < 50; turn++) await immediately();
    return before === sent && sent > 0;
  });
  expect(sent).toBeLessThan(COUNT / 2);

  let seen = 0;
  for await (const event of subscription) if (event && ++seen === COUNT) break;
  expect(seen).toBe(COUNT);
});
