import { streamIdOf, type StreamId } from '../../src/kernel/ids.js';
import { migrateAll } from '../../src/composition/migrate-all.js';
import { idOf } from '../../src/application/names.js';
import { startEngine, type TestEngine } from '../harness/engine.js';
import { sql } from '../harness/sql.js';
import { command, TENANT } from '../harness/life.js';
import { People } from './people.js';

let test: TestEngine;
let people: People;
let candidateId: string;
let bakery: string;
let garage: string;

beforeAll(async () => {
  test = await startEngine();
  people = new People(test.engine);
  await people.publish();
  [bakery, garage] = [await people.employer(), await people.employer()];
}, 60_000);
afterAll(() => test.stop());

beforeEach(async () => {
  candidateId = await people.candidate();
});

const settle = () => test.engine.clockLoop!.settle();
const trajectoryOf = (round = 1): StreamId => streamIdOf('trajectory', idOf(['round', candidateId, people.programmeId, round]));
const eventsOf = (streamId: StreamId) => test.engine.tools.store.readStream(TENANT, streamId);
const typesOf = async (streamId: StreamId) => (await eventsOf(streamId)).map(({ type }) => type);

describe('reactions, with the whole engine', () => {
  it('offer a walk-in one trajectory, also when two employers click at once, and match both when it starts (R-501, R-502)', async () => {
    const meeting = await people.meeting('2019-09-05', [candidateId], [bakery, garage]);
    await Promise.all([bakery, garage].map((employerId) => people.bothSay(meeting, { candidateId, employerId })));
    expect(await settle()).toMatchObject({ kind: 'moved', parked: [], stopped: [] });

    const streamId = trajectoryOf();
    expect(await typesOf(streamId)).toEqual(['TrajectoryOffered']);
    const [offered] = await eventsOf(streamId);
    expect(offered).toMatchObject({ occurredOn: '2019-09-05', actor: { role: 'system' } });
    const causes = await eventsOf(streamIdOf('meeting', meeting));
    const cause = causes.find(({ eventId }) => eventId === offered.causationId);
    expect(cause).toMatchObject({ type: 'MeetingInterestExpressed', correlationId: offered.correlationId });

    const id = streamId.slice('trajectory-'.length);
    await people.accepted('trajectory', id, command('AnswerOffer', { accepted: true, reason: null }));
    const start = { candidateId, programmeId: people.programmeId, previousTrajectoryId: null, enrolledOn: null };
    await people.accepted('trajectory', null, command('StartTrajectory', { ...start, referral: 'meeting' }));
    await settle();

    const proposed = (await eventsOf(streamId)).filter(({ type }) => type === 'MatchProposed');
    expect(proposed.map(({ data }) => (data as { employerId: string }).employerId)).toEqual([bakery, garage].sort());
    expect((await typesOf(streamId)).filter((type) => type === 'MatchMade')).toHaveLength(2);
  }, 60_000);

  it('match who has a trajectory already, once, whoever says it first (R-501)', async () => {
    const start = { candidateId, programmeId: people.programmeId, previousTrajectoryId: null, enrolledOn: null };
    await people.accepted('trajectory', null, command('StartTrajectory', { ...start, referral: 'own-initiative' }));
    const meeting = await people.meeting('2019-10-03', [candidateId], [bakery]);
    await people.bothSay(meeting, { candidateId, employerId: bakery });
    await settle();

    expect(await typesOf(trajectoryOf())).toEqual([
      'TrajectoryStarted',
      'MatchProposed',
      'InterestExpressed',
      'InterestExpressed',
      'MatchMade',
    ]);
  }, 60_000);

  it('catch up with what happened while one was stopped by name, which quiet does not wait for', async () => {
    const reaction = test.engine.reactions['match-from-meeting'];
    await reaction.stop();
    const meeting = await people.meeting('2019-10-10', [candidateId], [bakery]);
    await people.bothSay(meeting, { candidateId, employerId: bakery });
    expect(await settle()).toMatchObject({ kind: 'moved', stopped: ['reaction-match-from-meeting'] });
    expect(await typesOf(trajectoryOf())).toEqual([]);

    await reaction.start();
    expect(await settle()).toMatchObject({ kind: 'moved', stopped: [] });
    expect(await typesOf(trajectoryOf())).toEqual(['TrajectoryOffered']);
  }, 60_000);

  it('begin at the log’s end as it is when they are first migrated, and never before', async () => {
    const { 'matches-at-start': reaction, ...others } = test.engine.reactions;
    // All stand still, behind the end: none moves its place by itself while it is looked at, and none is there already.
    for (const one of [reaction, ...Object.values(others)]) await one.stop();
    await people.candidate();
    await sql(test.superuser, `delete from read.reaction_command where reaction = 'matches-at-start'`);
    await sql(test.superuser, `delete from read.reaction where name = 'matches-at-start'`);
    await expect(reaction.start()).rejects.toThrow('migrate first');

    const [end, places] = [await test.engine.tools.store.lastPosition(), await positions()];
    expect(Object.values(places)).not.toContain(end);
    await migrateAll(test.superuser, { simulated: true, events: test.events });
    expect(await positions()).toEqual({ ...places, 'matches-at-start': end });
    for (const one of Object.values(others)) await one.start();

    await people.start(candidateId);
    expect(await settle()).toMatchObject({ kind: 'moved', stopped: ['reaction-matches-at-start'] });
    await migrateAll(test.superuser, { simulated: true, events: test.events });
    expect((await positions())['matches-at-start']).toBe(end);
    await reaction.start();
  }, 60_000);
});

async function positions(): Promise<Record<string, unknown>> {
  const rows = await sql(test.superuser, 'select name, position from read.reaction');
  return Object.fromEntries(rows.map(({ name, position }) => [String(name), position as unknown]));
}
