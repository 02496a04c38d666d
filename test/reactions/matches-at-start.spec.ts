import { anyDecider } from '../../src/application/streams/stream-kind.js';
import { streamIdOf, type TrajectoryId } from '../../src/kernel/ids.js';
import { shelfOf } from '../../src/programme/shelf.js';
import { matchesAtStart } from '../../src/reactions/matches-at-start.js';
import type { MutualInterest, Round } from '../../src/reactions/look.js';
import { trajectoryDecider } from '../../src/trajectory/decider.js';
import { programmeId } from '../examples/programme.examples.js';
import { answered, bakery, day, garage, offered, october, started } from '../examples/trajectory.examples.js';
import { testId } from '../harness/ids.js';
import { storiesOf } from './harness.js';

const trajectoryId: TrajectoryId = testId('trajectory', 'anna');
const after = storiesOf(matchesAtStart, {
  streamId: streamIdOf('trajectory', trajectoryId),
  decider: anyDecider(trajectoryDecider(shelfOf([], []))),
});

const on = '2019-10-10';
const history = [offered({ on: '2019-10-03' }), answered({ on: '2019-10-04' }), started({ on })];
const november = testId<'meeting'>('meeting', 'november');
const met = (meetingId: MutualInterest['meetingId'], heldOn: string, employerId = bakery): MutualInterest => ({
  meetingId,
  heldOn: day(heldOn),
  employerId,
});
const own: Round = {
  trajectoryId,
  programmeId,
  round: 1,
  previousTrajectoryId: null,
  offer: 'accepted',
  answeredOn: day('2019-10-04'),
  startedOn: day(on),
  closedOn: null,
  matches: [],
};
const match = (interest: MutualInterest, proposedOn: string) => ({
  of: 'trajectory',
  id: trajectoryId,
  command: {
    type: 'ProposeMatch',
    on: proposedOn,
    data: {
      employerId: interest.employerId,
      meetingId: interest.meetingId,
      workplaceId: null,
      because: 'met-at-meeting',
      interested: ['candidate', 'employer'],
    },
  },
});

describe('the start of a trajectory', () => {
  it('matches with each employer who said yes, on the day of the start, in one order (R-502)', async () => {
    const interests = [met(october, '2019-10-03', garage), met(october, '2019-10-03', bakery)];
    const asked = await after(history, { roundsOf: [own], mutualInterestsOf: interests });

    expect(asked).toHaveLength(2);
    expect(asked).toEqual([bakery, garage].sort().map((employerId) => match(met(october, '2019-10-03', employerId), on)));
  });

  it('matches once with an employer, from the latest meeting (R-502)', async () => {
    const latest = met(november, '2019-11-07');
    const asked = await after(history, { roundsOf: [own], mutualInterestsOf: [met(october, '2019-10-03'), latest] });
    expect(asked).toEqual([match(latest, '2019-11-07')]);
  });

  it('matches with nobody of whom any trajectory has that match (R-502)', async () => {
    const had = { matchId: testId<'match'>('match'), meetingId: october, employerId: bakery };
    const earlier = { ...own, trajectoryId: testId<'trajectory'>('trajectory', 'earlier'), matches: [had] };
    const interests = [met(october, '2019-10-03', bakery), met(october, '2019-10-03', garage)];

    expect(await after(history, { roundsOf: [earlier, own], mutualInterestsOf: interests })).toEqual([match(interests[1], on)]);
  });

  it('asks nothing where nobody met (R-502)', async () => {
    expect(await after(history, { roundsOf: [own] })).toEqual([]);
  });
});
