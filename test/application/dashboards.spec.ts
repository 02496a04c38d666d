import type { SimulatedClock } from '../../src/application/ports/clock.js';
import { FunnelOf, TargetOf, type FunnelAnswer, type TargetAnswer } from '../../src/application/questions/dashboards.js';
import { AnswerFunnelOf } from '../../src/application/questions/funnel-of.js';
import { KnownFacts } from '../../src/application/questions/known-facts.js';
import { Replayer } from '../../src/application/questions/replay.js';
import { AnswerTargetOf } from '../../src/application/questions/target-of.js';
import { addDays, startOf, type Day, type Instant } from '../../src/kernel/days.js';
import { streamIdOf, type CandidateId, type ProgrammeId, type TenantId } from '../../src/kernel/ids.js';
import type { Role } from '../../src/kernel/messages.js';
import { startEngine, type TestEngine } from '../harness/engine.js';
import { testId } from '../harness/ids.js';
import { command, lifeOn, place, publishRules, TENANT, type Life } from '../harness/life.js';

const BEGAN = '2028-12-30' as Day;
const TALK = { intakeId: null, talents: [], needs: [], ambitions: [], barriers: [] };
let test: TestEngine;
let life: Life;
let programmeId: ProgrammeId;
/** Of three who were placed on 30 and 31 December and 1 January. */
const placed: Awaited<ReturnType<typeof place>>[] = [];
/** Somebody who talked and agreed on a next appointment, which was then found never to have been. */
let talker: string;
let beforeVoid: Instant;

async function eventOf(id: string, type: string) {
  const events = await test.engine.tools.store.readStream(TENANT, streamIdOf('trajectory', id));
  return events.find((event) => event.type === type)!;
}

const candidateOf = async (id: string): Promise<CandidateId> =>
  ((await eventOf(id, 'TrajectoryStarted')).data as { candidateId: CandidateId }).candidateId;

const benefit = { kind: 'bijstand', source: 'municipality' };

beforeAll(async () => {
  test = await startEngine({ parts: 'projections' });
  life = lifeOn(test.engine);
  const clock = test.engine.tools.clock as SimulatedClock;
  await clock.moveTo(startOf(BEGAN));
  programmeId = (await publishRules(life)) as ProgrammeId;
  for (let day = 0; day < 3; day += 1) {
    await clock.moveTo(startOf(addDays(BEGAN, day)));
    placed.push(await place(life, programmeId));
  }

  const somebody = await life.made('candidate', null, command('RegisterCandidate', SOMEBODY, { words: { name: 'Joke' } }));
  const start = { candidateId: somebody, programmeId, previousTrajectoryId: null, enrolledOn: null, referral: 'meeting' };
  talker = await life.made('trajectory', null, command('StartTrajectory', start));
  await life.accepted('trajectory', talker, command('RecordIntake', TALK));
  for (const followUpOn of ['2029-01-08', '2029-01-09'])
    await life.accepted('trajectory', talker, command('AgreeFollowUp', { followUpOn }));
  beforeVoid = (await test.engine.tools.store.readAll({ tenant: TENANT, backwards: true, limit: 1 }))[0].sealedAt!;
  await clock.moveTo(startOf('2029-01-05' as Day));
  const events = await test.engine.tools.store.readStream(TENANT, streamIdOf('trajectory', talker));
  const agreed = events.filter(({ type }) => type === 'FollowUpAgreed');
  const corrections = agreed.map(({ eventId }) => {
    return { kind: 'void', corrects: eventId, reason: 'never-happened', requestedBy: 'candidate' };
  });
  await life.accepted('trajectory', talker, { kind: 'corrections', corrections, late: [] } as never);
}, 120_000);
afterAll(() => test.stop());

const SOMEBODY = { walkIn: false, identity: 'unlinked', postcode4: 7551, birthYearBand: null };

type Asked = Readonly<{ tenant?: TenantId; role?: Role } & Partial<FunnelOf['asked']>>;

const identityOf = ({ tenant = TENANT, role = 'supervisor' }: Asked) => {
  return { tenant, organisation: 'gemeente', role, subject: 'jd', client: 'spec', onBehalfOf: null };
};

function askFunnel({ tenant, role, ...asked }: Asked = {}) {
  const { tools, projections, figures } = test.engine;
  const answers = new AnswerFunnelOf(new KnownFacts(tools.store, projections.facts), figures);
  return answers.execute(new FunnelOf(identityOf({ tenant, role }), { programmeId, minPosition: null, ...asked }));
}

async function counts(asked?: Asked): Promise<Record<string, readonly [persons: number, reached: number]>> {
  const { steps } = (await askFunnel(asked)) as FunnelAnswer;
  return Object.fromEntries(steps.map(({ step, persons, reached }) => [step, [persons, reached]]));
}

