import { dueAt, startOf, type Day, type Instant } from '../../src/kernel/days.js';
import { startEngine, type TestEngine } from '../harness/engine.js';
import { lifeOn, place, publishRules, TENANT } from '../harness/life.js';

let test: TestEngine;

beforeAll(async () => {
  test = await startEngine();
}, 60_000);
afterAll(() => test.stop());

const moveTo = (instant: Instant) => test.engine.clockLoop!.moveTo(instant);

describe('a life on PostgreSQL, below HTTP', () => {
  it('goes from the door to a check-in that falls due, once, at its own instant (P7)', async () => {
    await moveTo(startOf('2019-08-01' as Day));
    const life = lifeOn(test.engine);
    const { id } = await place(life, await publishRules(life));

    const moved = await moveTo(startOf('2019-09-01' as Day));

    expect(moved).toMatchObject({ kind: 'moved', steps: 2, parked: [] });
    const events = await test.engine.tools.store.readStream(TENANT, `trajectory-${id}`);
    const due = events.filter(({ type }) => type === 'FollowUpFellDue');
    expect(due.map(({ recordedAt }) => recordedAt.slice(0, 19))).toEqual(Array(2).fill(dueAt('2019-08-15' as Day).slice(0, 19)));
  }, 60_000);
});
