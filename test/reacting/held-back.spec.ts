import { idOf } from '../../src/application/names.js';
import type { Reacting } from '../../src/application/reacting/reactor.js';
import type { ReactionLoop } from '../../src/application/reacting/reaction-loop.js';
import { streamIdOf, type EventId, type TenantId } from '../../src/kernel/ids.js';
import { matchFromMeeting } from '../../src/reactions/match-from-meeting.js';
import type { Reaction } from '../../src/reactions/reaction.js';
import { eventually } from '../harness/eventually.js';
import { TENANT } from '../harness/life.js';
import { Processes } from './processes.js';
import { refusingFirst, stallingAt, takenOverAtOnce } from './faulty.js';

const MEETING_DAY = '2019-09-05';
const REACTION = 'match-from-meeting';
const NO_PAGE = { after: null, limit: 100 };

let processes: Processes;
let employerId: string;
let running: ReactionLoop[] = [];

beforeAll(async () => {
  processes = await Processes.begin();
  employerId = await processes.people.employer();
}, 60_000);
afterEach(async () => {
  for (const loop of running) await loop.stop();
  running = [];
});
afterAll(() => processes.end());

const trajectoryOf = (candidateId: string) =>
  streamIdOf('trajectory', idOf(['round', candidateId, processes.people.programmeId, 1]));
const typesOf = async (candidateId: string): Promise<string[]> =>
  (await processes.ports.store.readStream(TENANT, trajectoryOf(candidateId))).map(({ type }) => type);
const parked = () => processes.test.engine.parkedReactions.list(TENANT, NO_PAGE);

/** The same list, page by page. */
async function pagesOf(limit: number): Promise<readonly unknown[]> {
  const { parkedReactions } = processes.test.engine;
  const first = await parkedReactions.list(TENANT, { after: null, limit });
  return [...first, ...(await parkedReactions.list(TENANT, { after: first[limit - 1], limit }))];
}

async function started(reaction: Reaction = matchFromMeeting, ports?: Reacting): Promise<ReactionLoop> {
  const loop = processes.loop(reaction, ports);
  running.push(loop);
  await loop.start();
  return loop;
}

async function stopped(loop: ReactionLoop): Promise<void> {
  await loop.stop();
  running = running.filter((one) => one !== loop);
}

async function walkInsOf(count: number): Promise<string[]> {
  const walkIns: string[] = [];
  for (let n = 0; n < count; n += 1) walkIns.push(await processes.people.candidate());
  return walkIns;
}

/** So many walk-ins at one meeting; each says yes to the employer, who says yes too, in this order. */
async function meetingOf(count: number): Promise<{ meeting: string; walkIns: string[] }> {
  const { people } = processes;
  const walkIns = await walkInsOf(count);
  const meeting = await people.meeting(MEETING_DAY, walkIns, [employerId]);
  for (const candidateId of walkIns) await people.bothSay(meeting, { candidateId, employerId });
  return { meeting, walkIns };
}

/** The reaction, but it fails on what is said of one candidate. */
function poisonedBy(candidateId: string): Reaction {
  const hearing = matchFromMeeting.hears.meeting!;
  const react: typeof hearing.react = (event, ...rest) => {
    if (event.type === 'MeetingInterestExpressed' && event.data.candidateId === candidateId) throw new TypeError('poison');
    return hearing.react(event, ...rest);
  };
  return { ...matchFromMeeting, hears: { meeting: { ...hearing, react } } };
}

/** What is taken away of what the young process wrote, so that it shows when the old one writes it once more. */
const TAKEN_AWAY = {
  store: 'delete from read.reaction_command',
  run: 'update read.reaction_command set settled = null',
  settle: 'update read.reaction_command set settled = null',
  moveTo: 'update read.reaction set position = null',
};

describe('a stalled process that another took over from', () => {
  it.each(Object.keys(TAKEN_AWAY) as (keyof typeof TAKEN_AWAY)[])(
    'writes nothing when it wakes up at %s',
    async (name) => {
      const stalls = stallingAt(name, processes.ports);
      const old = await started(matchFromMeeting, stalls.ports);
      const { walkIns } = await meetingOf(1);
      await eventually('the old one stalls', () => stalls.isStalled());

      await processes.expire();
      await processes.run(matchFromMeeting);
      expect(await typesOf(walkIns[0])).toEqual(['TrajectoryOffered']);
      await processes.sql(TAKEN_AWAY[name]);
      const before = await processes.remembered();

      stalls.goOn();
      const reached = await processes.ports.reactions.reached(REACTION);
      await eventually('the old one has given way', async () => stalls.isOver() && (await old.passed()) === reached);
      await stopped(old);
      expect(await processes.remembered()).toEqual(before);
      expect(await typesOf(walkIns[0])).toEqual(['TrajectoryOffered']);
    },
    60_000,
  );
});

