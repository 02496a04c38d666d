import { type KurrentDBClient } from '@kurrent/kurrentdb-client';
import { BadAppend, OutcomeUnknown, StoreUnavailable, type StoredEvent } from '../../../src/application/ports/event-store.js';
import { canonicalBytes } from '../../../src/adapters/event-store-kurrentdb/stored-form.js';
import type { Instant } from '../../../src/kernel/days.js';
import type { EventId } from '../../../src/kernel/ids.js';
import { eventually } from '../../harness/eventually.js';
import { anAppend, anEvent, events, newId, newTenant } from '../appends.js';
import { independentBytes, sha256, ZEROS } from '../independent-bytes.js';
import { UNSTORABLE } from '../unstorable.js';
import { anAppender, type AppenderUnderTest } from './appender-under-test.js';
import { allOf, BOTH_CALLS, Clients } from './clients.js';
import { KurrentDouble } from './double/kurrentdb-double.js';
import type { Fate } from './double/faults.js';

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

/** Link 1 of each event, by another hand. */
function expectLinked(stored: readonly StoredEvent[]): void {
  let previous = ZEROS;
  for (const event of stored) {
    expect(canonicalBytes(event)).toEqual(independentBytes(event));
    previous = sha256(independentBytes(event), previous);
    expect(event.hash).toBe(previous.toString('hex'));
  }
}

/** The next appends meet these fates, one each; later ones pass. */
function fates(...next: Fate[]): void {
  double.faults.fateOf = () => next.shift() ?? 'pass';
}

