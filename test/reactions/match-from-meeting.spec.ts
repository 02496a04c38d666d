import { anyDecider } from '../../src/application/streams/stream-kind.js';
import { streamIdOf } from '../../src/kernel/ids.js';
import { meetingDecider } from '../../src/meeting/decider.js';
import { matchFromMeeting } from '../../src/reactions/match-from-meeting.js';
import type { Round } from '../../src/reactions/look.js';
import { nothingYet } from '../../src/trajectory/trajectory.js';
import { anna, bakery, bothThere, garage, interest, october, scheduled } from '../examples/meeting.examples.js';
import { idOf, restored, voided } from '../harness/decider-spec.js';
import { testId } from '../harness/ids.js';
import { day } from '../examples/trajectory.examples.js';
import { storiesOf } from './harness.js';

const after = storiesOf(matchFromMeeting, {
  streamId: streamIdOf('meeting', october),
  decider: anyDecider(meetingDecider(() => undefined)),
});

const on = '2019-10-03';
const { programmeId } = scheduled({ on }).data;
const annaSaidYes = interest({ on });
const bakerySaidYes = interest({ on, by: 'employer' });
const bothSaidYes = [...bothThere, annaSaidYes, bakerySaidYes];

const round = (changes: Partial<Round> = {}): Round => ({
  trajectoryId: testId('trajectory', 'anna', changes.round ?? 1),
  programmeId,
  round: 1,
  previousTrajectoryId: null,
  offer: null,
  answeredOn: null,
  startedOn: day('2019-09-16'),
  closedOn: null,
  matches: [],
  ...changes,
});
const matchWith = (trajectoryId: Round['trajectoryId'], proposedOn = on, employerId = bakery) => ({
  of: 'trajectory',
  id: trajectoryId,
  command: {
    type: 'ProposeMatch',
    on: proposedOn,
    data: { employerId, meetingId: october, workplaceId: null, because: 'met-at-meeting', interested: ['candidate', 'employer'] },
  },
});
const offer = (previousTrajectoryId: Round['trajectoryId'] | null) => ({
  of: 'trajectory',
  id: null,
  command: { type: 'OfferTrajectory', on, data: { candidateId: anna, programmeId, previousTrajectoryId } },
});
const offered = (changes: Partial<Round>) => round({ startedOn: null, offer: 'open', ...changes });

