import type { CommandFlow } from '../../src/application/commands/command-flow.js';
import type { Origin } from '../../src/application/commands/wish.js';
import { AnswerMigrationOf, AnswerMigrationsOf, MigrateTrajectoriesHandler } from '../../src/application/migrating/handlers.js';
import { MigrationTrial, type MigrationShown, type MigrationWish } from '../../src/application/migrating/migration-tried.js';
import { MigrateTrajectories, MigrationOf, MigrationsOf, type MigrationRow } from '../../src/application/migrating/migrations.js';
import { MigrationsPaged } from '../../src/application/migrating/migrations-paged.js';
import type { SimulatedClock } from '../../src/application/ports/clock.js';
import { StoreUnavailable, type StoredEvent } from '../../src/application/ports/event-store.js';
import type { Page, Paging } from '../../src/application/questions/questions.js';
import { quiet } from '../../src/application/time/quiet.js';
import type { Refused } from '../../src/application/refusals.js';
import { startOf, type Day } from '../../src/kernel/days.js';
import { streamIdOf, type ProgrammeId, type TenantId, type TrajectoryId } from '../../src/kernel/ids.js';
import type { Role } from '../../src/kernel/messages.js';
import { meedoenWerktFile } from '../examples/programme.examples.js';
import { startEngine, type TestEngine } from '../harness/engine.js';
import { command, lifeOn, place, publishRules, TENANT, type Life } from '../harness/life.js';

const BEGAN = '2028-02-28' as Day;
const PUBLISHED = '2028-03-01' as Day;
const file = meedoenWerktFile as Readonly<{ followUps: readonly Readonly<{ id: string }>[] }>;
const [checkIn, ...others] = file.followUps;
const later = { ...checkIn, id: 'check-in-later', due: 'P21D' };
const OWN: MigrationWish = { programmeId: null, programmeVersion: null };
let test: TestEngine;
let life: Life;
let programmeId: ProgrammeId;
let placed: TrajectoryId[] = [];
let closed: TrajectoryId;

const administrator = { role: 'administrator' } as const;
const publish = (changes: object, slug = 'meedoen-werkt') => {
  const definition = { ...(meedoenWerktFile as object), slug, followUps: [later, ...others], ...changes };
  return life.made('programme', null, { ...command('PublishProgramme', { validFrom: PUBLISHED, definition }), ...administrator });
};

beforeAll(async () => {
  test = await startEngine({ working: false });
  life = lifeOn(test.engine);
  const clock = test.engine.tools.clock as SimulatedClock;
  await clock.moveTo(startOf(BEGAN));
  programmeId = (await publishRules(life)) as ProgrammeId;
  for (let nth = 0; nth < 4; nth += 1) placed.push((await place(life, programmeId)).id as TrajectoryId);
  placed = placed.toSorted();
  closed = (await place(life, programmeId)).id as TrajectoryId;
  await life.accepted('trajectory', closed, command('CloseTrajectory', { result: 'paid-work' }));
  await clock.moveTo(startOf(PUBLISHED));
}, 120_000);
afterAll(() => test.stop());

type Asked = Readonly<{
  wish?: MigrationWish;
  paging?: Partial<Paging>;
  tenant?: TenantId;
  role?: Role;
  key?: string;
  of?: ProgrammeId;
}>;

const identityOf = ({ tenant = TENANT, role = 'administrator' }: Asked) => {
  return { tenant, organisation: 'gemeente', role, subject: 'ab', client: 'spec', onBehalfOf: null };
};
const whole = ({ wish = OWN, paging = {}, of = programmeId }: Asked) => {
  return { programmeId: of, wish, paging: { after: null, limit: 50, ...paging } };
};

function parts() {
  const { tools, trajectoryLists, projections } = test.engine;
  const paged = new MigrationsPaged(tools.store, trajectoryLists, projections);
  return { tools, paged, trial: new MigrationTrial(tools.store, tools.clock, tools.name) };
}

let keys = 0;
function migrate(asked: Asked = {}, flow: Pick<CommandFlow, 'run'> = test.engine.flow): Promise<Page<MigrationRow> | Refused> {
  const { key = `migrate-many-${(keys += 1)}` } = asked;
  const origin: Origin = {
    kind: 'request',
    identity: identityOf(asked),
    key,
    method: 'POST',
    path: '/m',
    body: '{}',
    ifMatch: null,
    override: null,
  };
  const { tools, paged } = parts();
  return new MigrateTrajectoriesHandler(paged, flow as CommandFlow, tools.store).execute(
    new MigrateTrajectories(origin, whole(asked)),
  );
}

