import { FewStreams } from '../../src/application/questions/few-streams.js';
import { AnswerFollowUpsOf } from '../../src/application/questions/follow-ups-of.js';
import { WorkloadOf, type WorkloadAnswer } from '../../src/application/questions/dashboards.js';
import { FollowUpsOf, type FollowUpsAnswer } from '../../src/application/questions/questions.js';
import { ShownNow } from '../../src/application/questions/shown-now.js';
import { AnswerWorkloadOf } from '../../src/application/questions/workload-of.js';
import { addDays, dueAt, startOf, type Day } from '../../src/kernel/days.js';
import type { SubjectId, TenantId } from '../../src/kernel/ids.js';
import type { Role } from '../../src/kernel/messages.js';
import type { Load } from '../../src/read-models/caseload/load.js';
import { meedoenWerktFile } from '../examples/programme.examples.js';
import { startEngine, type TestEngine } from '../harness/engine.js';
import { command, lifeOn, place, publishRules, TENANT, type Life } from '../harness/life.js';

const BEGAN = '2027-03-01' as Day;
const [ANNE, BOB] = ['anne', 'bob'] as SubjectId[];
let test: TestEngine;
let life: Life;
let programmeId: string;
let organisationId: string;
let teamId: string;
/** Anne has two who work, Bob one who left for another job, nobody has charge of one who just started. */
const placed: Awaited<ReturnType<typeof place>>[] = [];
let started: string;

beforeAll(async () => {
  test = await startEngine();
  life = lifeOn(test.engine);
  await test.engine.clockLoop!.moveTo(startOf(BEGAN));
  programmeId = await publishRules(life);
  for (const caseworker of [ANNE, ANNE, BOB]) {
    const one = await place(life, programmeId);
    placed.push(one);
    await assign(one.id, caseworker);
  }
  const walkIn = { walkIn: true, identity: 'unlinked', postcode4: null, birthYearBand: null };
  const candidateId = await life.made('candidate', null, command('RegisterCandidate', walkIn));
  const start = { candidateId, programmeId, previousTrajectoryId: null, enrolledOn: null, referral: 'meeting' };
  started = await life.made('trajectory', null, command('StartTrajectory', start));

  const asSupervisor = (type: string, data: object) => ({ ...command(type, data), role: 'supervisor' as const });
  const municipality = asSupervisor('RegisterOrganisation', { kind: 'municipality', name: 'Gemeente Hengelo' });
  organisationId = await life.made('organisation', null, municipality);
  teamId = await life.made('organisation', organisationId, asSupervisor('FormTeam', { name: 'Team West' }));
  const joins = asSupervisor('AddMember', { teamId, subject: BOB, role: 'caseworker' });
  await life.accepted('organisation', organisationId, joins);
}, 60_000);
afterAll(() => test.stop());

const assign = (id: string, subject: SubjectId) =>
  life.accepted('trajectory', id, { ...command('AssignCaseworker', { subject, reason: 'workload' }), role: 'supervisor' });

type Asked = Readonly<{ tenant?: TenantId; role?: Role }>;
const identityOf = ({ tenant = TENANT, role = 'supervisor' }: Asked) => {
  return { tenant, organisation: 'gemeente', role, subject: 'jd', client: 'spec', onBehalfOf: null };
};

async function ask(asked: Asked = {}) {
  const { tools, projections, caseloads } = test.engine;
  const minPosition = await tools.store.lastPosition();
  const answers = new AnswerWorkloadOf(
    caseloads,
    new ShownNow(projections, tools.clock),
    new FewStreams(tools.store, tools.name),
  );
  return answers.execute(new WorkloadOf(identityOf(asked), minPosition));
}

const workload = async (asked?: Asked): Promise<WorkloadAnswer> => (await ask(asked)) as WorkloadAnswer;

const told = ({ trajectories, phases, followUps }: Load) => ({
  trajectories,
  phases: Object.fromEntries(phases.map(({ phase, trajectories: inIt }) => [phase, inIt])),
  ...followUps,
});

const ALL_PHASES = (n: number) => ({ meeting: n, plan: n, placement: n, support: n });

