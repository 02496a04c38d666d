import { type KurrentDBClient } from '@kurrent/kurrentdb-client';
import { randomUUID } from 'node:crypto';
import { allOf, BOTH_CALLS, Clients, CREDENTIALS, rejectionOf, someEvents, someStream } from './clients.js';
import { KurrentDouble } from './double/kurrentdb-double.js';
import { APPEND_LIMIT } from './double/log.js';

const ANY = 'any';
const NO_STREAM = 'no_stream';

let double: KurrentDouble;
let client: KurrentDBClient;
const clients = new Clients();
beforeAll(async () => {
  double = await KurrentDouble.start();
  client = clients.of(double);
});
afterAll(async () => {
  await clients.end();
  await double.end();
});

const countOf = async (stream: string) => (await allOf(client.readStream(stream))).length;

describe.each(BOTH_CALLS)('what an append answers, by %s', (call, options) => {
  it('is sent by that call', async () => {
    const calls: string[] = [];
    double.faults.fateOf = ({ call }) => (calls.push(call), 'pass');
    await client.appendToStream(someStream(), someEvents(1), { streamState: NO_STREAM, ...options });
    double.faults.fateOf = () => 'pass';
    expect(calls).toEqual([call]);
  });

  it('stores a new stream, and tells the last revision and position', async () => {
    const stream = someStream();
    const answer = await client.appendToStream(stream, someEvents(3), { streamState: NO_STREAM, ...options });
    const last = (await allOf(client.readStream(stream))).at(-1)!.event!;
    expect(answer).toEqual({ success: true, nextExpectedRevision: 2n, position: last.position });
  });

  it('takes the same ids with the same expectation for the same append, also later, and never compares the bytes', async () => {
    const stream = someStream();
    const events = someEvents(2);
    const first = await client.appendToStream(stream, events, { streamState: NO_STREAM, ...options });
    expect(await client.appendToStream(stream, events, { streamState: NO_STREAM, ...options })).toEqual(first);
    await client.appendToStream(stream, someEvents(1), { streamState: 1n, ...options });

    const others = events.map((event) => ({ ...event, data: { goal: 'volunteering' } })) as typeof events;
    expect(await client.appendToStream(stream, others, { streamState: NO_STREAM, ...options })).toEqual(first);
    const stored = (await allOf(client.readStream(stream))).map(({ event }) => event!.data);
    expect(stored).toEqual(Array(3).fill({ goal: 'paid-work' }));
  });

  it('stores an id twice that comes twice in one append', async () => {
    const stream = someStream();
    const [event] = someEvents(1);
    await client.appendToStream(stream, [event, event], { streamState: NO_STREAM, ...options });
    expect(await countOf(stream)).toBe(2);
  });

  it('refuses one old and one new id where the expectation is not the current one', async () => {
    const stream = someStream();
    const events = someEvents(2);
    await client.appendToStream(stream, events, { streamState: NO_STREAM, ...options });
    const mixed = [events[0], ...someEvents(1)];
    const error = await rejectionOf(client.appendToStream(stream, mixed, { streamState: NO_STREAM, ...options }));
    expect(error).toMatchObject({ type: 'wrong-expected-version', actualState: 1n });
  });

  it('refuses a wrong expectation with an empty message and both states', async () => {
    const stream = someStream();
    const asked = (streamState: bigint | 'no_stream' | 'stream_exists') =>
      rejectionOf(client.appendToStream(stream, someEvents(1), { streamState, ...options }));
    const wrong = { type: 'wrong-expected-version', message: '', streamName: stream };
    expect(await asked(4n)).toMatchObject({ ...wrong, expectedState: 4n, actualState: NO_STREAM });
    expect(await asked('stream_exists')).toMatchObject({ ...wrong, expectedState: 'stream_exists', actualState: NO_STREAM });

    await client.appendToStream(stream, someEvents(2), { streamState: NO_STREAM, ...options });
    expect(await asked(NO_STREAM)).toMatchObject({ ...wrong, expectedState: NO_STREAM, actualState: 1n });
    expect(await asked(0n)).toMatchObject({ ...wrong, expectedState: 0n, actualState: 1n });
  });

  it('throws for a wrong expectation also when a call says not to; only the client as a whole can be told', async () => {
    const told = { streamState: 4n, throwOnAppendFailure: false, ...options };
    const error = await rejectionOf(client.appendToStream(someStream(), someEvents(1), told));
    expect(error).toMatchObject({ type: 'wrong-expected-version' });

    const quiet = clients.of(double, { throwOnAppendFailure: 'false' });
    expect(await quiet.appendToStream(someStream(), someEvents(1), told)).toMatchObject({ success: false });
  });

  it('lets exactly one of 30 writers begin a stream', async () => {
    const stream = someStream();
    const writers = Array.from({ length: 30 }, () =>
      client.appendToStream(stream, someEvents(1), { streamState: NO_STREAM, ...options }),
    );
    const outcomes = await Promise.allSettled(writers);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const errors = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [(outcome.reason as Error & { type: string }).type] : [],
    );
    expect(errors).toEqual(Array(29).fill('wrong-expected-version'));
  });

  it('answers success and a made-up revision to no events', async () => {
    const stream = someStream();
    const answer = await client.appendToStream(stream, [], { streamState: NO_STREAM, ...options });
    expect(answer).toMatchObject({ success: true, nextExpectedRevision: 0n });
    expect(await rejectionOf(countOf(stream))).toMatchObject({ type: 'stream-not-found' });
  });

  it('refuses more bytes than its limit, counts metadata as data, and each letter of a type twice', async () => {
    const [frame, type] = [JSON.stringify({ words: '' }).length, 'GoalSet'];
    const append = (bytes: number) => {
      const words = { words: 'x'.repeat(bytes / 4 - frame) };
      const events = someEvents(2, words).map((event) => ({ ...event, metadata: words })) as never;
      return client.appendToStream(someStream(), events, { streamState: NO_STREAM, ...options });
    };
    const most = APPEND_LIMIT - 2 * 2 * type.length;
    expect(await append(most)).toMatchObject({ success: true });
    const error = await rejectionOf(append(most + 4));
    expect(error).toMatchObject({ type: 'maximum-append-size-exceeded', maxAppendSize: APPEND_LIMIT });
  });

  it('takes one event of 900 KB, and 4,700 of 208 bytes', async () => {
    const large = someEvents(1, { words: 'x'.repeat(900_000) });
    expect(await client.appendToStream(someStream(), large, { streamState: NO_STREAM, ...options })).toMatchObject({
      success: true,
    });
    const many = someEvents(4_700, { words: 'x'.repeat(196) });
    const answer = await client.appendToStream(someStream(), many, { streamState: NO_STREAM, ...options });
    expect(answer.nextExpectedRevision).toBe(4_699n);
  });

  it('refuses 17 MB as a resource that is exhausted', async () => {
    const vast = someEvents(1, { words: 'x'.repeat(17_000_000) });
    const error = await rejectionOf(client.appendToStream(someStream(), vast, { streamState: NO_STREAM, ...options }));
    expect(error).toMatchObject({ type: 'unknown', code: 8 });
  });

  it('refuses a stream without a name', async () => {
    const error = await rejectionOf(client.appendToStream('', someEvents(1), { streamState: NO_STREAM, ...options }));
    expect(error.type).toBe('unknown');
    if (call === 'batchAppend') expect(error.message).toBe('Could not recognize BadRequest');
    else expect(error.code).toBe(2);
  });

  it('takes names of the server itself where there is no security, and keeps names with é, space and slash', async () => {
    for (const stream of [`$spec-${randomUUID()}`, `é n/${randomUUID()}`]) {
      await client.appendToStream(stream, someEvents(1), { streamState: NO_STREAM, ...options });
      expect((await allOf(client.readStream(stream)))[0].event!.streamId).toBe(stream);
    }
  });

  it('begins a deleted stream again at its old revisions', async () => {
    const stream = someStream();
    await client.appendToStream(stream, someEvents(3), { streamState: NO_STREAM, ...options });
    await client.deleteStream(stream);
    expect(await rejectionOf(countOf(stream))).toMatchObject({ type: 'stream-not-found' });

    const answer = await client.appendToStream(stream, someEvents(1), { streamState: NO_STREAM, ...options });
    expect(answer).toMatchObject({ success: true, nextExpectedRevision: 3n });
    expect((await allOf(client.readStream(stream))).map(({ event }) => event!.revision)).toEqual([3n]);
  });
});

