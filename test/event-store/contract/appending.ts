import { setImmediate as immediately } from 'node:timers/promises';
import { BadAppend, type AppendOutcome, type StoredEvent } from '../../../src/application/ports/event-store.js';
import type { Instant } from '../../../src/kernel/days.js';
import type { CommandId, EventId } from '../../../src/kernel/ids.js';
import { anAppend, anEvent, events, newId, newTenant } from '../appends.js';
import type { StoreUnderTest } from '../store-under-test.js';
import { UNSTORABLE } from '../unstorable.js';

const ofKind = (outcomes: readonly AppendOutcome[], kind: AppendOutcome['kind']) => outcomes.filter((one) => one.kind === kind);
const versionsOf = (stored: readonly StoredEvent[]) => stored.map(({ version }) => version);

/** What every append answers, and what is in the log after it. */
export function appending(its: () => StoreUnderTest): void {
  const store = () => its().store;
  const streamOf = ({ tenant, streamId }: ReturnType<typeof anAppend>) => store().readStream(tenant, streamId);

  it('stores the events of an append from the version after the expected one, and answers the last', async () => {
    const first = anAppend({ events: events(2) });
    expect(await store().append(first)).toMatchObject({ kind: 'stored', version: 2 });

    const outcome = await store().append(anAppend({ streamId: first.streamId, expectedVersion: 2, events: events(3) }));
    const stored = await streamOf(first);
    const { version, position, recordedAt } = stored[4];
    expect(outcome).toEqual({ kind: 'stored', version, position, recordedAt });
    expect(versionsOf(stored)).toEqual([1, 2, 3, 4, 5]);
  });

  it('gives back every field as it came in', async () => {
    const occurredAt = '2019-09-02T06:59:59.999999Z' as Instant;
    const day = anEvent({ data: { words: ['é', '🙂', '"\\/\u2028'], on: true, off: null, count: -1.5e-7, '': {} } });
    const instant = anEvent({ occurredAt, sealed: { subject: 'candidate-1', digest: '0f'.repeat(32) } });
    const overrides = [{ eventId: instant.eventId, code: 'too-early', reason: 'known-exception' }];
    const actor = { subject: 'a', role: 'supervisor', organisation: 'b', onBehalfOf: 'c' } as const;
    const append = anAppend({ causationId: newId<EventId>(), actor, overrides, events: [day, instant] });
    await store().append(append);

    const { events: sent, expectedVersion: _, ...envelope } = append;
    const [one, other] = await streamOf(append);
    expect(one).toMatchObject({ ...envelope, ...sent[0], version: 1 });
    expect(other).toMatchObject({ ...envelope, ...sent[1], version: 2 });
    expect('occurredOn' in other).toBe(false);
  });

  it('shares no object with the caller, before or after', async () => {
    const data = { goal: 'paid-work' };
    const append = anAppend({ events: [anEvent({ data })] });
    await store().append(append);
    data.goal = 'altered';
    (await streamOf(append)).forEach((event) => Object.assign(event.data as object, { goal: 'altered' }));

    expect((await streamOf(append))[0].data).toEqual({ goal: 'paid-work' });
  });

  it.each([
    ['a new stream', 0],
    ['a stream of three events', 3],
  ])(
    'lets one of 50 writers win that expect the same version of %s, and tells the others the actual one (P2)',
    async (_, before) => {
      const { streamId } = anAppend();
      if (before > 0) await store().append(anAppend({ streamId, events: events(before) }));

      const writers = Array.from({ length: 50 }, () => anAppend({ streamId, expectedVersion: before }));
      const outcomes = await Promise.all(writers.map((append) => store().append(append)));

      expect(ofKind(outcomes, 'stored')).toHaveLength(1);
      expect(ofKind(outcomes, 'conflict')).toEqual(Array(49).fill({ kind: 'conflict', actualVersion: before + 1 }));
      const winner = writers[outcomes.findIndex(({ kind }) => kind === 'stored')];
      const stored = await streamOf(winner);
      expect(stored.at(-1)).toMatchObject({ version: before + 1, eventId: winner.events[0].eventId });
    },
  );

  it('refuses a version that is not there yet, and stores nothing', async () => {
    const append = anAppend({ expectedVersion: 1 });
    expect(await store().append(append)).toEqual({ kind: 'conflict', actualVersion: 0 });
    expect(await streamOf(append)).toEqual([]);

    await store().append({ ...append, expectedVersion: 0 });
    expect(await store().append({ ...append, commandId: newId(), expectedVersion: 2 })).toMatchObject({ actualVersion: 1 });
    expect(await streamOf(append)).toHaveLength(1);
  });

  it('stores one command once that is sent 20 times at once, and answers all alike (P3)', async () => {
    const append = anAppend({ events: events(2) });
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => store().append(append)));

    const [stored, ...others] = ofKind(outcomes, 'stored');
    expect(others).toEqual([]);
    expect(ofKind(outcomes, 'repeated')).toEqual(Array(19).fill({ ...stored, kind: 'repeated' }));
    expect(versionsOf(await streamOf(append))).toEqual([1, 2]);
  });

  it('answers a repeated command as the first time, also later, and whatever events come with it (P3)', async () => {
    const append = anAppend({ events: events(2) });
    const first = await store().append(append);
    await store().append(anAppend({ streamId: append.streamId, expectedVersion: 2 }));

    expect(await store().append(append)).toEqual({ ...first, kind: 'repeated' });
    expect(await store().append({ ...append, events: events(5) })).toEqual({ ...first, kind: 'repeated' });
    expect(await streamOf(append)).toHaveLength(3);
  });

  it('takes the same command id in another stream for another command', async () => {
    const append = anAppend();
    await store().append(append);
    expect(await store().append(anAppend({ commandId: append.commandId }))).toMatchObject({ kind: 'stored', version: 1 });
  });

  it('shows a reader an append whole or not at all, while writers go on (P1)', async () => {
    const { streamId, tenant } = anAppend();
    const seen = new Set<number>();
    let writing = true;
    const reading = (async () => {
      while (writing) {
        seen.add((await store().readStream(tenant, streamId)).length);
        await immediately();
      }
    })();
    try {
      for (let version = 0; version < 500; version += 100)
        await store().append(anAppend({ streamId, expectedVersion: version, events: events(100) }));
    } finally {
      writing = false;
    }
    await reading;

    seen.add((await store().readStream(tenant, streamId)).length);
    expect([...seen].filter((length) => length % 100 !== 0)).toEqual([]);
    expect(seen).toContain(500);
  });

  it('stores nothing of an append that conflicts or holds one bad event (P1)', async () => {
    const append = anAppend({ events: events(3) });
    await store().append(append);

    await store().append({ ...append, commandId: newId<CommandId>(), expectedVersion: 2, events: events(3) });
    const bad = { ...append, commandId: newId<CommandId>(), expectedVersion: 3, events: [...events(2), anEvent({ data: '\0' })] };
    await expect(store().append(bad)).rejects.toBeInstanceOf(BadAppend);

    expect(await streamOf(append)).toHaveLength(3);
    expect(await store().append({ ...bad, events: events(1) })).toMatchObject({ kind: 'stored', version: 4 });
  });

  it.each(UNSTORABLE)('refuses %s and stores nothing of it', async (_, append, message) => {
    const tenant = newTenant();
    await expect(store().append({ ...append, tenant })).rejects.toThrow(message);
    await expect(store().append({ ...append, tenant })).rejects.toBeInstanceOf(BadAppend);
    expect(await store().readAll({ tenant, limit: 1 })).toEqual([]);
  });

  it('stores an append only while the keys of its decision are claimed', async () => {
    const append = anAppend({ claims: { decision: newId(), keys: 2 } });
    expect(await store().append(append)).toEqual({ kind: 'claims-missing' });

    await its().claimKeys(append, append.claims!.decision, 1);
    expect(await store().append(append)).toEqual({ kind: 'claims-missing' });
    expect(await streamOf(append)).toEqual([]);

    await its().claimKeys(append, append.claims!.decision, 2);
    expect(await store().append(append)).toMatchObject({ kind: 'stored' });
  });

  it('answers a repeat or a conflict before it looks at claims', async () => {
    const append = anAppend();
    await store().append(append);
    const claims = { decision: newId<string>(), keys: 1 };

    expect(await store().append({ ...append, claims })).toMatchObject({ kind: 'repeated' });
    expect(await store().append({ ...append, commandId: newId(), claims })).toEqual({ kind: 'conflict', actualVersion: 1 });
  });
}
