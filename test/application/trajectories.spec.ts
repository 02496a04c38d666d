import type { SimulatedClock } from '../../src/application/ports/clock.js';
import type { TrajectoryFilter } from '../../src/application/ports/read-models.js';
import { AnswerTrajectoriesOf } from '../../src/application/questions/trajectories-of.js';
import { TrajectoriesOf, type Page, type Paging } from '../../src/application/questions/questions.js';
import { quiet } from '../../src/application/time/quiet.js';
import { addDays, startOf, type Day } from '../../src/kernel/days.js';
import type { CandidateId, ProgrammeId, TenantId } from '../../src/kernel/ids.js';
import type { Role } from '../../src/kernel/messages.js';
import type { TrajectoryRow } from '../../src/read-models/trajectories/trajectories.projection.js';
import { startEngine, type TestEngine } from '../harness/engine.js';
import { command, lifeOn, place, publishRules, TENANT, type Life } from '../harness/life.js';

const BEGAN = '2028-02-28' as Day;
let test: TestEngine;
let life: Life;
let programme: string;
/** In the order in which they began, a day apart: 28 and 29 February, 1 March. */
const placed: Awaited<ReturnType<typeof place>>[] = [];

beforeAll(async () => {
  test = await startEngine({ parts: 'projections' });
  life = lifeOn(test.engine);
  const clock = test.engine.tools.clock as SimulatedClock;
  await clock.moveTo(startOf(BEGAN));
  programme = await publishRules(life);
  for (let day = 0; day < 3; day += 1) {
    await clock.moveTo(startOf(addDays(BEGAN, day)));
    placed.push(await place(life, programme));
  }
}, 60_000);
afterAll(() => test.stop());

type Asked = Readonly<{ filter?: Partial<TrajectoryFilter>; paging?: Partial<Paging>; tenant?: TenantId; role?: Role }>;

async function ask({ filter = {}, paging = {}, tenant = TENANT, role = 'supervisor' }: Asked = {}) {
  await quiet(test.engine.tools.store, Object.values(test.engine.projections));
  const identity = { tenant, organisation: 'gemeente', role, subject: 'jd', client: 'spec', onBehalfOf: null };
  const answers = new AnswerTrajectoriesOf(test.engine.trajectoryLists, test.engine.projections);
  const whole = { after: null, limit: 50, minPosition: null, ...paging };
  return answers.execute(new TrajectoriesOf(identity, { order: 'begun-first', ...filter }, whole));
}

const rowsOf = async (asked?: Asked): Promise<readonly TrajectoryRow[]> => ((await ask(asked)) as Page<TrajectoryRow>).rows;
const idsOf = async (asked?: Asked): Promise<string[]> => (await rowsOf(asked)).map(({ trajectoryId }) => trajectoryId);
const ids = (...at: number[]): string[] => at.map((n) => placed[n].id);

describe('the list of trajectories', () => {
  it('tells of each how it stands', async () => {
    const [first] = await rowsOf();
    expect(first).toMatchObject({
      trajectoryId: placed[0].id,
      programmeId: programme,
      programmeVersion: 1,
      round: 1,
      status: 'under-way',
      begunOn: BEGAN,
      startedOn: BEGAN,
      closedOn: null,
      goal: 'paid-work',
      placements: [{ placementId: placed[0].placementId, kind: 'job', since: BEGAN }],
    });
  });

  it('comes in either order, page by page', async () => {
    expect(await idsOf()).toEqual(ids(0, 1, 2));
    expect(await idsOf({ filter: { order: 'begun-last' } })).toEqual(ids(2, 1, 0));

    for (const order of ['begun-first', 'begun-last'] as const) {
      const seen: string[] = [];
      let after: Paging['after'] = null;
      do {
        const page = (await ask({ filter: { order }, paging: { after, limit: 2 } })) as Page<TrajectoryRow>;
        seen.push(...page.rows.map(({ trajectoryId }) => trajectoryId));
        after = page.next;
      } while (after !== null);
      expect(seen).toEqual(order === 'begun-first' ? ids(0, 1, 2) : ids(2, 1, 0));
    }
  });

  it('lets through what a filter asks for', async () => {
    const [{ candidateId }] = await rowsOf();
    expect(await idsOf({ filter: { candidateId } })).toEqual(ids(0));
    expect(await idsOf({ filter: { candidateId: placed[0].id as unknown as CandidateId } })).toEqual([]);
    expect(await idsOf({ filter: { programmeId: programme as unknown as ProgrammeId } })).toEqual(ids(0, 1, 2));
    expect(await idsOf({ filter: { goal: 'training' } })).toEqual([]);
    expect(await idsOf({ filter: { working: true } })).toEqual(ids(0, 1, 2));
    expect(await idsOf({ filter: { returned: false } })).toEqual(ids(0, 1, 2));
    expect(await idsOf({ filter: { returned: true } })).toEqual([]);
  });

  it('follows what happens, and what turns out never to have happened', async () => {
    const { id, placementId } = placed[1];
    const ended = { placementId, reason: 'other-job', by: 'candidate' };
    await life.accepted('trajectory', id, command('EndPlacement', ended));
    const assigned = { subject: 'pool.west', reason: 'first-caseworker' };
    await life.accepted('trajectory', id, { ...command('AssignCaseworker', assigned), role: 'supervisor' });
    expect(await idsOf({ filter: { working: false } })).toEqual(ids(1));
    expect(await idsOf({ filter: { caseworker: 'pool.west' } })).toEqual(ids(1));

    await life.accepted('trajectory', id, command('CloseTrajectory', { result: 'paid-work' }));
    expect(await rowsOf({ filter: { status: 'closed' } })).toMatchObject([{ trajectoryId: id, result: 'paid-work' }]);

    const events = await test.engine.tools.store.readStream(TENANT, `trajectory-${id}`);
    const corrections = ['PlacementEnded', 'TrajectoryClosed'].map((type) => {
      const corrects = events.find((event) => event.type === type)?.eventId;
      return { kind: 'void', corrects, reason: 'never-happened', requestedBy: 'caseworker' };
    });
    await life.accepted('trajectory', id, { kind: 'corrections', corrections, late: [] } as never);
    expect(await idsOf({ filter: { working: false } })).toEqual([]);
    expect(await idsOf({ filter: { status: 'under-way' } })).toEqual(ids(0, 1, 2));
  });

  it('shows nothing to another tenant, nor to a role that asks nothing (P11)', async () => {
    expect(await rowsOf({ tenant: 'elders' as TenantId })).toEqual([]);
    expect(await ask({ role: 'researcher' })).toMatchObject({ kind: 'refused', refused: { code: 'not-permitted' } });
  });
});
