import type { Position, StoredEvent } from '../../../src/application/ports/event-store.js';
import type { StreamId, TenantId } from '../../../src/kernel/ids.js';
import { anAppend, anEvent, events, newStream, newTenant } from '../appends.js';
import type { StoreUnderTest } from '../store-under-test.js';

const versionsOf = (stored: readonly StoredEvent[]) => stored.map(({ version }) => version);
const typesOf = (stored: readonly StoredEvent[]) => stored.map(({ type }) => type);

/** What readers see: by stream and over all, forwards and backwards, and never of another tenant. */
export function reading(its: () => StoreUnderTest): void {
  const store = () => its().store;

  describe('a stream', () => {
    const streamId = newStream();
    const { tenant } = anAppend();
    beforeAll(() => store().append(anAppend({ streamId, events: events(5) })));

    it.each([
      ['forwards', {}, [1, 2, 3, 4, 5]],
      ['backwards', { backwards: true }, [5, 4, 3, 2, 1]],
      ['after a version', { after: 3 }, [4, 5]],
      ['backwards from before a version', { after: 3, backwards: true }, [2, 1]],
      ['so many', { limit: 2 }, [1, 2]],
      ['so many backwards', { limit: 2, backwards: true }, [5, 4]],
      ['so many after a version', { after: 1, limit: 2 }, [2, 3]],
      ['after its end', { after: 5 }, []],
      ['backwards from before its beginning', { after: 1, backwards: true }, []],
      ['backwards from version 0', { after: 0, backwards: true }, []],
    ])('is read %s', async (_, options, versions) => {
      expect(versionsOf(await store().readStream(tenant, streamId, options))).toEqual(versions);
    });

    it('that does not exist is empty', async () => {
      expect(await store().readStream(tenant, newStream())).toEqual([]);
    });
  });

  describe('the log', () => {
    const tenant = newTenant();
    const types = ['GoalSet', 'MatchMade', 'GoalSet', 'PlanAgreed', 'MatchMade'];
    let positions: readonly Position[];
    const all = (options: object = {}) => store().readAll({ tenant, limit: 100, ...options });

    beforeAll(async () => {
      for (const type of types) {
        await store().append(anAppend({ tenant, events: [anEvent({ type })] }));
        await store().append(anAppend({ tenant: newTenant(), events: [anEvent({ type })] }));
      }
      positions = (await store().readAll({ tenant, limit: 100 })).map(({ position }) => position);
    });

    it('has its events in the order of their positions, which are ordered as text', async () => {
      expect(typesOf(await all())).toEqual(types);
      expect([...positions].sort()).toEqual(positions);
      expect(new Set(positions).size).toBe(types.length);
    });

    it('is read backwards, from the end or from before a position', async () => {
      expect(typesOf(await all({ backwards: true }))).toEqual([...types].reverse());
      expect(typesOf(await all({ backwards: true, after: positions[2] }))).toEqual(['MatchMade', 'GoalSet']);
      expect(typesOf(await all({ backwards: true, limit: 1 }))).toEqual(['MatchMade']);
      expect(await all({ backwards: true, after: positions[0] })).toEqual([]);
    });

    it('is read in pages, each after the last position of the one before', async () => {
      const page = await all({ limit: 2 });
      const next = await all({ limit: 2, after: page[1].position });
      const last = await all({ limit: 2, after: next[1].position });
      expect(typesOf([...page, ...next, ...last])).toEqual(types);
      expect(await all({ after: last[0].position })).toEqual([]);
    });

    it('is read by type, the limit counting what is found', async () => {
      expect(typesOf(await all({ types: ['MatchMade'] }))).toEqual(['MatchMade', 'MatchMade']);
      expect(typesOf(await all({ types: ['GoalSet', 'PlanAgreed'], limit: 2 }))).toEqual(['GoalSet', 'GoalSet']);
      expect(typesOf(await all({ types: ['MatchMade'], after: positions[1] }))).toEqual(['MatchMade']);
      expect(typesOf(await all({ types: ['PlanAgreed'], backwards: true }))).toEqual(['PlanAgreed']);
      expect(await all({ types: ['TrajectoryClosed'] })).toEqual([]);
      expect(await all({ types: [] })).toEqual([]);
    });

    it('is read over all tenants by whoever names none', async () => {
      const found = await store().readAll({ after: positions[0], limit: 3 });
      expect(found.map((event) => event.tenant === tenant)).toEqual([false, true, false]);
    });

    it('tells its last position, and that of a tenant', async () => {
      expect(await store().lastPosition(tenant)).toBe(positions.at(-1));
      expect((await store().lastPosition())! > positions.at(-1)!).toBe(true);
      expect(await store().lastPosition(newTenant())).toBeNull();
    });
  });

  describe('a stream of another tenant (P11)', () => {
    const owned = anAppend({ events: events(2) });
    const foreign = newTenant();
    beforeAll(() => store().append(owned));

    it('reads as one that does not exist', async () => {
      expect(await store().readStream(foreign, owned.streamId)).toEqual([]);
      expect(await store().readAll({ tenant: foreign, limit: 10 })).toEqual([]);
      expect(await store().lastPosition(foreign)).toBeNull();
    });

    it.each([0, 1, 2])(
      'takes nothing, whatever version is expected (%d), and says nothing of what it holds',
      async (expectedVersion) => {
        const unknown = { kind: 'unknown-stream' };
        expect(await store().append(anAppend({ ...owned, tenant: foreign, expectedVersion }))).toEqual(unknown);
        expect(await store().append(anAppend({ tenant: foreign, streamId: owned.streamId, expectedVersion }))).toEqual(unknown);
        expect(await store().readStream(owned.tenant, owned.streamId)).toHaveLength(2);
      },
    );

    it('is told apart also from one that came a moment before', async () => {
      const streamId: StreamId = newStream();
      const tenants: TenantId[] = Array.from({ length: 8 }, newTenant);
      const outcomes = await Promise.all(tenants.map((tenant) => store().append(anAppend({ tenant, streamId }))));

      const winner = outcomes.findIndex(({ kind }) => kind === 'stored');
      expect(outcomes.map(({ kind }) => kind)).toEqual(tenants.map((_, at) => (at === winner ? 'stored' : 'unknown-stream')));
      expect(await store().readStream(tenants[winner], streamId)).toHaveLength(1);
    });
  });
}