describe('a match from a meeting', () => {
  it('is proposed once both said yes, with both interests, on the day of the meeting (R-501)', async () => {
    expect(await after([...bothThere, annaSaidYes], { roundsOf: [round()] })).toEqual([]);
    expect(await after(bothSaidYes, { roundsOf: [round()] })).toEqual([matchWith(round().trajectoryId)]);
  });

  it('is not proposed where one said no (R-309, R-501)', async () => {
    const said = [...bothThere, interest({ on, interested: false }), bakerySaidYes];
    expect(await after(said, { roundsOf: [round()] })).toEqual([]);
  });

  it('lies on the day of the start where that came after the meeting (R-501)', async () => {
    const later = round({ startedOn: day('2019-10-10') });
    expect(await after(bothSaidYes, { roundsOf: [later] })).toEqual([matchWith(later.trajectoryId, '2019-10-10')]);
  });

  it('is proposed in the trajectory that went on in the successor of the programme, and nobody is offered the closed one (R-335, R-501)', async () => {
    const handedOver = round({ programmeId: testId('programme', 'successor'), round: 2 });
    const { trajectoryId } = handedOver;
    const trajectories = new Map([[trajectoryId, { ...nothingYet, begunIn: programmeId }]]);
    const before = round({ closedOn: day('2019-09-20') });
    expect(await after(bothSaidYes, { roundsOf: [before, handedOver], trajectories })).toEqual([matchWith(trajectoryId)]);
    expect(await after(bothSaidYes, { roundsOf: [handedOver] })).toEqual([offer(null)]);
  });

  it.each([
    ['of this trajectory', round({ matches: [{ matchId: testId('match'), meetingId: october, employerId: bakery }] })],
    [
      'of another trajectory of the candidate',
      round({
        programmeId: testId('programme', 'other'),
        matches: [{ matchId: testId('match'), meetingId: october, employerId: bakery }],
      }),
    ],
  ])('is not proposed again where it is a match %s (R-501)', async (_, has) => {
    expect(await after(bothSaidYes, { roundsOf: [has, round({ round: 2 })] })).toEqual([]);
  });

  it('is proposed to whom this employer was matched with at another meeting; the trajectory decides (R-501)', async () => {
    const has = round({ matches: [{ matchId: testId('match'), meetingId: testId('meeting', 'september'), employerId: bakery }] });
    expect(await after(bothSaidYes, { roundsOf: [has] })).toEqual([matchWith(has.trajectoryId)]);
  });

  it('comes of an interest that a correction made mutual, for each such pair (R-501)', async () => {
    const garageToo = [interest({ on, employerId: garage }), interest({ on, by: 'employer', employerId: garage })];
    const history = [...bothSaidYes, ...garageToo, voided(idOf('MeetingInterestExpressed', 1), '2019-10-20')];
    const again = [...history, restored(idOf('MeetingInterestExpressed', 1), '2019-10-21')];
    const matched = [bakery, garage].sort().map((employerId) => matchWith(round().trajectoryId, on, employerId));

    expect(await after(history, { roundsOf: [round()] })).toEqual([matchWith(round().trajectoryId, on, garage)]);
    expect(await after(again, { roundsOf: [round()] })).toEqual(matched);
  });

  it('goes to the trajectory of the meeting, also where that was closed later (R-501)', async () => {
    const closed = round({ closedOn: day(on) });
    expect(await after(bothSaidYes, { roundsOf: [closed] })).toEqual([matchWith(closed.trajectoryId)]);
  });
});

describe('who has no trajectory in the programme of the meeting', () => {
  it('is offered one (R-501)', async () => {
    expect(await after(bothSaidYes)).toEqual([offer(null)]);
    expect(await after(bothSaidYes, { roundsOf: [round({ programmeId: testId('programme', 'other') })] })).toEqual([offer(null)]);
  });

  it('is offered one once, whoever also said yes (R-501)', async () => {
    const garageToo = [interest({ on, employerId: garage }), interest({ on, by: 'employer', employerId: garage })];
    const history = [...bothSaidYes, ...garageToo, restored(idOf('MeetingInterestExpressed', 1), '2019-10-21')];
    expect(await after(history)).toEqual([offer(null)]);
  });

  it.each(['open', 'accepted'] as const)('is not offered it again while the offer is %s (R-501)', async (answer) => {
    expect(await after(bothSaidYes, { roundsOf: [offered({ offer: answer, answeredOn: day('2019-09-20') })] })).toEqual([]);
  });

  it.each([
    ['on that day', on, 1],
    ['the day after it', '2019-10-04', 0],
  ] as const)('is offered the same one again after a no %s (R-501)', async (_, answeredOn, times) => {
    const declined = offered({
      round: 2,
      previousTrajectoryId: testId('trajectory', 'first'),
      offer: 'declined',
      answeredOn: day(answeredOn),
    });
    const asked = await after(bothSaidYes, { roundsOf: [round({ closedOn: day('2019-09-20') }), declined] });
    expect(asked).toEqual(Array(times).fill(offer(testId('trajectory', 'first'))));
  });

  it('is offered a next round where the last was closed before the meeting (R-501)', async () => {
    const closed = round({ closedOn: day('2019-10-02') });
    expect(await after(bothSaidYes, { roundsOf: [closed] })).toEqual([offer(closed.trajectoryId)]);
  });

  it('is offered nothing where an offer was closed on that day or later (R-501)', async () => {
    expect(await after(bothSaidYes, { roundsOf: [offered({ closedOn: day(on) })] })).toEqual([]);
  });
});
