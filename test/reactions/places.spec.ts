import { anyDecider } from '../../src/application/streams/stream-kind.js';
import type { Period } from '../../src/kernel/days.js';
import { streamIdOf, type MatchId, type TrajectoryId } from '../../src/kernel/ids.js';
import { shelfOf } from '../../src/programme/shelf.js';
import { places } from '../../src/reactions/places.js';
import type { Asked } from '../../src/reactions/reaction.js';
import { trajectoryDecider } from '../../src/trajectory/decider.js';
import { nothingYet, type Trajectory } from '../../src/trajectory/trajectory.js';
import type { TrajectoryEvent } from '../../src/trajectory/trajectory.events.js';
import { workplaceDecider } from '../../src/workplace/decider.js';
import { noWorkplace } from '../../src/workplace/workplace.js';
import type { WorkplaceEvent } from '../../src/workplace/workplace.events.js';
import { meedoenWerkt } from '../examples/programme.examples.js';
import {
  aiming,
  event,
  interestExpressed,
  matchFellThrough,
  matchId,
  matchMade,
  matchProposed,
  oven,
  placementEnded,
  placementId,
  placementStarted,
} from '../examples/trajectory.examples.js';
import { migrated } from '../examples/migration.examples.js';
import * as place from '../examples/workplace.examples.js';
import { voided } from '../harness/decider-spec.js';
import { testId } from '../harness/ids.js';
import { storiesOf, type Sight } from './harness.js';

const annas: TrajectoryId = testId('trajectory', 'anna');
const brams: TrajectoryId = testId('trajectory', 'bram');
const bramsMatch: MatchId = testId('match', 'bram');
const keptFor = 'P6W' as Period;
const unruled = trajectoryDecider(shelfOf([], []));

const afterMatch = storiesOf(places, { streamId: streamIdOf('trajectory', annas), decider: anyDecider(unruled) });
const afterHolding = storiesOf(places, { streamId: streamIdOf('workplace', oven), decider: anyDecider(workplaceDecider) });

const offered = place.offered({ on: '2019-09-20' });
const kept = (on: string, of = matchId) => place.reserved({ on, matchId: of });
const filled = (on: string, of = matchId) => place.filled({ on, matchId: of });

const forTheOven = [...aiming({ on: '2019-10-01' }), matchProposed({ on: '2019-10-02', workplaceId: oven })];
const bothYes = [
  ...forTheOven,
  interestExpressed({ on: '2019-10-03', by: 'candidate' }),
  interestExpressed({ on: '2019-10-07', by: 'employer' }),
];
const made = [...bothYes, matchMade({ on: '2019-10-07' })];
const working = [...made, placementStarted({ on: '2019-10-21' })];

const stateAfter = (events: readonly TrajectoryEvent[]): Trajectory =>
  events.reduce<Trajectory>((state, one) => unruled.evolve(state, one), { ...nothingYet, begunOn: events[0].occurredOn ?? null });

/** What happened in the trajectory, and at the place since it was offered. */
type Told = readonly [life: readonly TrajectoryEvent[], holding: readonly WorkplaceEvent[]];

/** How Bram's trajectory looks with his own match. */
const asBrams = (events: readonly TrajectoryEvent[]): Trajectory => {
  const state = stateAfter(events);
  return { ...state, matches: new Map([...state.matches].map(([, match]) => [bramsMatch, match])) };
};

/** What is seen of the place and of everybody with a match for it. */
function seen(
  holding: readonly WorkplaceEvent[],
  lives: Readonly<{ anna?: readonly TrajectoryEvent[]; bram?: readonly TrajectoryEvent[] }>,
  more: Sight = {},
): Sight {
  const trajectories = new Map([
    ...(lives.anna ? ([[annas, stateAfter(lives.anna)]] as const) : []),
    ...(lives.bram ? ([[brams, asBrams(lives.bram)]] as const) : []),
  ]);
  return {
    trajectories,
    trajectoriesFor: [...trajectories.keys()],
    workplaces: new Map([[oven, [offered, ...holding].reduce(workplaceDecider.evolve, noWorkplace)]]),
    definitionOf: { ...meedoenWerkt, reservation: keptFor },
    ...more,
  };
}