describe.each(BOTH_CALLS)('an append to KurrentDB by %s', (_, options) => {
  let its: AppenderUnderTest;
  beforeEach(() => (its = anAppender(client, options)));
  afterEach(() => its.appender.close());

  it('gives back every field as it came in, and its canonical bytes', async () => {
    const occurredAt = '2019-09-02T06:59:59.999999Z' as Instant;
    const day = anEvent({ data: { words: ['é', '🙂', '"\\/\u2028'], on: true, off: null, count: -1.5e-7, '': {} } });
    const instant = anEvent({ occurredAt, data: null, sealed: { subject: 'candidate-1', digest: '0f'.repeat(32) } });
    const overrides = [{ eventId: instant.eventId, code: 'too-early', reason: 'known-exception' }];
    const append = anAppend({ causationId: newId<EventId>(), overrides, events: [day, instant] });
    const outcome = await its.appender.append(append);

    const { events: sent, expectedVersion: __, ...envelope } = append;
    const stored = await its.streamOf(append);
    expect(stored[0]).toMatchObject({ ...envelope, ...sent[0], version: 1 });
    expect(stored[1]).toMatchObject({ ...envelope, ...sent[1], version: 2 });
    const { version, position, recordedAt } = stored[1];
    expect(outcome).toEqual({ kind: 'stored', version, position, recordedAt });
    expectLinked(stored);
  });

  it('lets one of 50 writers in two processes win that expect the same version, and tells the others the actual one (P2)', async () => {
    const other = anAppender(client, options);
    const { streamId } = anAppend();
    const writers = Array.from({ length: 50 }, () => anAppend({ streamId }));
    const outcomes = await Promise.all(writers.map((append, at) => [its, other][at % 2].appender.append(append)));

    expect(outcomes.filter(({ kind }) => kind === 'stored')).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === 'conflict')).toEqual(Array(49).fill({ kind: 'conflict', actualVersion: 1 }));
    expect(await its.streamOf(writers[0])).toHaveLength(1);
  });

  it('stores one command once that is sent 20 times at once, and answers a repeat as the first time, also later (P3)', async () => {
    const append = anAppend({ events: events(2) });
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => its.appender.append(append)));
    const [stored, ...others] = outcomes.filter(({ kind }) => kind === 'stored');
    expect(others).toEqual([]);
    expect(outcomes.filter(({ kind }) => kind === 'repeated')).toEqual(Array(19).fill({ ...stored, kind: 'repeated' }));

    await its.appender.append(anAppend({ streamId: append.streamId, expectedVersion: 2 }));
    expect(await its.appender.append({ ...append, events: events(5) })).toEqual({ ...stored, kind: 'repeated' });
    expect(await its.streamOf(append)).toHaveLength(3);
  });

  it('refuses a version that is not there yet, and what another tenant sends (P11)', async () => {
    const append = anAppend({ expectedVersion: 1 });
    expect(await its.appender.append(append)).toEqual({ kind: 'conflict', actualVersion: 0 });
    await its.appender.append({ ...append, expectedVersion: 0 });
    for (const expectedVersion of [0, 1, 2]) {
      const foreign = anAppend({ streamId: append.streamId, tenant: newTenant(), expectedVersion });
      expect(await its.appender.append(foreign)).toEqual({ kind: 'unknown-stream' });
    }
    expect(await its.reads.inTenant(newTenant(), append.streamId)).toEqual([]);
    expect(await its.streamOf(append)).toHaveLength(1);
  });

  it('asks nothing of the server for what cannot be stored', async () => {
    double.faults.fateOf = () => {
      throw new Error('it was asked');
    };
    for (const [, append] of UNSTORABLE) await expect(its.appender.append(append)).rejects.toBeInstanceOf(BadAppend);
  });

  it.each<readonly [string, Fate[]]>([
    ['stored', ['lose-answer']],
    ['lost', ['lose']],
    ['lost twice and then stored', ['lose', 'lose', 'lose-answer']],
  ])('answers stored, once, when what had no answer was %s (P1)', async (__, next) => {
    const hasty = anAppender(client, { ...options, answerWithinMs: 300 });
    const append = anAppend({ events: events(2) });
    fates(...next);
    const outcome = await hasty.appender.append(append);
    const stored = await hasty.streamOf(append);
    expect(outcome).toMatchObject({ kind: 'stored', version: 2, position: stored[1].position });
    expect(stored).toHaveLength(2);

    await hasty.appender.append(anAppend({ streamId: append.streamId, expectedVersion: 2 }));
    expectLinked(await hasty.streamOf(append));
  });

  it('stores once what arrives after it was sent again (P1)', async () => {
    const hasty = anAppender(client, { ...options, answerWithinMs: 300 });
    let arrive = (): void => undefined;
    fates({ storeAfter: new Promise<void>((resolve) => (arrive = resolve)) });
    const append = anAppend();
    expect(await hasty.appender.append(append)).toMatchObject({ kind: 'stored', version: 1 });
    arrive();
    await hasty.appender.append(anAppend({ streamId: append.streamId, expectedVersion: 1 }));
    expect(await hasty.streamOf(append)).toHaveLength(2);
    expect(double.log.all).toHaveLength(2);
  });

  it('tells who lost its answer and was overtaken what the stream says', async () => {
    const hasty = anAppender(client, { ...options, answerWithinMs: 300 });
    const append = anAppend();
    await its.appender.append(anAppend({ streamId: append.streamId }));
    const late = anAppend({ streamId: append.streamId, expectedVersion: 1 });
    fates('lose');
    const outcome = hasty.appender.append(late);
    await eventually('it was sent', () => double.faults.underWay.size === 1);
    await its.appender.append(anAppend({ streamId: append.streamId, expectedVersion: 1 }));
    expect(await outcome).toEqual({ kind: 'conflict', actualVersion: 2 });
  });

  it('goes on through the death of the server: each acknowledged event is stored once, in one chain (P1)', async () => {
    const hasty = anAppender(client, { ...options, answerWithinMs: 1_000 });
    const { streamId, tenant } = anAppend();
    for (let version = 0; version < 30; version++) {
      if (version % 10 === 5) await double.die();
      const outcome = hasty.appender.append(anAppend({ streamId, expectedVersion: version }));
      if (version % 10 === 5) await double.revive();
      expect(await outcome).toMatchObject({ kind: 'stored', version: version + 1 });
    }
    const stored = await hasty.reads.inTenant(tenant, streamId);
    expect(stored.map(({ version }) => version)).toEqual(Array.from({ length: 30 }, (__, at) => at + 1));
    expectLinked(stored);
  });

  it('does not hang on a server that is frozen, and is stored when that goes on', async () => {
    const hasty = anAppender(client, { ...options, answerWithinMs: 200, patienceMs: 60_000 });
    await hasty.appender.append(anAppend());
    double.freeze();
    const append = anAppend();
    const outcome = hasty.appender.append(append);
    const begun = performance.now();
    await expect(hasty.reads.inTenant(append.tenant, append.streamId)).rejects.toThrow('no answer in 200 ms');
    expect(performance.now() - begun).toBeLessThan(5_000);
    double.thaw();
    expect(await outcome).toMatchObject({ kind: 'stored' });
    expect(await hasty.streamOf(append)).toHaveLength(1);
  });

  it('says that nothing is stored when the server refuses, or cannot be reached for longer than patience lasts', async () => {
    fates({ verdict: { kind: 'access-denied' } });
    await expect(its.appender.append(anAppend())).rejects.toBeInstanceOf(StoreUnavailable);
    const impatient = anAppender(client, { ...options, patienceMs: 50 });
    await double.die();
    await expect(impatient.appender.append(anAppend())).rejects.toBeInstanceOf(StoreUnavailable);
    expect(double.log.all).toEqual([]);
  });

  it('tells once of an append whose outcome stays unknown, and goes on until it is known', async () => {
    const told: Error[] = [];
    const onError = (error: unknown) => told.push(error as Error);
    const hasty = anAppender(client, { ...options, answerWithinMs: 200, doubtAfterMs: 300, onError });
    await hasty.appender.append(anAppend());
    double.faults.fateOf = () => 'lose';
    const append = anAppend();
    const outcome = hasty.appender.append(append);
    await eventually('somebody was told', () => told.length > 0);
    expect(told.map(({ name, message }) => [name, message.includes(append.streamId)])).toEqual([['AppendInDoubt', true]]);
    fates();
    expect(await outcome).toMatchObject({ kind: 'stored' });
    expect(told).toHaveLength(1);
    hasty.appender.close();
  });

  it('says that the outcome is unknown when the process ends before it is known', async () => {
    const hasty = anAppender(client, { ...options, answerWithinMs: 200 });
    double.faults.fateOf = () => 'lose';
    const outcome = expect(hasty.appender.append(anAppend())).rejects.toBeInstanceOf(OutcomeUnknown);
    await eventually('it was sent twice', () => double.faults.underWay.size === 2);
    hasty.appender.close();
    await outcome;
    await expect(hasty.appender.append(anAppend())).rejects.toBeInstanceOf(StoreUnavailable);
  });

  it('stores an append only while the keys of its decision are claimed, and looks at these after a repeat or conflict', async () => {
    let claimed = false;
    const holding = <T>(__: unknown, send: () => Promise<T>) =>
      claimed ? send() : Promise.resolve({ kind: 'claims-missing' as const });
    const { appender, streamOf } = anAppender(client, { ...options, guard: { holding } });
    const append = anAppend({ claims: { decision: newId(), keys: 2 } });
    expect(await appender.append(append)).toEqual({ kind: 'claims-missing' });
    expect(await streamOf(append)).toEqual([]);

    claimed = true;
    expect(await appender.append(append)).toMatchObject({ kind: 'stored' });
    claimed = false;
    expect(await appender.append(append)).toMatchObject({ kind: 'repeated' });
    expect(await appender.append({ ...append, commandId: newId() })).toEqual({ kind: 'conflict', actualVersion: 1 });
  });
});