it('a process from which another takes over while it starts waits, and does not fail', async () => {
  const { people } = processes;
  let young: ReactionLoop | null = null;
  const takeOver = async (): Promise<void> => {
    await processes.expire();
    young = await started();
  };
  const old = await started(matchFromMeeting, takenOverAtOnce(processes.ports, takeOver));
  const candidateId = await people.candidate();
  await people.bothSay(await people.meeting(MEETING_DAY, [candidateId], [employerId]), { candidateId, employerId });

  await processes.level(young!);
  expect(await typesOf(candidateId)).toEqual(['TrajectoryOffered']);
  expect(await old.passed()).toBe(await processes.ports.reactions.reached(REACTION));
}, 60_000);

describe('an event on which a reaction fails', () => {
  it('waits with the later ones of its stream, and no other stream does; mended, they go on in order', async () => {
    const { people } = processes;
    const [first, second] = await walkInsOf(2);
    const loop = await started(poisonedBy(first));
    const bad = await people.meeting(MEETING_DAY, [first, second], [employerId]);
    for (const candidateId of [first, second]) await people.bothSay(bad, { candidateId, employerId });
    const good = await meetingOf(1);
    await processes.level(loop);

    expect(await Promise.all([first, second, ...good.walkIns].map(typesOf))).toEqual([[], [], ['TrajectoryOffered']]);
    const behind = ['behind', 'an earlier event of its stream'];
    expect((await parked()).map(({ why, because }) => [why, because])).toEqual([['fault', 'TypeError'], behind, behind, behind]);
    expect((await loop.parked()).map(({ because }) => because)).toContain('TypeError');
    expect(await pagesOf(3)).toEqual(await parked());
    await stopped(loop);

    await processes.run(matchFromMeeting);
    expect(await Promise.all([first, second].map(typesOf))).toEqual([['TrajectoryOffered'], ['TrajectoryOffered']]);
    expect(await parked()).toEqual([]);
  }, 60_000);
});

describe('an event of which a row is in doubt', () => {
  it('waits until the stream is repaired, and is then taken again', async () => {
    const doubtful = streamIdOf('trajectory', idOf(['round', 'nobody', 'nothing', 1]));
    const eventId = idOf<'event'>(['step', 'nobody', 1, 0]);
    await processes.sql(
      `insert into read.parked_stream (projection, build, tenant, stream_id, event_id, fault)
       select name, build, $1, $2, $3, 'spec' from read.projection where name = 'trajectories' and live`,
      [TENANT, doubtful, eventId],
    );
    const { walkIns } = await meetingOf(1);
    const loop = await started();
    await processes.level(loop);
    expect(await typesOf(walkIns[0])).toEqual([]);
    expect(await parked()).toMatchObject([{ why: 'look', because: `trajectories ${doubtful}` }]);

    await processes.sql('delete from read.parked_stream where stream_id = $1', [doubtful]);
    await processes.level(loop);
    expect(await typesOf(walkIns[0])).toEqual(['TrajectoryOffered']);
    expect(await parked()).toEqual([]);
  }, 60_000);
});

describe('a command that is refused', () => {
  it('is kept for a person, holds back nothing behind it, and is sent again when somebody of its tenant asks', async () => {
    const lists = processes.test.engine.parkedReactions;
    const [refusing, mend] = refusingFirst(processes.ports);
    const loop = await started(matchFromMeeting, refusing);
    const { walkIns } = await meetingOf(2);
    await processes.level(loop);

    expect(await Promise.all(walkIns.map(typesOf))).toEqual([[], ['TrajectoryOffered']]);
    const [{ eventId, ...told }, ...more] = await parked();
    expect(told).toMatchObject({
      reaction: REACTION,
      n: 0,
      why: 'refused',
      because: 'subject-erased',
      command: 'OfferTrajectory',
    });
    expect(more).toEqual([]);
    const elsewhere = 'enschede' as TenantId;
    expect(await lists.list(elsewhere, NO_PAGE)).toEqual([]);
    expect(await lists.tryAgain(elsewhere, REACTION, eventId)).toBe(false);
    expect(await lists.tryAgain(TENANT, REACTION, idOf<'event'>(['step', 'nobody', 1, 0]) satisfies EventId)).toBe(false);

    mend();
    expect(await lists.tryAgain(TENANT, REACTION, eventId)).toBe(true);
    await processes.level(loop);
    expect(await typesOf(walkIns[0])).toEqual(['TrajectoryOffered']);
    expect(await parked()).toEqual([]);
  }, 60_000);
});
