import type { FollowUpFilter } from '../../src/application/ports/read-models.js';
import { AnswerFollowUpsOf } from '../../src/application/questions/follow-ups-of.js';
import { FollowUpsOf, type FollowUpsAnswer, type Paging } from '../../src/application/questions/questions.js';
import { ShownNow } from '../../src/application/questions/shown-now.js';
import { addDays, addMicroseconds, dueAt, startOf, type Day, type Instant } from '../../src/kernel/days.js';
import type { SubjectId, TenantId } from '../../src/kernel/ids.js';
import type { Role } from '../../src/kernel/messages.js';
import { startEngine, type TestEngine } from '../harness/engine.js';
import { command, lifeOn, place, publishRules, TENANT, type Life } from '../harness/life.js';

/** Of three who are placed a day apart, so that their check-ins with both are due on 29 February, 1 March and 2 March. */
const DUE = ['2028-02-29', '2028-03-01', '2028-03-02'] as Day[];
const [WEST, EAST] = ['pool.west', 'pool.east'] as SubjectId[];
const TWICE = [0, 0];

let test: TestEngine;
let life: Life;
let programme: string;
const placed: Awaited<ReturnType<typeof place>>[] = [];

beforeAll(async () => {
  test = await startEngine();
  life = lifeOn(test.engine);
  await itIs(startOf(addDays(DUE[0], -14)));
  programme = await publishRules(life);
  for (const due of DUE) {
    await itIs(startOf(addDays(due, -14)));
    placed.push(await place(life, programme));
  }
  await assign(0, WEST);
  await assign(1, EAST);
}, 60_000);
afterAll(() => test.stop());

const itIs = (instant: Instant) => test.engine.clockLoop!.moveTo(instant);

const assign = (at: number, subject: SubjectId) => {
  const assigned = command('AssignCaseworker', { subject, reason: 'workload' });
  return life.accepted('trajectory', placed[at].id, { ...assigned, role: 'supervisor' });
};

const checkIn = (at: number, side: 'candidate' | 'employer') => {
  const { id, placementId } = placed[at];
  return life.accepted('trajectory', id, command('RecordCheckIn', { placementId, with: side, rating: 4, concerns: [] }));
};

type Asked = FollowUpFilter &
  Readonly<{
    paging?: Partial<Paging>;
    tenant?: TenantId;
    role?: Role;
    projections?: ConstructorParameters<typeof ShownNow>[0];
  }>;

async function ask({ paging, tenant = TENANT, role = 'supervisor', projections = test.engine.projections, ...filter }: Asked) {
  const identity = { tenant, organisation: 'gemeente', role, subject: 'jd', client: 'spec', onBehalfOf: null };
  const minPosition = await test.engine.tools.store.lastPosition();
  const answers = new AnswerFollowUpsOf(
    test.engine.followUpLists,
    new ShownNow(projections, test.engine.tools.clock),
    test.engine.tools.store,
  );
  return answers.execute(new FollowUpsOf(identity, filter, { after: null, limit: 50, minPosition, ...paging }));
}

const answerTo = async (asked: Asked): Promise<FollowUpsAnswer> => (await ask(asked)) as FollowUpsAnswer;

/** Whose they are: by the order in which they were placed. */
async function whoseAre(asked: Asked): Promise<number[]> {
  const { rows } = await answerTo(asked);
  return rows.map(({ streamId }) => placed.findIndex(({ id }) => streamId === `trajectory-${id}`));
}

/** What the two names for it have: they are one. */
const late = () => Promise.all((['due', 'overdue'] as const).map((status) => whoseAre({ status })));