it('keeps one chain when two processes send one command at two times, and the loser appends after it', async () => {
  const [one, other] = [anAppender(client), anAppender(client)];
  await other.clock.moveTo('2019-09-02T09:00:00.000000Z' as Instant);
  const append = anAppend();
  let arrive = (): void => undefined;
  fates({ storeAfter: new Promise<void>((resolve) => (arrive = resolve)) });
  const first = one.appender.append(append);
  await eventually('the first is on its way', () => double.faults.underWay.size === 1);
  const winner = await other.appender.append(append);
  arrive();

  expect(await first).toEqual({ ...winner, kind: 'repeated' });
  await one.appender.append(anAppend({ streamId: append.streamId, expectedVersion: 1 }));
  const stored = await one.streamOf(append);
  expect(stored).toHaveLength(2);
  expectLinked(stored);
});

it('writes JSON that the server’s own tools can read, under names of its own', async () => {
  const append = anAppend();
  await anAppender(client).appender.append(append);
  const [{ event }] = await allOf(client.readStream(`spec~${append.streamId}`));
  const { type, data, eventId } = append.events[0];
  expect(event).toMatchObject({ type, data, isJson: true, metadata: { eventId, tenant: append.tenant, version: 1 } });
  expect(event!.id).not.toBe(eventId);
});
