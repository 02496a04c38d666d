import { anyDecider } from '../../src/application/streams/stream-kind.js';
import type { Beginning } from '../../src/candidate/beginnings.js';
import { candidateDecider } from '../../src/candidate/decider.js';
import type { Code } from '../../src/kernel/fields.events.js';
import { streamIdOf, type TrajectoryId } from '../../src/kernel/ids.js';
import type { ReturnPolicy } from '../../src/programme/programme.events.js';
import { shelfOf } from '../../src/programme/shelf.js';
import { returns } from '../../src/reactions/returns.js';
import { trajectoryDecider } from '../../src/trajectory/decider.js';
import { nothingYet, type Trajectory } from '../../src/trajectory/trajectory.js';
import type { TrajectoryEvent } from '../../src/trajectory/trajectory.events.js';
import { anna, benefitStarted, registered } from '../examples/candidate.examples.js';
import { meedoenWerkt, programmeId } from '../examples/programme.examples.js';
import { answered, closed, day, event, offered, reopened, started } from '../examples/trajectory.examples.js';
import { testId } from '../harness/ids.js';
import { storiesOf, type Sight } from './harness.js';

const afterBenefit = storiesOf(returns, { streamId: streamIdOf('candidate', anna), decider: anyDecider(candidateDecider) });
const afterClosing = storiesOf(returns, {
  streamId: streamIdOf('trajectory', testId('trajectory', 1)),
  decider: anyDecider(trajectoryDecider(shelfOf([], []))),
});

const policy: ReturnPolicy = {
  policy: 'back-within-a-year' as Code<'return-policy'>,
  benefits: ['bijstand', 'ww'],
  after: ['paid-work' as Code<'result'>],
  withinMonths: 12,
};
const fact = (nth: number) => testId<'event'>('benefit', nth);
const bijstand = (on: string, nth = 1, kind: Beginning['kind'] = 'bijstand'): Beginning => ({
  eventId: fact(nth),
  kind,
  on: day(on),
});
const { evolve } = trajectoryDecider(shelfOf([], []));
const idOfRound = (round: number): TrajectoryId => testId('trajectory', round);
const mine = { candidateId: anna, programmeId };
const begun = { ...mine, on: '2019-01-07' };
const returned = event('CandidateReturned', {
  benefitEventId: fact(1),
  returnedOn: day('2020-05-01'),
  daysSinceExit: 87,
  policy: { id: policy.policy, version: 1 },
});

/** The trajectories of Anna, round by round, after these events of each. */
function seen(lives: readonly (readonly TrajectoryEvent[])[], sight: Sight = {}): Sight {
  const states = lives.map((events, at): [TrajectoryId, Trajectory] => [
    idOfRound(at + 1),
    events.reduce(evolve, begunState(events)),
  ]);
  return {
    roundsOf: states.map(([trajectoryId]) => ({ trajectoryId })) as unknown as Sight['roundsOf'],
    trajectories: new Map(states),
    definitionOf: { ...meedoenWerkt, returns: policy },
    ...sight,
  };
}
const begunState = ([first]: readonly TrajectoryEvent[]): Trajectory => ({ ...nothingYet, begunOn: first.occurredOn ?? null });

const left = [started(begun), closed({ on: '2020-02-04' })];
const heard = [registered({ on: '2019-01-02' }), benefitStarted({ on: '2020-05-01' })];
const told = (benefitEventId: Beginning['eventId'], returnedOn: string, daysSinceExit: number) => ({
  of: 'trajectory',
  id: idOfRound(1),
  command: {
    type: 'RecordReturn',
    data: { benefitEventId, returnedOn, daysSinceExit, policy: { id: policy.policy, version: 1 } },
  },
});
const withdrawn = (benefitEventId: Beginning['eventId'], returnedOn: string, round = 1) => ({
  of: 'trajectory',
  id: idOfRound(round),
  command: { type: 'WithdrawReturn', data: { benefitEventId, returnedOn, reason: 'facts-corrected' } },
});
const nextRound = (round = 1) => ({
  of: 'trajectory',
  id: null,
  command: { type: 'OfferTrajectory', data: { ...mine, previousTrajectoryId: idOfRound(round) } },
});
const typesIn = (asked: readonly { command: { type: string } }[]) => asked.map(({ command }) => command.type);

