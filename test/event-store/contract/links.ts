import type { StoredEvent } from '../../../src/application/ports/event-store.js';
import type { Instant } from '../../../src/kernel/days.js';
import { anAppend, anEvent, events, newTenant } from '../appends.js';
import { independentBytes, sha256, ZEROS } from '../independent-bytes.js';
import { BEGINNING, type StoreUnderTest } from '../store-under-test.js';

/** Dates, both links and seals, recomputed from what a reader gets. */
export function links(its: () => StoreUnderTest): void {
  const store = () => its().store;
  const log = async (tenant = anAppend().tenant) => {
    await its().sealed();
    return store().readAll({ tenant, limit: 1000 });
  };

  it('links each event of a stream to the one before by its canonical bytes', async () => {
    const { streamId, tenant } = anAppend();
    for (const [version, data] of ['🙂', { b: [1e21, 0.1], a: 'é' }, [], '\u2028"\\'].entries())
      await store().append(anAppend({ streamId, expectedVersion: version, events: [anEvent({ data })] }));

    let previous = ZEROS;
    for (const event of await store().readStream(tenant, streamId)) {
      previous = sha256(independentBytes(event), previous);
      expect(event.hash).toBe(previous.toString('hex'));
    }
    expect(previous).not.toBe(ZEROS);
  });

  it('links each event of a tenant to the one before in the log, over all its streams', async () => {
    const tenant = newTenant();
    const streams = [anAppend(), anAppend(), anAppend()];
    const append = (at: number) => anAppend({ tenant, streamId: streams[at].streamId, events: events(2) });
    await Promise.all([0, 1, 2].map((at) => store().append(append(at))));
    await store().append(anAppend({ tenant: newTenant() }));
    await Promise.all([0, 1, 2].map((at) => store().append({ ...append(at), expectedVersion: 2 })));

    let previous = ZEROS;
    const sealed = await log(tenant);
    for (const event of sealed) {
      previous = sha256(previous, Buffer.from(event.hash, 'hex'));
      expect(event.tenantHash).toBe(previous.toString('hex'));
    }
    expect(sealed).toHaveLength(12);
  });

  it('dates by its own clock, not by that of the process', async () => {
    const tenant = newTenant();
    const now = await its().clock.now();
    await store().append(anAppend({ tenant }));
    const later = await its().clock.moveTo(now.replace(/T.*/, 'T23:00:00.000000Z') as Instant);
    await store().append(anAppend({ tenant }));

    const [one, other] = await log(tenant);
    expect(one.recordedAt.slice(0, 10)).toBe(BEGINNING.slice(0, 10));
    expect(one.recordedAt >= now && one.recordedAt < later).toBe(true);
    expect(other.recordedAt >= later).toBe(true);
  });

  it('gives the events of one append one instant, and the next append a later one while the clock stands still', async () => {
    const { streamId, tenant } = anAppend();
    for (let version = 0; version < 40; version += 2)
      await store().append(anAppend({ streamId, expectedVersion: version, events: events(2) }));

    const instants = (await store().readStream(tenant, streamId)).map(({ recordedAt }) => recordedAt);
    const perAppend = instants.filter((_, at) => at % 2 === 0);
    expect(instants).toEqual(perAppend.flatMap((instant) => [instant, instant]));
    expect(new Set(perAppend).size).toBe(20);
    expect([...perAppend].sort()).toEqual(perAppend);
    expect(perAppend.every((instant) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(instant))).toBe(true);
  });

  it('seals in the order of the log, one instant per append, never before it was recorded', async () => {
    const tenants = [newTenant(), newTenant()];
    const appends = Array.from({ length: 20 }, (_, at) => anAppend({ tenant: tenants[at % 2], events: events(2) }));
    await Promise.all(appends.map((append) => store().append(append)));
    await its().sealed();

    const from = (await log(tenants[0]))[0].position < (await log(tenants[1]))[0].position ? tenants[0] : tenants[1];
    const [first] = await log(from);
    const sealed = [first, ...(await store().readAll({ after: first.position, limit: 39 }))];
    expect(sealed.every(({ sealedAt, recordedAt }) => sealedAt !== undefined && sealedAt >= recordedAt)).toBe(true);
    expect(sealed.map(sealInstant).sort()).toEqual(sealed.map(sealInstant));
    expect(new Set(sealed.map(sealInstant)).size).toBe(20);
    for (let at = 0; at < sealed.length; at += 2) expect(sealed[at].sealedAt).toBe(sealed[at + 1].sealedAt);
  });
}

const sealInstant = ({ sealedAt }: StoredEvent): string => sealedAt ?? '';
