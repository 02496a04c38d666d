import pg from 'pg';
import { benchOnPostgres } from '../../src/adapters/follow-ups-bullmq/bench-on-postgres.js';
import { jobIdOf } from '../../src/application/ports/follow-ups.js';
import { StoreUnavailable } from '../../src/application/ports/event-store.js';
import type { SimulatedClock } from '../../src/application/ports/clock.js';
import { quiet } from '../../src/application/time/quiet.js';
import { FollowUpSweeper } from '../../src/application/time/follow-up-sweeper.js';
import { StepRefused, type StepRecorder } from '../../src/application/time/follow-up-worker.js';
import { addDays, addMicroseconds, dayOf, dueAt, startOf, type Day, type Instant } from '../../src/kernel/days.js';
import { startEngine, type TestEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { command, lifeOn, place, publishRules, TENANT, type Life } from '../harness/life.js';
import { People } from '../reacting/people.js';
import { connectionsTo } from '../harness/postgres-store.js';
import { StepProcesses, sweepAhead, type StepProcess } from '../harness/step-processes.js';

/** Both check-ins are promised this many days after the start of work. */
const PROMISED_AFTER = 14;

let test: TestEngine;
let life: Life;
let programme: string;
let clock: SimulatedClock;
let processes: StepProcesses;

/** The engine's own worker does not run; each test starts workers and sweepers of its own, as other processes would. */
beforeAll(async () => {
  test = await startEngine({ parts: 'projections' });
  clock = test.engine.tools.clock as SimulatedClock;
  processes = new StepProcesses(test);
  life = lifeOn(test.engine);
  await clock.moveTo(startOf('2027-03-01' as Day));
  programme = await publishRules(life);
}, 60_000);
afterEach(async () => {
  await processes.close();
});
afterAll(() => test.stop());

const process = (recorder?: StepRecorder): Promise<StepProcess> =>
  processes.open(
    benchOnPostgres(connectionsTo(test.superuser).writer, () => undefined),
    recorder,
  );

const projected = () => quiet(test.engine.tools.store, Object.values(test.engine.projections));

async function fallen(id: string): Promise<number> {
  const events = await test.engine.tools.store.readStream(TENANT, `trajectory-${id}`);
  return events.filter(({ type }) => type === 'FollowUpFellDue').length;
}

/** How many jobs BullMQ holds, in whatever state. */
async function jobs(): Promise<number> {
  return Number((await sql('select count(*) as n from bullmq.job'))[0].n);
}

async function sql(text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(test.superuser);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

const recordsSteps = (): StepRecorder => processes.recordsSteps();

/** A worker that works. */
async function working(recorder?: StepRecorder): Promise<StepProcess> {
  const made = await process(recorder);
  await made.worker.start(made.queue);
  return made;
}

/** The instant at which the check-ins of who is placed today fall due. */
const dueOfToday = async (): Promise<Instant> => dueAt(addDays(dayOf(await clock.now()), PROMISED_AFTER));
const hoursAfter = (instant: Instant, hours: number): Instant => addMicroseconds(instant, hours * 3_600_000_000);

describe('follow-ups on a real queue', () => {
  it('fall due once, whatever number of workers and sweepers arm them (P7)', async () => {
    const { id } = await place(life, programme);
    const both = [await working(), await working()];
    await clock.moveTo(await dueOfToday());

    await projected();
    await Promise.all(both.flatMap(({ sweeper }) => [sweeper.sweep(), sweeper.sweep()]));
    await eventually('both check-ins fell due', async () => (await fallen(id)) === 2);
    await eventually('no job is left', async () => (await jobs()) === 0);

    await projected();
    expect(await both[0].sweeper.sweep()).toBe(0);
    expect(await fallen(id)).toBe(2);
  }, 30_000);

  it('fall due when somebody works again, though the queue was emptied meanwhile (P7)', async () => {
    const { id } = await place(life, programme);
    await projected();
    await clock.moveTo(hoursAfter(await dueOfToday(), -3));
    expect(await (await process()).sweeper.sweep()).toBe(2);
    expect(await jobs()).toBe(2);

    await sql('delete from bullmq.job');
    await clock.moveTo(hoursAfter(await clock.now(), 48));
    const { sweeper } = await working();
    expect(await sweeper.sweep()).toBe(2);
    await eventually('both check-ins fell due', async () => (await fallen(id)) === 2);
  }, 30_000);

  it('fall due when the store takes something again, though it refused for longer than all attempts (P7)', async () => {
    const { id } = await place(life, programme);
    const sound = recordsSteps();
    let down = true;
    const { sweeper, worker } = await working({
      isOpen: (step) => sound.isOpen(step),
      record: (step) => (down ? Promise.reject(new StoreUnavailable('full')) : sound.record(step)),
    });
    await projected();
    await clock.moveTo(await dueOfToday());
    await sweeper.sweep();
    await eventually('both are given up', () => worker.parked().length === 2);
    expect(worker.parked()[0].because).toBe('StoreUnavailable');
    expect(await fallen(id)).toBe(0);

    down = false;
    await sweeper.sweep();
    await eventually('both check-ins fell due', async () => (await fallen(id)) === 2);
    await eventually('nothing is parked', () => worker.parked().length === 0);
  }, 30_000);

  it('fall due once, though the clock of the process that armed them was two days ahead (R-630, P7)', async () => {
    const { id } = await place(life, programme);
    await projected();
    const due = await dueOfToday();
    await clock.moveTo(hoursAfter(due, -3));
    await sweepAhead(await process(), 2 * 24 * 3_600_000);
    expect(await jobs()).toBe(2);

    await clock.moveTo(hoursAfter(due, 0.05));
    const both = [await working(), await working()];
    await Promise.all(both.map(({ sweeper }) => sweeper.sweep()));
    await eventually('both check-ins fell due', async () => (await fallen(id)) === 2);
    await eventually('no job is left', async () => (await jobs()) === 0);
    expect(await fallen(id)).toBe(2);
  }, 30_000);

  it('are not given up because a clock that is ahead brings their jobs early (R-632, P7)', async () => {
    const { id } = await place(life, programme);
    await projected();
    const due = await dueOfToday();
    await clock.moveTo(hoursAfter(due, -1));
    const { steps, queue, worker, sweeper } = await working();
    await queue.add(await steps.upTo(due, 10), () => 0);
    const putBack = `select count(*) as n from bullmq.job where state = 'delayed' and attempts_made = 0 and delay_ms > 3500000`;
    await eventually('both are put back for an hour', async () => Number((await sql(putBack))[0].n) === 2);
    expect([worker.parked(), await fallen(id)]).toEqual([[], 0]);

    await clock.moveTo(hoursAfter(due, 0.05));
    await sweeper.sweep();
    await eventually('both check-ins fell due', async () => (await fallen(id)) === 2);
  }, 30_000);

  it('fall due, though so many that stay open for good stand before them as one look arms (R-631, P7)', async () => {
    const { id } = await place(life, programme);
    await projected();
    await clock.moveTo(await dueOfToday());
    const sound = recordsSteps();
    const around = await working({
      isOpen: (step) => sound.isOpen(step),
      record: async (step) => (jobIdOf(step) === refused ? Promise.reject(new StepRefused('never')) : sound.record(step)),
    });
    const [first] = await around.steps.upTo(await clock.now(), 1);
    let refused: string | null = jobIdOf(first);
    const sweeper = new FollowUpSweeper({ ...around, clock, atOnce: 1 });
    await sweeper.sweep();
    await eventually('the first is parked', () => around.worker.parked().length === 1);
    expect(await fallen(id)).toBe(0);

    await sweeper.sweep();
    await eventually('the other fell due', async () => (await fallen(id)) === 1);
    await projected();
    await sweeper.sweep();
    expect(around.worker.parked()).toMatchObject([{ what: refused }]);

    refused = null;
    await sweeper.sweep();
    await eventually('the first fell due too', async () => (await fallen(id)) === 2);
  }, 30_000);

  it('let a reservation lapse once, whatever number of workers and sweepers arm it, and though the queue was emptied (P7)', async () => {
    const people = new People(test.engine, life);
    people.programmeId = programme;
    const employerId = await people.employer();
    const matched = await people.proposedFor(await people.workplace(employerId), employerId);
    const reserve = command('ReserveWorkplace', { matchId: matched.matchId, lapsesOn: dayOf(await clock.now()) });
    await life.accepted('workplace', matched.workplaceId, reserve);
    await projected();
    const both = [await working(), await working()];
    expect(await both[0].sweeper.sweep()).toBe(1);
    await sql('delete from bullmq.job');

    await clock.moveTo(dueAt(dayOf(await clock.now())));
    await Promise.all(both.flatMap(({ sweeper }) => [sweeper.sweep(), sweeper.sweep()]));
    const falls = async () =>
      (await test.engine.tools.store.readStream(TENANT, `trajectory-${matched.id}`)).filter(
        ({ type }) => type === 'MatchFellThrough',
      );
    await eventually('the match fell through', async () => (await falls()).length === 1);
    await eventually('no job is left', async () => (await jobs()) === 0);
    await projected();
    expect(await both[1].sweeper.sweep()).toBe(0);
    expect(await falls()).toHaveLength(1);
  }, 30_000);

  it('never fall due once they are cancelled, though jobs for them come (P7)', async () => {
    const { id, placementId } = await place(life, programme);
    const { steps, queue, worker } = await working();
    await projected();
    const due = await dueOfToday();
    const armed = await steps.upTo(due, 10);
    expect(armed).toHaveLength(2);

    await life.accepted('trajectory', id, command('EndPlacement', { placementId, reason: 'other-job', by: 'candidate' }));
    await clock.moveTo(hoursAfter(due, 1));
    await queue.add(armed, () => 0);
    await eventually('no job is left', async () => (await jobs()) === 0);

    expect(await fallen(id)).toBe(0);
    expect(worker.parked()).toEqual([]);
  }, 30_000);
});