describe('where the two calls differ', () => {
  it('stores an old id again by batchAppend that comes with the current revision; append refuses it', async () => {
    const stream = someStream();
    const events = someEvents(1);
    await client.appendToStream(stream, events, { streamState: NO_STREAM });
    await client.appendToStream(stream, someEvents(1), { streamState: 0n });

    const plain = client.appendToStream(stream, events, { streamState: 1n, credentials: CREDENTIALS });
    expect(await rejectionOf(plain)).toMatchObject({ type: 'wrong-expected-version' });
    expect(await client.appendToStream(stream, events, { streamState: 1n })).toMatchObject({ nextExpectedRevision: 2n });
    expect(await countOf(stream)).toBe(3);
  });

  it('stores the same ids twice by append that expects anything, when another stream has them too; else once', async () => {
    const [one, other] = [someStream(), someStream()];
    const events = someEvents(1);
    const append = (stream: string) => client.appendToStream(stream, events, { streamState: ANY, credentials: CREDENTIALS });
    await append(one);
    await append(one);
    expect(await countOf(one)).toBe(1);

    await append(other);
    await append(one);
    expect(await countOf(one)).toBe(2);
    await client.appendToStream(one, events, { streamState: ANY });
    expect(await countOf(one)).toBe(2);
  });
});
