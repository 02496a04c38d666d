import { type AllStreamResolvedEvent, type KurrentDBClient } from '@kurrent/kurrentdb-client';
import { eventually } from '../../harness/eventually.js';
import { allOf, Clients, rejectionOf, someEvents, someStream } from './clients.js';
import { KurrentDouble } from './double/kurrentdb-double.js';

let double: KurrentDouble;
let client: KurrentDBClient;
const clients = new Clients();
const [one, other] = [someStream(), someStream()];
beforeAll(async () => {
  double = await KurrentDouble.start();
  client = clients.of(double);
  await client.appendToStream(one, someEvents(3), { streamState: 'no_stream' });
  await client.appendToStream(other, someEvents(2), { streamState: 'no_stream' });
});
afterAll(async () => {
  await clients.end();
  await double.end();
});

const log = () => allOf(client.readAll());
const idsOf = (events: readonly AllStreamResolvedEvent[]) => events.map(({ event }) => event!.id);
const NOWHERE = { commit: 1n, prepare: 1n };
const PAST_THE_END = { commit: 1_000_000_000n, prepare: 1_000_000_000n };

describe('a read of a stream', () => {
  it('gives its events forwards and backwards, from a revision on, and so many', async () => {
    const revisions = async (options: object) =>
      (await allOf(client.readStream(one, options))).map(({ event }) => Number(event!.revision));
    expect(await revisions({})).toEqual([0, 1, 2]);
    expect(await revisions({ fromRevision: 1n })).toEqual([1, 2]);
    expect(await revisions({ direction: 'backwards', fromRevision: 'end' })).toEqual([2, 1, 0]);
    expect(await revisions({ direction: 'backwards', fromRevision: 1n, maxCount: 1 })).toEqual([1]);
  });

  it.each(['forwards', 'backwards'] as const)('says %s of a stream that is not there that it is not', async (direction) => {
    const stream = someStream();
    const fromRevision = direction === 'forwards' ? 'start' : 'end';
    const error = await rejectionOf(allOf(client.readStream(stream, { direction, fromRevision })));
    expect(error).toMatchObject({ type: 'stream-not-found', streamName: stream });
  });

  it('gives nothing from a revision past the end, and no error', async () => {
    expect(await allOf(client.readStream(one, { fromRevision: 3n }))).toEqual([]);
  });

  it('tells when an event came as a date cut to seconds', async () => {
    const [{ event }] = await allOf(client.readStream(one));
    expect(event!.created.getMilliseconds()).toBe(0);
    expect(Math.abs(Date.now() - event!.created.getTime())).toBeLessThan(60_000);
  });
});

describe('a read of the log', () => {
  it('includes the event at the position from which it starts forwards, and not backwards', async () => {
    const all = await log();
    const fromPosition = all[2].event!.position;
    expect(idsOf(await allOf(client.readAll({ fromPosition })))).toEqual(idsOf(all.slice(2)));
    const backwards = await allOf(client.readAll({ fromPosition, direction: 'backwards' }));
    expect(idsOf(backwards)).toEqual(idsOf(all.slice(0, 2).reverse()));
  });

  it('says of a position that is no event’s that the server is unavailable, which hurts no other call', async () => {
    const misled = allOf(client.readAll({ fromPosition: NOWHERE }));
    const sound = allOf(client.readStream(one));
    expect(await rejectionOf(misled)).toMatchObject({ type: 'unavailable' });
    expect(await sound).toHaveLength(3);
    expect(await log()).toHaveLength(5);
  });

  it('gives nothing from a position past the end, and no error, so an older back-up is not noticed', async () => {
    expect(await allOf(client.readAll({ fromPosition: PAST_THE_END }))).toEqual([]);
  });

  it('gives each event the commit position of its place, with gaps between', async () => {
    const all = await log();
    for (const { event, commitPosition } of all) expect(commitPosition).toBe(event!.position.commit);
    const places = all.map(({ commitPosition }) => commitPosition!);
    expect(places.every((place, at) => at === 0 || place > places[at - 1] + 1n)).toBe(true);
  });

  it('ends at the server when its reader leaves early', async () => {
    await client.appendToStream(someStream(), someEvents(20_000), { streamState: 'no_stream' });
    const before = double.reading.sent;
    for await (const event of client.readAll()) if (event) break;
    await eventually('the call has ended', () => double.reading.underWay === 0);
    expect(double.reading.sent - before).toBeLessThan(20_005);
  });
});
