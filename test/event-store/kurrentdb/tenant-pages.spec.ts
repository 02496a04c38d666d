import type { Position, StoredEvent } from '../../../src/application/ports/event-store.js';
import type { TenantId } from '../../../src/kernel/ids.js';
import { Dice } from '../../harness/dice.js';
import { eventually } from '../../harness/eventually.js';
import { SEED } from '../../harness/seed.js';
import { anAppend, events, newTenant } from '../appends.js';
import { KurrentDouble } from './double/kurrentdb-double.js';
import { unusedNames } from './server-under-test.js';
import { freshDatabaseBeside, openStore, type OpenStore, type Place } from './store-on-kurrentdb.js';

const [QUIET, LOUD, LATE, NEVER] = Array.from({ length: 4 }, newTenant);

let double: KurrentDouble;
let place: Place;
let its: OpenStore;
let log: readonly StoredEvent[];
beforeAll(async () => {
  double = await KurrentDouble.start();
  place = { server: { url: double.url(), end: () => double.end() }, names: unusedNames(), database: await freshDatabaseBeside() };
  its = openStore(place, { sealedWithinMs: 50 });
  const append = (tenant: TenantId, count: number) => its.store.append(anAppend({ tenant, events: events(count) }));
  await append(QUIET, 2);
  for (let n = 0; n < 40; n++) await append(LOUD, 10);
  await append(QUIET, 1);
  for (let n = 0; n < 40; n++) await append(LOUD, 10);
  await eventually('everything is sealed', async () => (await all()).every(({ sealedAt }) => sealedAt));
  double.faults.fateOf = ({ stream }) => (stream.startsWith(place.names.of('seal-')) ? 'lose' : 'pass');
  for (const tenant of [LATE, LOUD, QUIET, LATE]) await append(tenant, 1); // none of these is sealed
  log = await all();
}, 60_000);
afterAll(async () => {
  await its.close();
  await Promise.all([place.database.drop(), double.end()]);
});

const all = () => its.store.readAll({ limit: 10_000 });
const of = (tenant: TenantId) => log.filter((event) => event.tenant === tenant);

/** How many events of the server a read takes. */
async function taken(read: () => Promise<unknown>): Promise<number> {
  const { sent } = double.reading;
  await read();
  return double.reading.sent - sent;
}

describe('the events of one tenant', () => {
  it('are those of a read of all that are the tenant’s, from wherever, in either direction, sealed or not', async () => {
    const dice = new Dice(SEED);
    for (let n = 0; n < 30; n++) {
      const tenant = dice.pick([QUIET, LOUD, LATE, NEVER]);
      const backwards = dice.percent(50);
      const at = dice.percent(30) ? undefined : dice.percent(50) ? dice.below(log.length) : log.indexOf(dice.pick(of(QUIET)));
      const after = at === undefined ? undefined : log[at].position;
      const limit = dice.pick([1, 2, 7, 1_000]);
      const beyond = (position: Position) => after === undefined || (backwards ? position < after : position > after);
      const expected = of(tenant).filter(({ position }) => beyond(position));
      const answer = await its.store.readAll({ tenant, after, backwards, limit });
      expect(answer).toEqual((backwards ? expected.reverse() : expected).slice(0, limit));
    }
  }, 60_000);

  it('end where the tenant’s last one is, sealed or not', async () => {
    for (const tenant of [QUIET, LOUD, LATE]) expect(await its.store.lastPosition(tenant)).toBe(of(tenant).at(-1)!.position);
    expect(await its.store.lastPosition(NEVER)).toBeNull();
  });

  it('are found without going through what others did since', async () => {
    const [first, second, third] = of(QUIET);
    const reads = [
      () => its.store.readAll({ tenant: QUIET, limit: 2 }),
      () => its.store.readAll({ tenant: QUIET, after: first.position, limit: 1 }),
      () => its.store.readAll({ tenant: QUIET, after: second.position, limit: 1 }),
      () => its.store.readAll({ tenant: QUIET, after: third.position, limit: 5 }),
      () => its.store.readAll({ tenant: QUIET, backwards: true, limit: 1 }),
      () => its.store.readAll({ tenant: QUIET, backwards: true, limit: 2 }),
      () => its.store.lastPosition(NEVER),
    ];
    expect(double.log.all.length).toBeGreaterThan(1_600);
    for (const read of reads) expect(await taken(read)).toBeLessThan(250);
    expect(await reads[2]()).toEqual([third]);
  });
});
