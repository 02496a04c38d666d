import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { AllReads, LogWentBack, type AllRange } from '../../../src/adapters/event-store-kurrentdb/all-reads.js';
import { serverSeal } from '../../../src/adapters/event-store-kurrentdb/seal.js';
import type { NameSpace } from '../../../src/adapters/event-store-kurrentdb/names.js';
import { positionOf } from '../../../src/adapters/event-store-kurrentdb/positions.js';
import { Reader } from '../../../src/adapters/event-store-kurrentdb/reader.js';
import { BEGINNING } from '../store-under-test.js';
import { newId, newStream, TENANT } from '../appends.js';
import { Clients, someEvents } from './clients.js';
import { KurrentDouble } from './double/kurrentdb-double.js';
import { unusedNames } from './server-under-test.js';

let double: KurrentDouble;
let client: KurrentDBClient;
let names: NameSpace;
const clients = new Clients();
beforeEach(async () => {
  double = await KurrentDouble.start();
  client = clients.of(double);
  names = unusedNames();
});
afterEach(async () => {
  await clients.end();
  await double.end();
});

const OTHERS = 'other~stream';
const others = (count: number) => client.appendToStream(OTHERS, someEvents(count), {});
const begin = () => client.appendToStream(names.of('store'), someEvents(1), { streamState: 'no_stream' });

/** Seals, which are the least that a log can hold; only their numbers matter here. */
async function seals(count: number): Promise<void> {
  const all = Array.from({ length: count }, (_, n) => ({
    ...{ tenant: TENANT, n: n + 1, stream: newStream(), version: 1, eventId: newId<never>() },
    ...{ tenantHash: '00'.repeat(32), sealedAt: BEGINNING },
  }));
  await client.appendToStream(names.of(`seal-${TENANT}`), all.map(serverSeal), {});
}

/** The numbers of the seals that a read gives, and how many events of the server it took. */
async function numbers(range: Omit<AllRange, 'expecting'> = {}) {
  const { sent } = double.reading;
  const found: number[] = [];
  const reads = new AllReads({ client, names, answerWithinMs: 5_000 });
  for await (const page of reads.pages({ ...range, expecting: 1 }))
    found.push(...page.map((entry) => (entry.kind === 'seal' ? entry.seal.n : 0)));
  return { found, sent: double.reading.sent - sent };
}

const upTo = (count: number) => Array.from({ length: count }, (_, n) => n + 1);
const lastPlace = () => {
  const { position, id } = double.log.all.at(-1)!;
  return positionOf({ commit: position, prepare: position }, id);
};

describe('the whole log, in pages of 100 at first', () => {
  it.each([0, 1, 98, 99, 100, 101, 199, 200])('gives each of %d entries once, in either direction', async (count) => {
    await begin();
    if (count > 0) await seals(count);
    expect((await numbers()).found).toEqual(upTo(count));
    expect((await numbers({ backwards: true })).found).toEqual(upTo(count).reverse());
  });

  it('goes through nothing that others kept on the server before this store began', async () => {
    await others(1_000);
    await begin();
    await seals(3);
    await others(2);
    for (const backwards of [false, true]) {
      const { found, sent } = await numbers({ backwards });
      expect(found.sort()).toEqual([1, 2, 3]);
      expect(sent).toBeLessThan(120);
    }
  });

  it('is read from the server’s beginning where no store says that it begins', async () => {
    await others(3);
    await seals(2);
    expect((await numbers()).found).toEqual([1, 2]);
    expect((await numbers({ backwards: true })).found).toEqual([2, 1]);
  });

  it('ends at a place after which nothing came, and is refused from one that is not there (R-512)', async () => {
    await begin();
    await seals(4);
    const after = lastPlace();
    expect((await numbers({ after })).found).toEqual([]);
    expect((await numbers({ after, backwards: true })).found).toEqual([3, 2, 1]);
    double.log.restore(3);
    await expect(numbers({ after })).rejects.toBeInstanceOf(LogWentBack);
  });

  it('is not called older because of a server that comes back between two reads, and no client is made for one that is (R-512, R-652)', async () => {
    await begin();
    await seals(4);
    const place = lastPlace();
    let made = 0;
    const reader = new Reader(client, () => (made++, clients.of(double)));
    const reads = new AllReads({ client, reader, names, answerWithinMs: 5_000 });
    double.faults.earlyReads = 1;
    await reads.check(place);

    double.log.restore(3);
    await others(30);
    for (let n = 0; n < 3; n++) await expect(reads.check(place)).rejects.toBeInstanceOf(LogWentBack);
    expect(made).toBe(0);
  });
});
