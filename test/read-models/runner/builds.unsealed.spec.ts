import type { EventStore, Position, StoredEvent } from '../../../src/application/ports/event-store.js';
import { rebuilt } from '../../../src/composition/rebuild.js';
import { Dice } from '../../harness/dice.js';
import { SEED } from '../../harness/seed.js';
import { sql } from '../../harness/sql.js';
import { livesShuffled } from './lives.js';
import { setting, TIMELINE, type Setting } from './setting.js';

let test: Setting;
beforeEach(async () => {
  test = await setting();
}, 60_000);
afterEach(() => test.end());

/** A store whose sealer is behind: what lies after a place has no seal yet, until the log was looked at so many times. */
function behind(store: EventStore, sealedUpTo: Position, looks: number): EventStore {
  let looked = 0;
  const asSealed = (event: StoredEvent): StoredEvent => {
    if (looked > looks || event.position <= sealedUpTo) return event;
    const { sealedAt: _, tenantHash: __, ...unsealed } = event;
    return unsealed;
  };
  const readStream: EventStore['readStream'] = async (...asked) => (await store.readStream(...asked)).map(asSealed);
  const readAll: EventStore['readAll'] = async (asked) => {
    looked += 1;
    return (await store.readAll({ ...asked, limit: Math.min(asked.limit, 10) })).map(asSealed);
  };
  return Object.create(store, { readStream: { value: readStream }, readAll: { value: readAll } }) as EventStore;
}

it('a build goes live with no line of an event that is not sealed, however far sealing is behind (R-511, P5)', async () => {
  await test.append(livesShuffled(new Dice(SEED), { streams: 4, appends: 40 }));
  const runner = test.runner(TIMELINE, 20);
  await runner.start();
  await test.level(runner);
  await runner.stop();
  const shown = await test.shown(TIMELINE);
  const { position } = (await test.store.readAll({ limit: 15 })).at(-1)!;

  const store = behind(test.store, position, 8);
  const rebuilding = { store, pool: test.pool, onProgress: () => undefined, isStopped: () => false };
  expect(await rebuilt(rebuilding, TIMELINE, { checkOnly: false })).toMatchObject({ kind: 'live' });
  expect(await test.shown(TIMELINE)).toEqual(shown);
  expect(await sql(test.superuser, 'select 1 from read.timeline where sealed_at is null')).toEqual([]);
}, 60_000);