const ofPlace = (command: Readonly<Record<string, unknown>>, givesWay: TrajectoryId | null = null) => ({
  of: 'workplace',
  id: oven,
  givesWay,
  command,
});
const reserve = (of = matchId, givesWay: TrajectoryId | null = annas) =>
  ofPlace({ type: 'ReserveWorkplace', data: { matchId: of, keptFor } }, givesWay);
const fill = (on: string) => ofPlace({ type: 'FillWorkplace', on, data: { matchId } });
const release = (reason: string, on?: string) =>
  ofPlace({ type: 'ReleaseWorkplace', ...(on && { on }), data: { matchId, reason } });
const record = (on: string) => ({ of: 'trajectory', id: annas, command: { type: 'RecordMatch', on, data: { matchId } } });

describe('a match with a workplace', () => {
  it.each<[string, Told, readonly object[]]>([
    ['is only proposed', [forTheOven, []], []],
    ['has one yes', [forTheOven.concat(interestExpressed({ on: '2019-10-03', by: 'candidate' })), []], []],
    ['has two', [bothYes, []], [reserve()]],
    ['is kept its place', [bothYes, [kept('2019-10-08')]], [record('2019-10-08')]],
    ['was kept its place before the second yes', [bothYes, [kept('2019-10-05')]], [record('2019-10-07')]],
    ['is made', [made, [kept('2019-10-08')]], []],
    ['was made by hand before its place was kept', [made, []], [reserve()]],
    ['has a placement', [working, [kept('2019-10-08')]], [fill('2019-10-21')]],
    ['has a placement that began before the place was kept', [working, [kept('2019-11-04')]], [fill('2019-11-04')]],
    ['has a placement and no place', [working, []], [reserve(matchId, null)]],
    ['fills its place', [working, [kept('2019-10-08'), filled('2019-10-21')]], []],
  ])('that %s asks what is not so yet (R-504, R-505)', async (_, [life, holding], asked) => {
    expect(await afterMatch(life, seen(holding, { anna: life }))).toEqual(asked);
    if (holding.length > 0) expect(await afterHolding([offered, ...holding], seen(holding, { anna: life }))).toEqual(asked);
  });

  const fell = (reason: 'changed-mind' | 'reservation-lapsed') => matchFellThrough({ on: '2019-10-14', reason });
  it.each<[string, Told, object]>([
    ['fell through', [[...made, fell('changed-mind')], [kept('2019-10-08')]], release('match-fell-through', '2019-10-14')],
    ['lapsed', [[...made, fell('reservation-lapsed')], [kept('2019-10-08')]], release('reservation-lapsed', '2019-10-14')],
    [
      'fell through before its place was kept',
      [[...made, fell('changed-mind')], [kept('2019-10-15')]],
      release('match-fell-through', '2019-10-15'),
    ],
    [
      'has an ended placement',
      [
        [...working, placementEnded({ on: '2020-02-29' })],
        [kept('2019-10-08'), filled('2019-10-21')],
      ],
      release('placement-ended', '2020-02-29'),
    ],
    [
      'has a placement that ended on the day on which it began',
      [[...working, placementEnded({ on: '2019-10-21' })], [kept('2019-10-08')]],
      release('placement-ended', '2019-10-21'),
    ],
    ['never had two yeses', [forTheOven, [kept('2019-10-08')]], release('entered-in-error')],
  ])('that %s frees its place (R-505)', async (_, [life, holding], asked) => {
    expect(await afterMatch(life, seen(holding, { anna: life }))).toEqual([asked]);
    expect(await afterHolding([offered, ...holding], seen(holding, { anna: life }))).toEqual([asked]);
  });

  it('that is nowhere any more frees its place (R-505)', async () => {
    expect(await afterHolding([offered, kept('2019-10-08')], seen([kept('2019-10-08')], {}))).toEqual([
      release('entered-in-error'),
    ]);
  });

  it('whose placement never was is kept its place again (R-505)', async () => {
    const holding = [kept('2019-10-08'), filled('2019-10-21')];
    expect(await afterHolding([offered, ...holding], seen(holding, { anna: made }))).toEqual([
      release('entered-in-error'),
      reserve(),
    ]);
  });

  it('goes on when its placement is extended or converted, without a word to the place (R-505)', async () => {
    const holding = [kept('2019-10-08'), filled('2019-10-21')];
    const extended = event('PlacementExtended', { placementId, until: '2020-12-31' as never });
    const converted = event('PlacementConverted', { placementId, kind: 'job' });
    for (const more of [extended({ on: '2019-12-02' }), converted({ on: '2019-12-02' })]) {
      const life = [...working, more];
      expect(await afterMatch(life, seen(holding, { anna: life }))).toEqual([]);
    }
  });

  it('is left to a person where the programme does not say how long a place is kept, and goes on once it is (R-504)', async () => {
    const silent = { definitionOf: { ...meedoenWerkt, reservation: undefined } };
    expect(await afterMatch(bothYes, seen([], { anna: bothYes }, silent))).toEqual([]);
    expect(await afterHolding([offered, kept('2019-10-08')], seen([kept('2019-10-08')], { anna: bothYes }, silent))).toEqual([
      record('2019-10-08'),
    ]);
  });

  it('is kept its place when the trajectory comes over to a version that says for how long (R-504)', async () => {
    const life = [...bothYes, migrated({ on: '2019-10-14' })];
    expect(await afterMatch(life, seen([], { anna: life }))).toEqual([reserve()]);
  });

  it('for no place in particular asks nothing of any place (R-504)', async () => {
    const life = [...aiming({ on: '2019-10-01' }), matchProposed({ on: '2019-10-02' })];
    expect(await afterMatch(life, seen([], { anna: life }))).toEqual([]);
  });

  it('is looked at wherever a place was ever named, once a correction came (R-505)', async () => {
    const correction = voided(testId<'event'>('any'), '2019-10-09') as unknown as TrajectoryEvent;
    const life = [...aiming({ on: '2019-10-01' }), correction];
    const sight = seen([kept('2019-10-08')], { anna: aiming({ on: '2019-10-01' }) });
    expect(await afterMatch(life, { ...sight, placesNamedIn: [oven, oven] })).toEqual([release('entered-in-error')]);
    expect(await afterMatch(life, { ...sight, placesNamedIn: [] })).toEqual([]);
  });
});