describe('the funnel', () => {
  it('counts persons once, at each step and at the ones before it (R-430)', async () => {
    expect(await counts()).toEqual({
      offered: [4, 0],
      started: [4, 4],
      talked: [4, 1],
      'follow-up-agreed': [3, 0],
      matched: [3, 3],
      'plan-agreed': [3, 3],
      placed: [3, 3],
      'in-paid-work': [3, 3],
      'contract-signed': [0, 0],
    });
  });

  it('counts what was known at a time, which a correction does not change (P9)', async () => {
    const then = (await askFunnel({ knownAt: beforeVoid })) as FunnelAnswer;
    expect(then.knownAt).toBe(beforeVoid);
    expect(await counts({ knownAt: beforeVoid })).toMatchObject({ talked: [4, 1], 'follow-up-agreed': [4, 1] });
  });

  it('is answered as of the last that was sealed, and says so, when a later time is asked (P9)', async () => {
    const { knownAt } = (await askFunnel({ knownAt: '2099-01-01T00:00:00.000000Z' as Instant })) as FunnelAnswer;
    const [last] = await test.engine.tools.store.readAll({ tenant: TENANT, backwards: true, limit: 1 });
    expect(knownAt).toBe(last.sealedAt);
  });

  it.each([
    ['until a day, which it includes', { until: '2028-12-31' as Day }, 2],
    ['as it was on a day', { validOn: '2028-12-30' as Day }, 1],
    ['from a day, which it includes', { from: '2029-01-01' as Day }, 1],
    ['within two days of which the earlier one ends it', { until: '2028-12-31' as Day, validOn: '2028-12-30' as Day }, 1],
  ])('counts %s (R-430)', async (_, asked, persons) => {
    expect((await counts(asked)).placed).toEqual([persons, persons]);
  });

  it('counts nobody of another tenant, whose programme is as one that never was (P11)', async () => {
    const elsewhere = await counts({ tenant: 'elders' as TenantId });
    expect(Object.values(elsewhere)).toEqual(Array.from({ length: 9 }, () => [0, 0]));
    expect(await counts({ programmeId: testId('programme', 'unknown') })).toEqual(elsewhere);
  });

  it('is not for those who do not read cases (P11)', async () => {
    expect(await askFunnel({ role: 'integration' })).toMatchObject({ kind: 'refused', refused: { code: 'not-permitted' } });
  });
});

describe('a target', () => {
  const askTarget = (year: number, asked: Partial<TargetOf['asked']> = {}) => {
    const { tools, projections, figures } = test.engine;
    const known = new KnownFacts(tools.store, projections.facts);
    const answers = new AnswerTargetOf(known, new Replayer(tools.store, tools.name), figures);
    return answers.execute(
      new TargetOf(identityOf({}), { programmeId, year, minPosition: null, ...asked }),
    ) as Promise<TargetAnswer>;
  };

  it('stands beside those who had the benefit on the day before they began, by the year in which they did (R-431)', async () => {
    const [ended, runs, gone] = await Promise.all(placed.map(({ id }) => candidateOf(id)));
    const start = (id: string, on: string) => life.accepted('candidate', id, command('RecordBenefitStart', benefit, { on }));
    const end = (id: string, on: string) => life.accepted('candidate', id, command('RecordBenefitEnd', benefit, { on }));
    for (const id of [ended, runs, gone]) await start(id, '2027-01-01');
    await end(ended, '2028-12-29');
    await end(gone, '2028-12-30');
    const set = command('SetTarget', { year: 2028, measure: 'from-benefit-into-job', count: 5 });
    await life.accepted('programme', programmeId, { ...set, role: 'supervisor' });

    // Of the third, placed on 1 January, the benefit ended two days before.
    expect(await askTarget(2028)).toMatchObject({ year: 2028, target: 5, reached: 2, stale: false });
    expect(await askTarget(2029)).toMatchObject({ target: null, reached: 0 });
    expect(await askTarget(2028, { knownAt: beforeVoid })).toMatchObject({ target: null, reached: 0 });
  });
});

it('who was merged into another counts as that one, as was known at each time (R-430, P9)', async () => {
  const before = (await test.engine.tools.store.readAll({ tenant: TENANT, backwards: true, limit: 1 }))[0].sealedAt!;
  const [one, other] = [await candidateOf(talker), await candidateOf(placed[0].id)];
  await life.accepted('candidate', one, { ...command('MergeCandidate', { survivorId: other }), role: 'supervisor' });

  expect(await counts()).toMatchObject({ started: [3, 3], talked: [3, 1] });
  expect(await counts({ knownAt: before })).toMatchObject({ started: [4, 4], talked: [4, 1] });

  await life.accepted('candidate', one, { ...command('UndoMerge', {}), role: 'supervisor' });
  expect(await counts()).toMatchObject({ started: [4, 4] });
});