function tried(asked: Asked = {}): Promise<Page<MigrationRow> | Refused> {
  const { paged, trial } = parts();
  return new AnswerMigrationsOf(paged, trial).execute(new MigrationsOf(identityOf(asked), whole(asked)));
}

const triedOne = (trajectoryId: TrajectoryId, asked: Asked = {}): Promise<MigrationShown | Refused> =>
  new AnswerMigrationOf(parts().trial).execute(new MigrationOf(identityOf(asked), { trajectoryId, wish: asked.wish ?? OWN }));

const rowsOf = async (page: Promise<Page<MigrationRow> | Refused>): Promise<readonly MigrationRow[]> => {
  const outcome = await page;
  if ('kind' in outcome) throw new Error(`refused: ${JSON.stringify(outcome.refused)}`);
  return outcome.rows;
};
const inShort = (rows: readonly MigrationRow[]) =>
  rows.map(({ trajectoryId, outcome, refusal }) => [placed.indexOf(trajectoryId), outcome, refusal?.code]);
const eventsOf = (id: string): Promise<readonly StoredEvent[]> =>
  test.engine.tools.store.readStream(TENANT, streamIdOf('trajectory', id));
const migrationsOf = async (id: string) => (await eventsOf(id)).filter(({ type }) => type === 'ProgrammeVersionMigrated');

describe('the trajectories of a programme, tried and brought under another version', () => {
  it('are told what is not mapped, with the place in the definition, and nothing is stored (R-79, R-332)', async () => {
    await publish({});
    const rows = await rowsOf(tried());
    expect(inShort(rows)).toEqual(placed.map((_, nth) => [nth, 'refused', 'names-unmapped']));
    expect(rows[0].refusal).toEqual({
      code: 'names-unmapped',
      faults: [
        { path: 'mapping.followUps', code: 'not-mapped', reason: `${checkIn.id} is gone, and nothing is said to take its place` },
      ],
    });
    expect(inShort(await rowsOf(migrate()))).toEqual(inShort(rows));
    expect((await Promise.all(placed.map(migrationsOf))).flat()).toEqual([]);
  });

  it('are told what each would get, of those under way alone (R-331, R-333)', async () => {
    const mapping = { followUps: [{ was: checkIn.id, is: later.id }] };
    await publish({ mapping });
    const rows = await rowsOf(tried());
    const moved = { change: 'moved', ruleId: checkIn.id, dueOn: '2028-03-20' };
    const followUps = [
      { ...moved, with: 'candidate' },
      { ...moved, with: 'employer' },
    ];
    const to = { programmeId, programmeVersion: 3, followUps };
    expect(rows).toEqual(placed.map((trajectoryId) => ({ trajectoryId, outcome: 'would-migrate', to, refusal: null })));
    expect(await triedOne(placed[0])).toEqual(to);
    expect(await triedOne(closed)).toMatchObject({ refused: { code: 'trajectory-closed' } });
    expect((await Promise.all([...placed, closed].map(migrationsOf))).flat()).toEqual([]);
  });

  // Seen to fail when a page asks for those that come after the last one that it saw in the list of now.
  it('go page by page, each once, also when a page is interrupted and sent again under the same key or another (P1, P3, R-336)', async () => {
    let sent = 0;
    const killed: Pick<CommandFlow, 'run'> = {
      run: (...args) => ((sent += 1) === 2 ? Promise.reject(new StoreUnavailable('killed')) : test.engine.flow.run(...args)),
    };
    await expect(migrate({ key: 'interrupted-page', paging: { limit: 3 } }, killed)).rejects.toThrow(StoreUnavailable);

    const first = (await migrate({ key: 'interrupted-page', paging: { limit: 3 } })) as Page<MigrationRow>;
    expect(inShort(first.rows)).toEqual([0, 1, 2].map((nth) => [nth, 'migrated', undefined]));
    const again = await migrate({ paging: { limit: 3 } });
    expect(inShort((again as Page<MigrationRow>).rows)).toEqual([0, 1, 2].map((nth) => [nth, 'already', 'version-unchanged']));

    const last = (await migrate({ paging: { limit: 3, after: first.next } })) as Page<MigrationRow>;
    expect([inShort(last.rows), last.next]).toEqual([[[3, 'migrated', undefined]], null]);
    expect((await Promise.all(placed.map(migrationsOf))).map(({ length }) => length)).toEqual([1, 1, 1, 1]);
    expect(await migrationsOf(closed)).toEqual([]);
  });

  it('were each told by whom, and have their follow-ups with the migration in one append (R-333)', async () => {
    const events = await eventsOf(placed[0]);
    const [migration] = await migrationsOf(placed[0]);
    const together = events.filter(({ commandId }) => commandId === migration.commandId);
    expect(together.map(({ type }) => type)).toEqual(['ProgrammeVersionMigrated', 'FollowUpMoved', 'FollowUpMoved']);
    expect(migration).toMatchObject({
      actor: { subject: 'ab', role: 'administrator' },
      data: { programmeVersion: 3, followUpsFrom: PUBLISHED },
    });
  });

  it('stand in the list under the version under which they came (P5)', async () => {
    await quiet(test.engine.tools.store, Object.values(test.engine.projections));
    const filter = { programmeId, order: 'begun-first' } as const;
    const { rows } = await test.engine.trajectoryLists.list(TENANT, filter, { after: null, limit: 10 });
    expect(rows.map(({ trajectoryId, programmeVersion }) => [trajectoryId === closed, programmeVersion]).sort()).toEqual([
      [false, 3],
      [false, 3],
      [false, 3],
      [false, 3],
      [true, 1],
    ]);
  });

  it('are looked for no earlier than the list is as the log was when it was asked', async () => {
    const started = (await place(life, programmeId)).id as TrajectoryId;
    const rows = await rowsOf(tried());
    expect(rows.find(({ trajectoryId }) => trajectoryId === started)).toMatchObject({ outcome: 'already' });
  });

  it('are for administrators and supervisors, and for nobody of another tenant (P11)', async () => {
    const notPermitted = { refused: { code: 'not-permitted', wanted: 'MigrateProgrammeVersion' } };
    for (const role of ['caseworker', 'auditor', 'integration'] as const) {
      expect([await tried({ role }), await migrate({ role }), await triedOne(placed[0], { role })]).toMatchObject([
        notPermitted,
        notPermitted,
        notPermitted,
      ]);
    }
    expect(inShort(await rowsOf(tried({ role: 'supervisor' }))).length).toBe(5);
    const elsewhere = { tenant: 'enschede' as TenantId };
    const notFound = { refused: { code: 'not-found' } };
    expect([await tried(elsewhere), await migrate(elsewhere), await triedOne(placed[0], elsewhere)]).toMatchObject([
      notFound,
      notFound,
      notFound,
    ]);
  });
});