describe('the list of follow-ups', () => {
  it('has what stands open by the instant at which it is due, and says when it was so (R-427, P9)', async () => {
    const now = await test.engine.tools.clock.now();
    const { rows, asOf, stale } = await answerTo({ status: 'open' });

    expect(rows.map(({ dueOn }) => dueOn)).toEqual([...TWICE, ...TWICE, ...TWICE].map((_, at) => DUE[Math.floor(at / 2)]));
    expect([asOf, stale]).toEqual([now, false]);
    expect(rows[0]).toMatchObject({ ruleId: 'check-in-after-start', dueAt: dueAt(DUE[0]), caseworkerId: WEST });
    expect(rows[5].caseworkerId).toBeNull();
    expect(rows.map(({ trajectoryId, programmeId }) => [trajectoryId, programmeId])).toEqual(
      [0, 0, 1, 1, 2, 2].map((at) => [placed[at].id, programme]),
    );
    const [{ data }] = await test.engine.tools.store.readStream(TENANT, `trajectory-${placed[0].id}`);
    expect(rows[0].candidateId).toBe((data as { candidateId: string }).candidateId);
  });

  it('comes page by page, in one order', async () => {
    const seen: string[] = [];
    let after: Paging['after'] = null;
    do {
      const page: FollowUpsAnswer = await answerTo({ paging: { after, limit: 4 } });
      seen.push(...page.rows.map(({ followUpId }) => followUpId));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual((await answerTo({})).rows.map(({ followUpId }) => followUpId));
  });

  it.each([
    ['the day before', -1, []],
    ['the day', 0, TWICE],
    ['the day after', 1, [...TWICE, 1, 1]],
  ])('has what is due until %s of 29 February', async (_, days, whose) => {
    expect(await whoseAre({ status: 'open', dueUntil: addDays(DUE[0], days) })).toEqual(whose);
  });

  it('is of one caseworker: of whoever has charge of the trajectory now', async () => {
    expect(await whoseAre({ caseworkerId: WEST })).toEqual(TWICE);
    expect(await whoseAre({ caseworkerId: 'nobody' as SubjectId })).toEqual([]);

    await assign(1, WEST);
    expect(await whoseAre({ caseworkerId: WEST })).toEqual([...TWICE, 1, 1]);
    expect(await whoseAre({ caseworkerId: EAST })).toEqual([]);
    await assign(1, EAST);
  });

  it('has as due, and overdue, what nobody did once its day is over, until somebody does it (R-427, P7)', async () => {
    await itIs(addMicroseconds(dueAt(DUE[0]), -1));
    expect(await late()).toEqual([[], []]);

    await itIs(dueAt(DUE[0]));
    expect(await late()).toEqual([TWICE, TWICE]);
    await checkIn(0, 'candidate');
    expect(await late()).toEqual([[0], [0]]);
    expect(await whoseAre({ status: 'open' })).toEqual([0, 1, 1, 2, 2]);

    await itIs(dueAt(DUE[1]));
    expect(await late()).toEqual([
      [0, 1, 1],
      [0, 1, 1],
    ]);
    expect(await whoseAre({ status: 'overdue', caseworkerId: EAST })).toEqual([1, 1]);
    expect(await whoseAre({ status: 'done' })).toEqual([0]);
    expect(await whoseAre({ status: 'planned' })).toEqual([2, 2]);
  });

  it('is not there for a trajectory that is not, nor for that of another tenant; empty where nothing is promised (P11)', async () => {
    const of = (id: string, tenant?: TenantId) => ask({ streamId: `trajectory-${id}`, ...(tenant && { tenant }) });
    const none = { kind: 'refused', refused: { code: 'not-found', what: 'trajectory' } };
    expect(await of('00000000-0000-5000-8000-000000000000')).toEqual(none);
    expect(await of(placed[0].id, 'elders' as TenantId)).toEqual(none);
    expect(await of(placed[0].id)).toMatchObject({ rows: [{}, {}] });

    const person = { walkIn: true, identity: 'unlinked', postcode4: null, birthYearBand: null };
    const candidateId = await life.made('candidate', null, command('RegisterCandidate', person, { words: { givenNames: 'A' } }));
    const begin = { candidateId, programmeId: programme, referral: 'meeting', previousTrajectoryId: null, enrolledOn: null };
    const id = await life.made('trajectory', null, command('StartTrajectory', begin));
    expect(await of(id)).toMatchObject({ rows: [] });
  });

  it('shows nothing to another tenant, nor to a role that asks nothing (P11)', async () => {
    expect(await whoseAre({ tenant: 'elders' as TenantId })).toEqual([]);
    expect(await ask({ role: 'researcher' })).toMatchObject({ kind: 'refused', refused: { code: 'not-permitted' } });
  });

  it('waits for whose each is, too: what is told must hold both', async () => {
    const behind = { name: 'trajectories', stopped: false, parked: () => Promise.resolve([]), wake: () => undefined };
    const trajectories = { ...behind, passed: () => Promise.resolve(null) };
    const refused = await ask({ projections: { ...test.engine.projections, trajectories } });

    expect(refused).toMatchObject({ refused: { code: 'not-yet-projected', projection: 'trajectories' } });
  }, 20_000);
});