describe('the workload', () => {
  it('tells who has how much in charge, in which phases, and what is in nobody’s (R-428, P9)', async () => {
    const now = await test.engine.tools.clock.now();
    const { total, caseworkers, asOf, stale } = await workload();

    expect(caseworkers.map((one) => [one.caseworkerId, told(one)])).toEqual([
      [ANNE, { trajectories: 2, phases: ALL_PHASES(2), open: 4, overdue: 0 }],
      [BOB, { trajectories: 1, phases: ALL_PHASES(1), open: 2, overdue: 0 }],
      [null, { trajectories: 1, phases: { meeting: 1 }, open: 0, overdue: 0 }],
    ]);
    expect(told(total)).toEqual({ trajectories: 4, phases: { ...ALL_PHASES(3), meeting: 4 }, open: 6, overdue: 0 });
    expect([asOf, stale]).toEqual([now, false]);
  });

  it('tells of each team and its organisation what the members of today have (R-429)', async () => {
    const { organisations, caseworkers } = await workload();

    expect(organisations).toMatchObject([
      { organisationId, name: 'Gemeente Hengelo', trajectories: 1, teams: [{ teamId, name: 'Team West', trajectories: 1 }] },
    ]);
    expect(caseworkers.map(({ teams }) => teams)).toEqual([[], [teamId], []]);
  });

  it('follows a closing, after which what was promised stays, and a new caseworker (R-428)', async () => {
    await life.accepted('trajectory', placed[0].id, command('CloseTrajectory', { result: 'paid-work' }));
    await assign(started, BOB);
    const { caseworkers } = await workload();

    expect(caseworkers.map((one) => [one.caseworkerId, told(one)])).toEqual([
      [ANNE, { trajectories: 1, phases: ALL_PHASES(1), open: 4, overdue: 0 }],
      [BOB, { trajectories: 2, phases: { ...ALL_PHASES(1), meeting: 2 }, open: 2, overdue: 0 }],
    ]);
  });

  it('counts in no phase what a correction took away (P8)', async () => {
    const { id } = placed[2];
    const events = await test.engine.tools.store.readStream(TENANT, `trajectory-${id}`);
    const corrections = events
      .filter(({ type }) => ['PlacementStarted', 'PlanAgreed', 'TripartiteTalkHeld'].includes(type))
      .map(({ eventId }) => ({ kind: 'void', corrects: eventId, reason: 'never-happened', requestedBy: 'caseworker' }));
    await life.accepted('trajectory', id, { kind: 'corrections', corrections, late: [] } as never);

    const { caseworkers } = await workload();
    expect(told(caseworkers[1])).toEqual({ trajectories: 2, phases: { meeting: 2 }, open: 0, overdue: 0 });
  });

  it('counts the follow-ups that the list has, of each caseworker and of all (R-427)', async () => {
    await test.engine.clockLoop!.moveTo(dueAt(addDays(BEGAN, 14)));
    const { total, caseworkers } = await workload();
    const listed = (caseworkerId?: SubjectId) =>
      Promise.all((['open', 'overdue'] as const).map((status) => lengthOf({ status, ...(caseworkerId && { caseworkerId }) })));

    expect([total.followUps.open, total.followUps.overdue]).toEqual(await listed());
    expect(total.followUps).toEqual({ open: 4, overdue: 4 });
    for (const { caseworkerId, followUps } of caseworkers)
      expect([caseworkerId, followUps.open, followUps.overdue]).toEqual([caseworkerId, ...(await listed(caseworkerId!))]);
  });

  it('counts a trajectory in the phases of the version under which it goes on (R-428)', async () => {
    const orientation = { id: 'orientation', opens: ['TrajectoryStarted'], holds: ['AssessmentRecorded'] };
    const { phases, ...rest } = meedoenWerktFile as { phases: readonly object[] };
    const version = { validFrom: '2027-03-02', definition: { ...rest, phases: [...phases, orientation] } };
    await life.accepted('programme', null, { ...command('PublishProgramme', version), role: 'administrator' });
    const goOn = command('MigrateProgrammeVersion', { programmeId: null, programmeVersion: null });
    await life.accepted('trajectory', placed[1].id, { ...goOn, role: 'administrator' });

    const { caseworkers } = await workload();
    expect(caseworkers.map((one) => [one.caseworkerId, told(one).phases])).toEqual([
      [ANNE, { ...ALL_PHASES(1), orientation: 1 }],
      [BOB, { meeting: 2 }],
    ]);
  });

  it('counts nothing of another tenant, and is told to supervisors only (P11)', async () => {
    const nothing = { trajectories: 0, phases: [], followUps: { open: 0, overdue: 0 } };
    expect(await workload({ tenant: 'elders' as TenantId })).toMatchObject({
      total: nothing,
      caseworkers: [],
      organisations: [],
    });
    for (const role of ['caseworker', 'account-manager', 'auditor', 'integration', 'researcher'] as const)
      expect(await ask({ role })).toMatchObject({ refused: { code: 'not-permitted', wanted: 'WorkloadOf' } });
  });
});

async function lengthOf(filter: FollowUpsOf['filter']): Promise<number> {
  const { tools, projections, followUpLists } = test.engine;
  const answers = new AnswerFollowUpsOf(followUpLists, new ShownNow(projections, tools.clock), tools.store);
  const paging = { after: null, limit: 100, minPosition: null };
  const { rows } = (await answers.execute(new FollowUpsOf(identityOf({}), filter, paging))) as FollowUpsAnswer;
  return rows.length;
}
