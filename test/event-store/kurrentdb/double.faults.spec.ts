import { type KurrentDBClient } from '@kurrent/kurrentdb-client';
import { status } from '@grpc/grpc-js';
import { eventually } from '../../harness/eventually.js';
import { allOf, BOTH_CALLS, Clients, CREDENTIALS, rejectionOf, someEvents, someStream } from './clients.js';
import { KurrentDouble } from './double/kurrentdb-double.js';

/** In a real client ten seconds each; here short, so that a spec needs not wait for twenty. The client warns of it. */
const IMPATIENT = { keepAliveInterval: 300, keepAliveTimeout: 300 };

let double: KurrentDouble;
let client: KurrentDBClient;
const clients = new Clients();
beforeEach(async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  double = await KurrentDouble.start();
  client = clients.of(double, IMPATIENT);
  await append();
});
afterEach(async () => {
  await clients.end();
  await double.end();
});

const append = (stream = someStream(), options: object = {}) =>
  client.appendToStream(stream, someEvents(1), { streamState: 'no_stream', ...options });
const log = () => allOf(client.readAll());

describe('a frozen server', () => {
  beforeEach(async () => {
    await log();
    double.freeze();
  });

  it('lets batchAppend hang until keep-alive gives up, whatever its deadline', async () => {
    const begun = performance.now();
    const error = await rejectionOf(append(someStream(), { deadline: 50 }));
    expect(error).toMatchObject({ type: 'unavailable', code: 14 });
    expect(performance.now() - begun).toBeGreaterThan(250);
  });

  it('lets append end at its deadline', async () => {
    const error = await rejectionOf(append(someStream(), { deadline: 100, credentials: CREDENTIALS }));
    expect(error).toMatchObject({ type: 'deadline-exceeded', code: 4 });
  });

  it('lets a read hang past its deadline, for as long as it is frozen and the reader does not give up', async () => {
    let settled = false;
    const read = allOf(client.readAll({ deadline: 50 })).finally(() => (settled = true));
    await rejectionOf(append()); // waits for as long as keep-alive does; the reader’s own, which no setting shortens, takes 20 s
    expect(settled).toBe(false);
    double.thaw();
    expect((await read).length).toBeGreaterThanOrEqual(1); // what was sent to a frozen server may still be stored
  });
});

it('answers what it was sent while it was frozen, once it goes on, and the same again', async () => {
  const patient = clients.of(double);
  const stream = someStream();
  const events = someEvents(1);
  await patient.appendToStream(someStream(), someEvents(1), { streamState: 'no_stream' });
  double.freeze();
  let answered = false;
  const first = patient.appendToStream(stream, events, { streamState: 'no_stream' }).finally(() => (answered = true));
  await rejectionOf(append()); // waits for as long as keep-alive does
  expect(answered).toBe(false);
  double.thaw();

  const answer = await first;
  expect(answer).toMatchObject({ success: true, nextExpectedRevision: 0n });
  expect(await patient.appendToStream(stream, events, { streamState: 'no_stream' })).toEqual(answer);
  expect(await allOf(patient.readStream(stream))).toHaveLength(1);
});

it.each(BOTH_CALLS)(
  'that dies with 40 appends by %s on their way leaves each without an answer, stored or not',
  async (_, options) => {
    let arrived = 0;
    double.faults.fateOf = () => (arrived++ % 2 === 0 ? 'lose-answer' : 'lose');
    const streams = Array.from({ length: 40 }, someStream);
    const errors = streams.map((stream) => rejectionOf(append(stream, options)));
    await eventually('all are on their way', () => arrived === 40);
    await double.die();
    expect((await Promise.all(errors)).map(({ type, code }) => [type, code])).toEqual(Array(40).fill(['unavailable', 14]));

    double.faults.fateOf = () => 'pass';
    await double.revive();
    await eventually('it is back', () =>
      log().then(
        () => true,
        () => false,
      ),
    );
    expect(new Set((await log()).map(({ event }) => event!.streamId)).size).toBe(1 + 20);
  },
);

describe('a server that is down', () => {
  beforeEach(async () => {
    await log();
    await double.die();
  });

  it('makes an append throw a plain error with a code and no type', async () => {
    await rejectionOf(append());
    const error = await rejectionOf(append());
    expect(error.code).toBe(14);
    expect(error).not.toHaveProperty('type');
  });

  it('makes a read say that it is unavailable', async () => {
    await rejectionOf(log());
    expect(await rejectionOf(log())).toMatchObject({ type: 'unavailable' });
  });

  it('serves the same client when it is back, with what it had', async () => {
    await rejectionOf(append());
    await double.revive();
    expect(await append()).toMatchObject({ success: true });
    expect(await log()).toHaveLength(2);
  });
});

describe('a node that is not the leader', () => {
  let follower: KurrentDouble;
  beforeEach(async () => {
    follower = await KurrentDouble.start(double.log);
    follower.faults.leader = double.endpoint;
  });
  afterEach(() => follower.end());

  it('forwards appends, and names the leader to reads and to who requires the leader', async () => {
    const distant = clients.of(follower);
    const answer = await distant.appendToStream(someStream(), someEvents(1), { streamState: 'no_stream' });
    expect(answer).toMatchObject({ success: true });
    expect(await log()).toHaveLength(2);

    const leader = double.endpoint;
    const read = await rejectionOf(allOf(clients.of(follower).readAll()));
    expect(read).toMatchObject({ type: 'not-leader', leader });
    const required = { streamState: 'no_stream' as const, requiresLeader: true };
    for (const [, options] of BOTH_CALLS) {
      const sent = clients.of(follower).appendToStream(someStream(), someEvents(1), { ...required, ...options });
      expect(await rejectionOf(sent)).toMatchObject({ type: 'not-leader', leader });
    }
  });

  it('leaves the client without reads when it names a leader that is not there, and not without appends', async () => {
    const distant = clients.of(follower);
    follower.faults.leader = { address: '127.0.0.1', port: 1 };
    expect(await rejectionOf(allOf(distant.readAll()))).toMatchObject({ type: 'not-leader' });
    follower.faults.leader = undefined;
    for (let n = 0; n < 3; n++) expect(await rejectionOf(allOf(distant.readAll()))).toMatchObject({ type: 'unavailable' });
    const answer = await distant.appendToStream(someStream(), someEvents(1), { streamState: 'no_stream' });
    expect(answer).toMatchObject({ success: true });
  });
});

describe('an append that a test gives another fate', () => {
  it.each(BOTH_CALLS)('by %s is refused with a status', async (_, options) => {
    double.faults.fateOf = () => ({ refuse: status.PERMISSION_DENIED, details: 'no' });
    expect(await rejectionOf(append(someStream(), options))).toMatchObject({ type: 'unknown', code: 7 });
    expect(await log()).toHaveLength(1);
  });

  it.each(BOTH_CALLS)('by %s is stored late, or answered late', async (_, options) => {
    for (const [fate, storedBefore] of [
      ['storeAfter', 0],
      ['answerAfter', 1],
    ] as const) {
      let release = (): void => undefined;
      const moment = new Promise<void>((resolve) => (release = resolve));
      const { length } = await log();
      double.faults.fateOf = () => ({ [fate]: moment }) as { storeAfter: Promise<void> };
      const answer = append(someStream(), options);
      await eventually('it has arrived', () => double.faults.underWay.size === 1);
      expect(await log()).toHaveLength(length + storedBefore);
      release();
      expect(await answer).toMatchObject({ success: true });
      expect(await log()).toHaveLength(length + 1);
    }
  });
});
