import { idOf } from '../../src/application/names.js';
import type { ReactionLoop } from '../../src/application/reacting/reaction-loop.js';
import { quiet } from '../../src/application/time/quiet.js';
import { streamIdOf, type StreamId } from '../../src/kernel/ids.js';
import { matchFromMeeting } from '../../src/reactions/match-from-meeting.js';
import { matchesAtStart } from '../../src/reactions/matches-at-start.js';
import type { Reaction } from '../../src/reactions/reaction.js';
import { places } from '../../src/reactions/places.js';
import { returns } from '../../src/reactions/returns.js';
import { eventually } from '../harness/eventually.js';
import { command, TENANT } from '../harness/life.js';
import { mortal } from './mortal.js';
import { Processes } from './processes.js';

const MEETING_DAY = '2019-09-05';
/** More than any of these takes; that it is enough, the specs see. */
const MOST = 60;

let processes: Processes;
let employers: string[];

beforeAll(async () => {
  processes = await Processes.begin();
  await processes.people.publishReturns();
  await processes.people.publishKeeping();
  employers = [await processes.people.employer(), await processes.people.employer()];
}, 60_000);
afterAll(() => processes.end());

const trajectoryOf = (candidateId: string, round = 1): StreamId =>
  streamIdOf('trajectory', idOf(['round', candidateId, processes.people.programmeId, round]));
const typesOf = async (streamId: StreamId): Promise<string[]> =>
  (await processes.ports.store.readStream(TENANT, streamId)).map(({ type }) => type);

const MATCHED = ['MatchProposed', 'InterestExpressed', 'InterestExpressed', 'MatchMade'];

/** What happens while nobody reacts; answers what must be in each trajectory that is concerned afterwards. */
type Happening = () => Promise<ReadonlyMap<StreamId, readonly string[]>>;

/** One has a trajectory already, the other walked in. */
const twoSayYes: Happening = async () => {
  const { people } = processes;
  const [known, walkIn] = [await people.candidate(), await people.candidate()];
  await people.start(known);
  const meeting = await people.meeting(MEETING_DAY, [known, walkIn], [employers[0]]);
  for (const candidateId of [known, walkIn]) await people.bothSay(meeting, { candidateId, employerId: employers[0] });
  return new Map([
    [trajectoryOf(known), ['TrajectoryStarted', ...MATCHED]],
    [trajectoryOf(walkIn), ['TrajectoryOffered']],
  ]);
};

/** One said yes to two employers, and then starts. */
const oneStarts: Happening = async () => {
  const { people } = processes;
  const candidateId = await people.candidate();
  const meeting = await people.meeting(MEETING_DAY, [candidateId], employers);
  for (const employerId of employers) await people.bothSay(meeting, { candidateId, employerId });
  await people.start(candidateId);
  return new Map([[trajectoryOf(candidateId), ['TrajectoryStarted', ...MATCHED, ...MATCHED]]]);
};

/** One left for paid work, and is back on benefit. */
const oneReturns: Happening = async () => {
  const { people } = processes;
  const candidateId = await people.candidate();
  await people.leaves(candidateId);
  await people.onBenefit(candidateId);
  return new Map([
    [trajectoryOf(candidateId), ['TrajectoryStarted', 'TrajectoryClosed', 'CandidateReturned']],
    [trajectoryOf(candidateId, 2), ['TrajectoryOffered']],
  ]);
};

/** The second yes to a match for a place. */
const onePlaceIsAsked: Happening = async () => {
  const { people } = processes;
  const matched = await people.proposedFor(await people.workplace(employers[0]), employers[0]);
  await people.secondYes(matched);
  const asked = ['TrajectoryStarted', 'GoalSet', 'MatchProposed', 'InterestExpressed', 'InterestExpressed', 'MatchMade'];
  return new Map([
    [streamIdOf('trajectory', matched.id), asked],
    [streamIdOf('workplace', matched.workplaceId), ['WorkplaceOffered', 'WorkplaceReserved']],
  ]);
};

/** A second yes to a match for a place that a person keeps for another whom both want; the match falls through. */
const onePlaceIsTaken: Happening = async () => {
  const { people } = processes;
  const workplaceId = await people.workplace(employers[0]);
  const [first, second] = [
    await people.proposedFor(workplaceId, employers[0]),
    await people.proposedFor(workplaceId, employers[0]),
  ];
  await people.accepted(
    'workplace',
    workplaceId,
    command('ReserveWorkplace', { matchId: first.matchId, lapsesOn: '2029-12-31' }),
  );
  await people.secondYes(first);
  await people.accepted('trajectory', first.id, command('RecordMatch', { matchId: first.matchId }));
  await people.secondYes(second);
  const asked = ['TrajectoryStarted', 'GoalSet', 'MatchProposed', 'InterestExpressed', 'InterestExpressed'];
  return new Map([
    [streamIdOf('trajectory', first.id), [...asked, 'MatchMade']],
    [streamIdOf('trajectory', second.id), [...asked, 'MatchFellThrough']],
    [streamIdOf('workplace', workplaceId), ['WorkplaceOffered', 'WorkplaceReserved']],
  ]);
};

/** Answers at which half step the process died, null when it came to the end. */
async function runKilled(reaction: Reaction, halfStep: number): Promise<string | null> {
  const { ports, diedAt } = mortal(processes.ports, halfStep);
  const loop = processes.loop(reaction, ports);
  await loop.start();
  await eventually('it is dead or done', async () => diedAt() !== null || (await isDone(loop)));
  await loop.stop().catch(() => undefined); // the dead give nothing back
  return diedAt();
}

/** Nothing that it asked makes it ask more. */
const isDone = async (loop: ReactionLoop): Promise<boolean> =>
  (await quiet(processes.ports.store, [loop], { upTo: 0, every: 1 }).catch(() => [loop.name])).length === 0;

describe.each<[string, Reaction, Happening]>([
  ['match-from-meeting', matchFromMeeting, twoSayYes],
  ['matches-at-start', matchesAtStart, oneStarts],
  ['returns', returns, oneReturns],
  ['places', places, onePlaceIsAsked],
  ['places, for the second who asks', places, onePlaceIsTaken],
])('%s', (_, reaction, happening) => {
  it('loses and doubles nothing wherever it is killed, and goes on in another process', async () => {
    const deaths: string[] = [];
    for (let halfStep = 0; halfStep < MOST; halfStep += 1) {
      const expected = await happening();
      const died = await runKilled(reaction, halfStep);
      if (died !== null) {
        deaths.push(died);
        await processes.expire();
        await processes.run(reaction);
      }

      for (const [streamId, types] of expected) expect([died, await typesOf(streamId)]).toEqual([died, types]);
      expect(await processes.sql('select from read.reaction_command where settled is null')).toEqual([]);
      expect(await processes.sql('select from read.reaction_aside')).toEqual([]);
      if (died === null) break;
    }

    // Two commands, each stored, sent and settled, and the checkpoint behind them.
    expect(deaths.filter((died) => died === 'after run')).toHaveLength(2);
    for (const died of [
      'before store',
      'after store',
      'before run',
      'before settle',
      'after settle',
      'before moveTo',
      'after moveTo',
    ])
      expect(deaths).toContain(died);
    expect(deaths.length).toBeLessThan(MOST);
  }, 180_000);
});