describe('a return', () => {
  it('is told on the trajectory that was left, with its policy, and the next round is offered (R-503)', async () => {
    const asked = await afterBenefit(heard, seen([left], { beginningsOf: [bijstand('2020-05-01')] }));
    expect(asked).toEqual([told(fact(1), '2020-05-01', 87), nextRound()]);
  });

  it.each([
    ['2020-02-04', 1],
    ['2020-02-03', 0],
    ['2021-02-04', 1],
    ['2021-02-05', 0],
  ] as const)(
    'by a benefit from %s, a year after the closing of 4 February 2020, is told so often: %i (R-503)',
    async (on, times) => {
      const asked = await afterBenefit(heard, seen([left], { beginningsOf: [bijstand(on)] }));
      expect(typesIn(asked).filter((type) => type === 'RecordReturn')).toHaveLength(times);
    },
  );

  it.each([
    ['2021-02-28', 1],
    ['2021-03-01', 0],
  ] as const)('by a benefit from %s, a year after 29 February, is told so often: %i (R-503)', async (on, times) => {
    const leap = [started(begun), closed({ on: '2020-02-29' })];
    const asked = await afterBenefit(heard, seen([leap], { beginningsOf: [bijstand(on)] }));
    expect(typesIn(asked).filter((type) => type === 'RecordReturn')).toHaveLength(times);
  });

  it.each<[string, readonly TrajectoryEvent[], Sight]>([
    ['by a benefit that the policy does not name', left, { beginningsOf: [bijstand('2020-05-01', 1, 'anw')] }],
    [
      'after a result by which nobody left',
      [started(begun), closed({ on: '2020-02-04', result: 'withdrew' as Code<'result'> })],
      {},
    ],
    [
      'from what was entered in error',
      [started(begun), closed({ on: '2020-02-04', result: 'entered-in-error' as Code<'result'> })],
      {},
    ],
    ['from what never started', [offered(begun), closed({ on: '2020-02-04' })], {}],
    ['from what is under way', [started(begun)], {}],
    ['where the programme names no policy', left, { definitionOf: { ...meedoenWerkt, returns: undefined } }],
    ['that was told already', [...left, returned({ on: '2020-05-04' })], {}],
  ])('is not told %s (R-503)', async (_, life, sight) => {
    expect(await afterBenefit(heard, seen([life], { beginningsOf: [bijstand('2020-05-01')], ...sight }))).toEqual([]);
  });

  it('is told on the trajectory that was closed last before it, whatever was entered in error since (R-503)', async () => {
    const second = [started({ ...begun, round: 2, on: '2020-02-10' }), closed({ on: '2020-03-02' })];
    const wrong = [
      started({ ...begun, round: 3, on: '2020-04-01' }),
      closed({ on: '2020-04-02', result: 'entered-in-error' as Code<'result'> }),
    ];
    const asked = await afterBenefit(heard, seen([left, second, wrong], { beginningsOf: [bijstand('2020-05-01')] }));
    expect(asked).toEqual([{ ...told(fact(1), '2020-05-01', 60), id: idOfRound(2) }]);
  });

  it('is told of each benefit, with one offer (R-503)', async () => {
    const both = [bijstand('2020-05-01'), bijstand('2020-06-01', 2, 'ww')];
    const asked = await afterBenefit(heard, seen([left], { beginningsOf: both }));
    expect(asked).toEqual([told(fact(1), '2020-05-01', 87), told(fact(2), '2020-06-01', 118), nextRound()]);
  });
});

describe('a return that no longer shows', () => {
  it('is withdrawn, and the round that it brought is left to a person (R-503)', async () => {
    const next = [offered({ ...begun, round: 2, on: '2020-05-04' })];
    const asked = await afterBenefit(heard, seen([[...left, returned({ on: '2020-05-04' })], next]));
    expect(asked).toEqual([withdrawn(fact(1), '2020-05-01')]);
  });

  it('is withdrawn when its trajectory is reopened, and told again when it is closed again before it (R-503)', async () => {
    const again = [...left, returned({ on: '2020-05-04' }), reopened({ on: '2020-05-05' })];
    const sight = { beginningsOf: [bijstand('2020-05-01')] };
    expect(await afterClosing(again, seen([again], sight))).toEqual([withdrawn(fact(1), '2020-05-01')]);

    const back = event('ReturnWithdrawn', { benefitEventId: fact(1), returnedOn: day('2020-05-01'), reason: 'facts-corrected' });
    const closedAgain = [...again, back({ on: '2020-05-05' }), closed({ on: '2020-05-06' })];
    expect(await afterClosing(closedAgain, seen([closedAgain], sight))).toEqual([]);
    const early = [...left, returned({ on: '2020-05-04' }), back({ on: '2020-05-05' })];
    expect(typesIn(await afterClosing([...left], seen([early], sight)))).toEqual(['RecordReturn', 'OfferTrajectory']);
  });

  it('moves with the day of its benefit (R-503)', async () => {
    const asked = await afterBenefit(
      heard,
      seen([[...left, returned({ on: '2020-05-04' })]], { beginningsOf: [bijstand('2020-05-02')] }),
    );
    expect(asked).toEqual([withdrawn(fact(1), '2020-05-01'), told(fact(1), '2020-05-02', 88), nextRound()]);
  });
});

describe('the next round', () => {
  const second = { ...begun, round: 2, on: '2020-05-02' };
  it.each<[string, readonly TrajectoryEvent[], number]>([
    ['is offered already', [offered(second)], 0],
    ['was accepted', [offered(second), answered({ on: '2020-05-03' })], 0],
    ['has started', [started(second)], 0],
    ['was closed', [offered(second), closed({ on: '2020-05-03' })], 0],
    ['was declined', [offered(second), answered({ on: '2020-05-03', accepted: false, reason: 'other' })], 1],
  ])('where it %s, is offered again or not (R-503)', async (_, next, times) => {
    const asked = await afterBenefit(heard, seen([left, next], { beginningsOf: [bijstand('2020-05-01')] }));
    expect(asked).toEqual([told(fact(1), '2020-05-01', 87), ...Array(times).fill(nextRound())]);
  });

  it('is not offered while another programme is under way (R-503)', async () => {
    const other = [started({ ...begun, programmeId: testId('programme', 'other') })];
    const asked = await afterBenefit(heard, seen([left, other], { beginningsOf: [bijstand('2020-05-01')] }));
    expect(typesIn(asked)).toEqual(['RecordReturn']);
  });
});
