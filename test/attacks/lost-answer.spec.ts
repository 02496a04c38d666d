import { openPostgresStore, type PostgresEventStore } from '../../src/adapters/event-store-postgres/postgres-event-store.js';
import type { StoreAlarm } from '../../src/adapters/event-store-postgres/settler.js';
import type { AppendOutcome } from '../../src/application/ports/event-store.js';
import { anAppend, events, newStream } from '../event-store/appends.js';
import { eventually } from '../harness/eventually.js';
import { freshPostgresStore, type PostgresStore } from '../harness/postgres-store.js';
import { PostgresProxy, type ProxyRules } from '../harness/proxy.js';
import { figure } from './windows.js';

let database: PostgresStore;
let proxy: PostgresProxy;
let store: PostgresEventStore;
let alarms: StoreAlarm[];

/** A store of its own whose appends go over a proxy; reads go straight to PostgreSQL. */
async function openOver(rules: ProxyRules): Promise<void> {
  alarms = [];
  database = await freshPostgresStore();
  proxy = await PostgresProxy.start(database.connections.flusher, rules);
  const connections = { ...database.connections, flusher: proxy.connection };
  store = await openPostgresStore(connections, { answerWithinMs: 1_000, firstPauseMs: 1, alarm: (alarm) => alarms.push(alarm) });
}

afterEach(async () => {
  await store.close();
  await proxy.stop();
  await database.drop();
});

/** So many appends of two events each to one stream, one after the other; answers the outcomes. */
async function write(appends: number): Promise<AppendOutcome[]> {
  const streamId = newStream();
  const outcomes: AppendOutcome[] = [];
  for (let n = 0; n < appends; n += 1)
    outcomes.push(await store.append(anAppend({ streamId, expectedVersion: n * 2, events: events(2) })));
  return outcomes;
}

describe('an answer that never comes', () => {
  // Seen to fail: mutants `no-look-up` (the append is sent again without one) and `new-command-id`.
  it('leaves every append stored once and answered with its own place, when every other answer is dropped after the commit (P1)', async () => {
    let calls = 0;
    await openOver({ fate: (statement) => (statement === 'append-batch' && calls++ % 2 === 0 ? 'lose-answer' : 'pass') });
    const [writers, each] = [10, figure(10, 100)];

    const outcomes = (await Promise.all(Array.from({ length: writers }, () => write(each)))).flat();

    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['stored']));
    const all = await store.readAll({ limit: 10_000 });
    expect(all).toHaveLength(writers * each * 2);
    expect(new Set(all.map(({ eventId }) => eventId)).size).toBe(all.length);
    const lasts = outcomes.map((outcome) => ('position' in outcome ? outcome.position : null)).sort();
    expect(lasts).toEqual(all.filter(({ version }) => version % 2 === 0).map(({ position }) => position));
    expect(alarms.filter(({ kind }) => kind === 'answer-lost').length).toBeGreaterThanOrEqual(each / 2);
  }, 180_000);

  // Seen to fail: mutant `absent-is-not-stored` (what the look-up does not find is answered as not stored).
  it('is never taken for a failure: a call that arrives after the look-up is stored once, and so answered (P1)', async () => {
    let holding = true;
    await openOver({
      fate: (statement) => (statement === 'append-batch' && holding ? 'hold' : 'pass'),
      beforeAnswer: async (statement) => {
        if (statement !== 'find-appends') return;
        holding = false;
        await Promise.all(proxy.held.map((call) => call.deliver()));
      },
    });
    const append = anAppend({ events: events(3) });

    const outcome = await store.append(append);

    const stored = await store.readStream(append.tenant, append.streamId);
    expect(stored.map(({ eventId }) => eventId)).toEqual(append.events.map(({ eventId }) => eventId));
    expect(outcome).toMatchObject({ version: 3, position: stored[2].position, recordedAt: stored[2].recordedAt });
    expect(proxy.held).toHaveLength(1);
  });

  it('does no harm when the call arrives after the append was sent again and stored (P1)', async () => {
    let calls = 0;
    await openOver({ fate: (statement) => (statement === 'append-batch' && calls++ === 0 ? 'hold' : 'pass') });
    const append = anAppend({ events: events(2) });

    const outcome = await store.append(append);
    await eventually('the first call is on its way', () => proxy.held.length === 1);
    await proxy.held[0].deliver();

    expect(outcome).toMatchObject({ kind: 'stored', version: 2 });
    expect(await store.readAll({ limit: 10 })).toHaveLength(2);
  });
});
