import { status } from '@grpc/grpc-js';
import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { StoreUnavailable } from '../../../src/application/ports/event-store.js';
import { eventually } from '../../harness/eventually.js';
import { anAppend, events } from '../appends.js';
import { anAppender } from './appender-under-test.js';
import { BOTH_CALLS, Clients } from './clients.js';
import type { Fate } from './double/faults.js';
import { KurrentDouble } from './double/kurrentdb-double.js';
import type { Verdict } from './double/log.js';

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

/** The next appends meet these fates, one each; later ones pass. Tells how many have come. */
function fates(...next: Fate[]): () => number {
  let came = 0;
  double.faults.fateOf = () => next[came++] ?? 'pass';
  return () => came;
}

describe.each(BOTH_CALLS)('an append to KurrentDB by %s', (call, options) => {
  const REFUSED: readonly Verdict[] = [
    { kind: 'access-denied' },
    { kind: 'deleted' },
    { kind: 'too-large', limit: 1_048_576 },
    { kind: 'event-too-large', id: '', size: 300_000, limit: 200_000 },
    { kind: call === 'append' ? 'invalid-transaction' : 'bad-request' },
  ];

  it('says that nothing is stored when the server refuses, and sends it once (R-650)', async () => {
    const { appender } = anAppender(client, options);
    for (const verdict of REFUSED) {
      const came = fates({ verdict });
      await expect(appender.append(anAppend())).rejects.toBeInstanceOf(StoreUnavailable);
      expect(came()).toBe(1);
    }
    expect(double.log.all).toEqual([]);
  });

  it.each(['not-ready', 'busy', 'no-leader', 'timeout'] as const)(
    'is sent again to a server that says %s (R-650)',
    async (kind) => {
      const { appender } = anAppender(client, options);
      const came = fates({ verdict: { kind } }, { verdict: { kind } });
      expect(await appender.append(anAppend())).toMatchObject({ kind: 'stored' });
      expect(came()).toBe(3);
    },
  );

  it('is stored by a server whose clock is minutes ahead', async () => {
    double.faults.clockAheadMs = 600_000;
    const { appender } = anAppender(client, options);
    expect(await appender.append(anAppend())).toMatchObject({ kind: 'stored', version: 1 });
  });

  it('is refused where one event is larger than the server lets it be', async () => {
    double.log.eventLimit = 2_000;
    const { appender } = anAppender(client, options);
    expect(await appender.append(anAppend())).toMatchObject({ kind: 'stored' });
    const large = events(1).map((event) => ({ ...event, data: { words: 'x'.repeat(2_000) } }));
    await expect(appender.append(anAppend({ events: large }))).rejects.toBeInstanceOf(StoreUnavailable);
  });
});

it('is said to be stored when the call that it shared ended for the sake of another (R-650)', async () => {
  const its = anAppender(client);
  const never = new Promise<void>(() => undefined);
  const came = fates({ answerAfter: never }, { refuse: status.RESOURCE_EXHAUSTED, details: 'too much' });
  const [one, other] = [anAppend(), anAppend()];
  const first = its.appender.append(one);
  await eventually('it is stored and not answered', () => came() === 1);
  const second = its.appender.append(other);
  const stored = { kind: 'stored', version: 1 };
  expect(await Promise.all([first, second])).toMatchObject([stored, stored]);
  for (const append of [one, other]) expect(await its.streamOf(append)).toHaveLength(1);
});
