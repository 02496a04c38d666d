import { idOf } from '../../src/application/names.js';
import type { ReactionLoop } from '../../src/application/reacting/reaction-loop.js';
import { streamIdOf, type StreamId } from '../../src/kernel/ids.js';
import { returns } from '../../src/reactions/returns.js';
import { command, TENANT } from '../harness/life.js';
import type { People } from './people.js';
import { Processes } from './processes.js';

const ROUND_1 = ['TrajectoryStarted', 'TrajectoryClosed'];

let processes: Processes;
let people: People;
let candidateId: string;
let left: string;
const running: ReactionLoop[] = [];

beforeAll(async () => {
  processes = await Processes.begin();
  ({ people } = processes);
  await people.publishReturns();
  await people.itIs('2019-09-05');
}, 60_000);
afterEach(async () => {
  for (const loop of running.splice(0)) await loop.stop();
});
afterAll(() => processes.end());

/** Somebody left today, which people know. */
beforeEach(async () => {
  candidateId = await people.candidate();
  left = await people.leaves(candidateId);
  await processes.run(returns);
}, 30_000);

const trajectoryOf = (round = 1): StreamId => streamIdOf('trajectory', idOf(['round', candidateId, people.programmeId, round]));
const eventsOf = (streamId: StreamId) => processes.ports.store.readStream(TENANT, streamId);
const typesOf = async (round = 1): Promise<string[]> => (await eventsOf(trajectoryOf(round))).map(({ type }) => type);
const nothingIsParked = async (): Promise<void> =>
  expect(await processes.test.engine.parkedReactions.list(TENANT, ALL)).toEqual([]);
const ALL = { after: null, limit: 100 };

describe('returns, on PostgreSQL', () => {
  it('are told of a benefit that is heard of late, and the next round is offered once (R-503)', async () => {
    await people.itIs('2019-10-10');
    const benefitEventId = await people.onBenefit(candidateId, 'bijstand', { on: '2019-10-05' });
    await processes.run(returns);
    await processes.run(returns);

    expect(await typesOf()).toEqual([...ROUND_1, 'CandidateReturned']);
    const back = (await eventsOf(trajectoryOf())).at(-1);
    const version = (back?.data as { policy: { version: number } }).policy.version;
    expect(back).toMatchObject({
      occurredOn: '2019-10-10',
      causationId: benefitEventId,
      actor: { role: 'system' },
      data: { benefitEventId, returnedOn: '2019-10-05', daysSinceExit: 30, policy: { id: 'draaideur', version } },
    });
    expect((await eventsOf(trajectoryOf()))[0].data).toMatchObject({ programmeVersion: version });
    const [offered] = await eventsOf(trajectoryOf(2));
    expect(offered).toMatchObject({ type: 'TrajectoryOffered', data: { round: 2, previousTrajectoryId: left } });
    expect(await typesOf(2)).toEqual(['TrajectoryOffered']);
    await nothingIsParked();
  }, 60_000);

  it('are withdrawn when the benefit never began, and told anew when it did; the round stays (R-503)', async () => {
    const benefit = await people.onBenefit(candidateId);
    await processes.run(returns);
    await people.neverHappened('candidate', candidateId, benefit);
    await processes.run(returns);
    expect(await typesOf()).toEqual([...ROUND_1, 'CandidateReturned', 'ReturnWithdrawn']);
    expect(await typesOf(2)).toEqual(['TrajectoryOffered']);

    await people.onBenefit(candidateId);
    await processes.run(returns);
    expect(await typesOf()).toEqual([...ROUND_1, 'CandidateReturned', 'ReturnWithdrawn', 'CandidateReturned']);
    expect(await typesOf(2)).toEqual(['TrajectoryOffered']);
    await nothingIsParked();
  }, 60_000);

  it('are withdrawn when the trajectory is reopened (R-503)', async () => {
    await people.onBenefit(candidateId);
    await processes.run(returns);
    await people.accepted('trajectory', left, command('ReopenTrajectory', { reason: 'closed-by-mistake' }));
    await processes.run(returns);

    expect(await typesOf()).toEqual([...ROUND_1, 'CandidateReturned', 'TrajectoryReopened', 'ReturnWithdrawn']);
    await nothingIsParked();
  }, 60_000);

  it('are told of each of two benefits that come at once, with one offer (R-503)', async () => {
    const loop = processes.loop(returns);
    await loop.start();
    running.push(loop);
    const both = await Promise.all((['bijstand', 'ww'] as const).map((kind) => people.onBenefit(candidateId, kind)));
    await processes.level(loop);

    const told = (await eventsOf(trajectoryOf())).filter(({ type }) => type === 'CandidateReturned');
    expect(told.map(({ data }) => (data as { benefitEventId: string }).benefitEventId).sort()).toEqual(both.sort());
    expect(await typesOf(2)).toEqual(['TrajectoryOffered']);
    await nothingIsParked();
  }, 60_000);

  it('are not told where both the benefit and its correction came while nobody reacted (R-503)', async () => {
    await people.neverHappened('candidate', candidateId, await people.onBenefit(candidateId));
    await processes.run(returns);
    expect(await typesOf()).toEqual(ROUND_1);
    expect(await typesOf(2)).toEqual([]);
  }, 60_000);

  it('are not told under a version of the programme that names none (R-503)', async () => {
    await people.publishReturns(null);
    const somebody = await people.candidate();
    const trajectoryId = await people.leaves(somebody);
    await people.onBenefit(somebody);
    await people.onBenefit(candidateId);
    await processes.run(returns);

    expect((await eventsOf(streamIdOf('trajectory', trajectoryId))).map(({ type }) => type)).toEqual(ROUND_1);
    expect(await typesOf()).toEqual([...ROUND_1, 'CandidateReturned']);
  }, 60_000);
});
