import { KnownFacts } from '../../src/application/questions/known-facts.js';
import { Replayer } from '../../src/application/questions/replay.js';
import { idOf } from '../../src/application/names.js';
import type { Accepted } from '../../src/application/commands/accepted.js';
import type { Wish } from '../../src/application/commands/wish.js';
import type { EventStore, Position, ReadAll, ReadStream, StoredEvent } from '../../src/application/ports/event-store.js';
import { addMicroseconds, type Instant } from '../../src/kernel/days.js';
import type { StreamId, TenantId } from '../../src/kernel/ids.js';
import { memoryFlow } from '../harness/memory-flow.js';
import { publishedProgramme } from '../harness/published-programme.js';

const tenant = 'hengelo' as TenantId;

const wish = (type: string, data: object, words?: Record<string, string>): Wish => ({
  kind: 'command' as const,
  type,
  data,
  ...(words && { words }),
});

/** A store whose sealer has come as far as it is told: what follows has neither instant nor link. */
class BehindStore implements Pick<EventStore, 'readAll' | 'readStream'> {
  sealedUpTo = '' as Position;

  constructor(private readonly store: EventStore) {}

  async readAll(options: ReadAll): Promise<readonly StoredEvent[]> {
    return (await this.store.readAll(options)).map((event) => this.asSealed(event));
  }

  async readStream(tenant: TenantId, streamId: StreamId, options?: ReadStream): Promise<readonly StoredEvent[]> {
    return (await this.store.readStream(tenant, streamId, options)).map((event) => this.asSealed(event));
  }

  private asSealed(event: StoredEvent): StoredEvent {
    if (event.position <= this.sealedUpTo) return event;
    const { sealedAt: _, tenantHash: __, ...unsealed } = event;
    return unsealed;
  }
}

/** A trajectory of two events, its start and a note, on a store that seals as it is told. */
async function twoEvents() {
  const around = memoryFlow();
  const programmeId = await publishedProgramme(around);
  const store = new BehindStore(around.store);
  const person = { walkIn: false, identity: 'linked', postcode4: 7001, birthYearBand: 1985 };
  const words = { givenNames: 'Sanne', birthDate: '1987-02-03', bsn: '999993549' };
  const candidate = (await around.send(
    { category: 'candidate', id: null },
    wish('RegisterCandidate', person, words),
  )) as Accepted;
  const start = { candidateId: candidate.id, programmeId, previousTrajectoryId: null, enrolledOn: null, referral: 'meeting' };
  const { id, streamId } = (await around.send({ category: 'trajectory', id: null }, wish('StartTrajectory', start))) as Accepted;
  await around.send({ category: 'trajectory', id }, wish('AddNote', { visibility: 'confidential' }, { note: 'Belt terug.' }));
  const events = await around.store.readStream(tenant, streamId);
  const replayed = async (knownAt?: Instant) => {
    const outcome = await new Replayer(store as unknown as EventStore, idOf).replay(tenant, streamId, knownAt ? { knownAt } : {});
    return outcome.kind === 'replayed' ? outcome.answer : outcome.refused;
  };
  return { store, events, replayed };
}

describe('an event that is not sealed yet', () => {
  it('is known at no instant, also of the future: the answer is as of the last seal (R-511, P9)', async () => {
    const { store, events, replayed } = await twoEvents();
    const later = addMicroseconds(events.at(-1)!.recordedAt, 1_000_000);
    store.sealedUpTo = events[0].position;
    for (const asked of [undefined, events.at(-1)!.recordedAt, later])
      expect(await replayed(asked)).toMatchObject({ version: 1, knownAt: events[0].sealedAt });

    store.sealedUpTo = events.at(-1)!.position;
    expect(await replayed(later)).toMatchObject({ version: events.length, knownAt: events.at(-1)!.sealedAt });
  });

  it('leaves a stream unknown of which nothing is sealed (R-511)', async () => {
    const { events, replayed } = await twoEvents();
    expect(events).toHaveLength(2);
    expect(await replayed()).toEqual({ code: 'not-yet-known', knownAt: events[0].recordedAt });
  });

  it('is waited for by no figure, which holds for the last seal (R-511)', async () => {
    const { store, events } = await twoEvents();
    store.sealedUpTo = events[0].position;
    const facts = {
      name: 'facts',
      stopped: false,
      passed: () => Promise.resolve(events[0].position),
      parked: () => Promise.resolve([]),
      wake: () => undefined,
    };
    const known = await new KnownFacts(store as unknown as EventStore, facts).asOf({ tenant, minPosition: null });
    expect(known).toEqual({ kind: 'known', knownAt: events[0].sealedAt });
  });
});