describe('two matches for one workplace', () => {
  it('both ask for it, in the order in which both said yes; the place says who came first (R-504, R-506)', async () => {
    const earlier = [...forTheOven, ...yesOfBoth('2019-10-03')];
    expect(await afterMatch(bothYes, seen([], { anna: bothYes, bram: earlier }))).toEqual([
      reserve(bramsMatch, brams),
      reserve(),
    ]);
  });

  it('are served by the place that another frees at the same moment (R-505)', async () => {
    const holding = [kept('2019-10-04', bramsMatch)];
    const bram = [...forTheOven, matchFellThrough({ on: '2019-10-08' })];
    const [freeing, keeping] = await afterMatch(bothYes, seen(holding, { anna: bothYes, bram }));
    expect(freeing).toMatchObject({ command: { type: 'ReleaseWorkplace', on: '2019-10-08', data: { matchId: bramsMatch } } });
    expect(keeping).toEqual(reserve());
  });

  it('of which the second is told, falls through (R-506)', () => {
    const answered = places.answers['place-taken']?.(reserve() as unknown as Asked);
    const data = { matchId, by: 'employer', reason: 'place-taken' };
    expect(answered).toEqual({ of: 'trajectory', id: annas, command: { type: 'LetMatchFall', data } });
  });

  it('fall through with the place that was withdrawn, whoever said yes by then (R-506)', () => {
    const data = { matchId, by: 'employer', reason: 'vacancy-gone' };
    const answered = places.answers['workplace-withdrawn']?.(reserve() as unknown as Asked);
    expect(answered).toEqual({ of: 'trajectory', id: annas, command: { type: 'LetMatchFall', data } });
    expect(places.answers['workplace-withdrawn']?.(reserve(matchId, null) as unknown as Asked)).toBeUndefined();
  });

  it('leave it to a person who works at a place that is another’s, and what no match asks (R-506)', () => {
    expect(places.answers['place-taken']?.(reserve(matchId, null) as unknown as Asked)).toBeUndefined();
    expect(places.answers['place-taken']?.(release('entered-in-error') as unknown as Asked)).toBeUndefined();
    const proposal = { of: 'trajectory', id: annas, command: { type: 'RecordMatch', data: { matchId } } } as const;
    expect(places.answers['place-taken']?.(proposal)).toBeUndefined();
  });

  const yesOfBoth = (on: string) => (['candidate', 'employer'] as const).map((by) => interestExpressed({ on, by }));
});
