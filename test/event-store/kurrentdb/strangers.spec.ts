import { binaryEvent, jsonEvent, type EventData } from '@kurrent/kurrentdb-client';
import { randomUUID } from 'node:crypto';
import { AllReads } from '../../../src/adapters/event-store-kurrentdb/all-reads.js';
import { SealsBroken } from '../../../src/adapters/event-store-kurrentdb/sealing.js';
import type { Stranger } from '../../../src/adapters/event-store-kurrentdb/strangers.js';
import { verifyKurrentDb, type Verified } from '../../../src/adapters/event-store-kurrentdb/verify.js';
import { StoreUnavailable, type Append } from '../../../src/application/ports/event-store.js';
import type { TenantId } from '../../../src/kernel/ids.js';
import { eventually } from '../../harness/eventually.js';
import { anAppend, events, newStream } from '../appends.js';
import { BOTH_CALLS, rejectionOf } from './clients.js';
import { KurrentDouble } from './double/kurrentdb-double.js';
import { unusedNames } from './server-under-test.js';
import { freshDatabaseBeside, openStore, type OpenStore, type Place } from './store-on-kurrentdb.js';

const TENANT = 'north' as TenantId;

let double: KurrentDouble;
let place: Place;
let its: OpenStore;
let strangers: Stranger[];
let errors: unknown[];
beforeEach(async () => {
  double = await KurrentDouble.start();
  place = { server: { url: double.url(), end: () => double.end() }, names: unusedNames(), database: await freshDatabaseBeside() };
  open();
});
afterEach(async () => {
  await its.close();
  await Promise.all([place.database.drop(), double.end()]);
});

function open(): void {
  [strangers, errors] = [[], []];
  its = openStore(place, { onStranger: (one) => strangers.push(one), onError: (error) => errors.push(error) });
}

async function restarted(): Promise<void> {
  await its.close();
  open();
}

/** Appends as somebody would who knows the server and not this store. */
const append = (stream: string, ...strange: EventData[]) =>
  its.client.appendToStream(place.names.of(stream), strange, { streamState: 'any' });

async function sealed(count: number): Promise<void> {
  await eventually(`${count} events are sealed`, async () => {
    const log = await its.store.readAll({ limit: 100 });
    return log.length === count && log.every(({ sealedAt }) => sealedAt !== undefined);
  });
}

function verified(): Promise<Verified> {
  const { names } = place;
  const reads = new AllReads({ client: its.client, names, answerWithinMs: 5_000 });
  return verifyKurrentDb({ reads, names, progress: () => undefined });
}

const note = () => jsonEvent({ type: 'Note', data: {} });
const copyOf = (at: number): EventData => {
  const { id, type, data, metadata } = double.log.all[at];
  const [read, beside] = [data, metadata].map((part) => JSON.parse(part.toString()) as object);
  return jsonEvent({ id, type, data: read as never, metadata: beside as never });
};

describe('what a stranger writes into the name space (R-660)', () => {
  it('is passed over, told of once, sealed around, and named by who verifies, also after a restart', async () => {
    await append('seal-north', note());
    await its.store.append(anAppend({ tenant: TENANT }));
    await sealed(1);
    await append('note-1', note(), note());
    await append('note-2', binaryEvent({ type: 'x', data: Buffer.from([1, 2, 255]) }));
    await append(newStream(), note(), jsonEvent({ type: 'Note', data: {}, metadata: { hash: 'ab', version: 1 } }));
    await append(newStream(), jsonEvent({ type: '$streamDeleted', data: {} }));
    await append('seal-north', note(), jsonEvent({ type: 'EventSealed', data: { n: 2 } }));

    await its.store.append(anAppend({ tenant: TENANT }));
    await sealed(2);
    expect(strangers).toHaveLength(5);
    await restarted();
    await its.store.append(anAppend({ tenant: TENANT }));
    await sealed(3);
    expect(strangers).toHaveLength(5);
    expect(errors).toEqual([]);
    const first = { streamId: place.names.of('seal-north'), revision: 0, type: 'Note' };
    const found = { events: 3, unsealed: 0, bad: null, strangers: { count: 9, ...first } };
    expect(await verified()).toMatchObject(found);

    await append(newStream(), copyOf(double.log.all.findIndex(({ type }) => type === 'GoalSet')));
    await its.store.append(anAppend({ tenant: TENANT }));
    await sealed(4);
    expect(strangers).toHaveLength(6);
    expect((await verified()).bad).toMatchObject({ fault: 'it stands in another stream than it says' });
  });

  it.each(BOTH_CALLS)(
    'spoils one stream, which is read and takes no more, by %s',
    async (_, { credentials }: { credentials?: object }) => {
      await its.close();
      place = { ...place, credentials: credentials as Place['credentials'] };
      open();
      const first = anAppend({ tenant: TENANT, events: events(2) });
      await its.store.append(first);
      await append(first.streamId, note());

      const next: Append = { ...anAppend({ tenant: TENANT, streamId: first.streamId }), expectedVersion: 2 };
      for (const again of [next, next]) expect(await rejectionOf(its.store.append(again))).toBeInstanceOf(StoreUnavailable);
      expect(await its.store.append(first)).toMatchObject({ kind: 'repeated', version: 2 });
      expect(await its.store.append({ ...next, expectedVersion: 1 })).toEqual({ kind: 'conflict', actualVersion: 2 });
      expect(await its.store.readStream(TENANT, first.streamId)).toHaveLength(2);
      await its.store.append(anAppend({ tenant: TENANT }));
      await sealed(3);
    },
  );
});

describe('a stream that somebody deleted (R-660)', () => {
  it('takes no event at a revision that is not that of its version, and the rest goes on', async () => {
    const first = anAppend({ tenant: TENANT });
    await its.store.append(first);
    await sealed(1);
    await its.client.deleteStream(place.names.of(first.streamId));
    await restarted();
    const anew = anAppend({ tenant: TENANT, streamId: first.streamId });
    expect(await rejectionOf(its.store.append(anew))).toBeInstanceOf(StoreUnavailable);
    await its.store.append(anAppend({ tenant: TENANT }));
    await sealed(2);
    expect(strangers).toHaveLength(1);
  });

  it('is known for good to who verifies, and the rest goes on', async () => {
    const first = anAppend({ tenant: TENANT });
    await its.store.append(first);
    await sealed(1);
    await its.client.tombstoneStream(place.names.of(first.streamId));
    await restarted();
    await its.store.append(anAppend({ tenant: TENANT }));
    await sealed(2);
    const { streamId } = first;
    expect((await verified()).bad).toMatchObject({ streamId, version: 1, fault: 'its stream was deleted on the server' });
  });

  it('is told aloud where it was the stream of a tenant’s seals', async () => {
    await its.store.append(anAppend({ tenant: TENANT }));
    await sealed(1);
    await its.client.tombstoneStream(place.names.of('seal-north'));
    await its.store.append(anAppend({ tenant: TENANT }));
    await eventually('it is told', () => errors.some((error) => error instanceof SealsBroken));
  });
});

it('tells of no more than 100 streams of strangers', async () => {
  for (let n = 0; n < 101; n++) await append(`note-${randomUUID()}`, note());
  await its.store.append(anAppend({ tenant: TENANT }));
  await sealed(1);
  expect(strangers).toHaveLength(100);
});