describe('the trajectories of a programme that was closed', () => {
  it('are handed over to its successor, and their follow-ups go on there (R-335)', async () => {
    const takesOver = [{ programme: 'meedoen-werkt', mapping: { followUps: [{ was: later.id, is: null }] } }];
    const fewer = { ...later, id: 'talk-again', due: 'P7D' };
    const successorId = (await publish({ takesOver, followUps: [fewer, ...others] }, 'werkwinkel')) as ProgrammeId;
    const close = { ...command('CloseProgramme', { successorId }), ...administrator };
    await life.accepted('programme', programmeId, close);

    const rows = await rowsOf(tried());
    expect(rows).toHaveLength(5);
    expect(new Set(rows.map(({ outcome, to }) => `${outcome} ${to?.programmeId === successorId}`))).toEqual(
      new Set(['would-migrate true']),
    );
    expect(rows[0].to?.followUps.map(({ change, ruleId, dueOn }) => `${change} ${ruleId} ${dueOn}`).sort()).toEqual([
      `cancelled ${checkIn.id} null`,
      `cancelled ${checkIn.id} null`,
      'planned talk-again 2028-03-08',
      'planned talk-again 2028-03-08',
    ]);
    expect(inShort(await rowsOf(migrate())).map(([, outcome]) => outcome)).toEqual(rows.map(() => 'migrated'));
    expect(await rowsOf(migrate())).toEqual([]);
    expect(inShort(await rowsOf(tried({ of: successorId }))).map(([, outcome]) => outcome)).toEqual(rows.map(() => 'already'));
  });

  it('go on as the same trajectory: what was planned and placed is there, and more is done in it (R-335)', async () => {
    const outcome = await life.send(
      'trajectory',
      placed[0],
      command('ChangeGoal', { goal: 'paid-work', askAgainOn: '2028-09-01', reason: 'other' }),
    );
    expect(outcome).toMatchObject({ kind: 'accepted', streamId: streamIdOf('trajectory', placed[0]) });
  });
});
