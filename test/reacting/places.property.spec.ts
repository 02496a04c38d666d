import type { MatchId, WorkplaceId } from '../../src/kernel/ids.js';
import type { Match, Trajectory } from '../../src/trajectory/trajectory.js';
import { Dice } from '../harness/dice.js';
import { SEED } from '../harness/seed.js';
import { MemoryPlaces } from './memory-places.js';
import { PlacesByChance } from './places-by-chance.js';

const HISTORIES = 100;
const ACTS = 30;
/** Who works at a place that is another's, also where that came about between asking and answering. */
const LEFT_TO_A_PERSON = ['ReserveWorkplace parked place-taken', 'LetMatchFall parked already-placed'];
/** How often each thing happens at least in so many histories. */
const LEAST = 5;

type Wanting = Readonly<{ workplaceId: WorkplaceId; matchId: MatchId; as: 'reserved' | 'filled'; isMade: boolean }>;

/** What each match of a trajectory with a workplace asks, counted in the plainest way. */
const asksOf = ({ matches, placements }: Trajectory): Wanting[] =>
  [...matches].flatMap(([matchId, match]): Wanting[] => {
    const { workplaceId, placementId, fellOn, madeOn } = match;
    if (workplaceId === null) return [];
    if (placementId !== null)
      return placements.get(placementId)?.endedOn === null ? [{ workplaceId, matchId, as: 'filled', isMade: true }] : [];
    if (fellOn !== null || (madeOn === null && !haveBothSaidYes(match))) return [];
    return [{ workplaceId, matchId, as: 'reserved', isMade: madeOn !== null }];
  });

const haveBothSaidYes = ({ says }: Match): boolean => Object.values(says).every((said) => said?.interested === true);

/** Whatever the reaction has not heard, in any order between streams, each stream in its own; people may act meanwhile. */
async function hearAll(world: MemoryPlaces, dice: Dice, meanwhile?: () => Promise<unknown>): Promise<void> {
  for (let turns = 0; turns < 2_000; turns += 1) {
    const unheard = await world.unheard();
    if (unheard.length === 0) return;
    await world.hear(dice.pick(unheard), meanwhile);
  }
  throw new Error('it is never quiet');
}

async function lived(dice: Dice): Promise<Readonly<{ world: MemoryPlaces; people: PlacesByChance }>> {
  const world = await MemoryPlaces.begin({ people: 3, workplaces: 2 });
  const people = new PlacesByChance(world, dice);
  for (let acts = 0; acts < ACTS; acts += 1) {
    await people.act();
    if (dice.percent(25)) await hearAll(world, dice);
    else if (dice.percent(50)) await hearOne(world, dice, people);
  }
  await hearAll(world, dice);
  return { world, people };
}

/** One event, with something that happens between what is asked and what is sent. */
async function hearOne(world: MemoryPlaces, dice: Dice, people: PlacesByChance): Promise<void> {
  const unheard = await world.unheard();
  if (unheard.length > 0) await world.hear(dice.pick(unheard), () => (dice.percent(20) ? people.act() : Promise.resolve()));
}

/** What is not held as it is asked, apart from what was left to a person; the seed is that of the history. */
async function wrongIn(world: MemoryPlaces, seed: number): Promise<readonly unknown[]> {
  const asks = (await Promise.all(world.trajectoryIds.map((id) => world.trajectoryOf(id)))).flatMap(asksOf);
  const left = new Set(world.parked.flatMap(({ asked: { command } }) => ('matchId' in command.data ? command.data.matchId : [])));
  const wrong: unknown[] = [];
  for (const workplaceId of world.workplaceIds) {
    const { held } = await world.workplaceOf(workplaceId);
    const asking = asks.filter((one) => one.workplaceId === workplaceId);
    const unserved = asking.filter(({ matchId }) => matchId !== held?.matchId && !left.has(matchId));
    const isAsked =
      held === null || asking.some(({ matchId, as, isMade }) => matchId === held.matchId && as === held.as && isMade);
    if (unserved.length > 0 || !isAsked) wrong.push({ seed, held, asking });
  }
  return wrong;
}

const add = (sum: Map<string, number>, more: ReadonlyMap<string, number>): void =>
  more.forEach((count, name) => sum.set(name, (sum.get(name) ?? 0) + count));

describe('whatever happens to matches, placements and workplaces, in a hundred histories', () => {
  const [answered, accepted] = [new Map<string, number>(), new Map<string, number>()];
  const wrong: unknown[] = [];

  beforeAll(async () => {
    for (let seed = SEED; seed < SEED + HISTORIES; seed += 1) {
      const { world, people } = await lived(new Dice(seed));
      wrong.push(...(await wrongIn(world, seed)));
      add(answered, world.kinds);
      add(accepted, people.accepted);
    }
  }, 180_000);

  it('what is held in the end is what is asked, in whatever order the reaction heard of it (R-504 to R-507)', () => {
    expect(wrong).toEqual([]);
  });

  it('only who works at a place that another has is left to a person (R-506)', () => {
    const parked = [...answered.keys()].filter((name) => name.includes(' parked '));
    expect(parked.filter((name) => !LEFT_TO_A_PERSON.includes(name))).toEqual([]);
  });

  it('everything happened that there is to hear and to answer', () => {
    const often = (name: string): number => (answered.get(name) ?? 0) + (accepted.get(name) ?? 0);
    const asked = ['ReserveWorkplace', 'FillWorkplace', 'ReleaseWorkplace', 'RecordMatch', 'LetMatchFall'].map(
      (name) => `${name} done`,
    );
    const happened = [
      'lapse',
      'correction',
      'EndPlacement',
      'ConvertPlacement',
      'StartPlacement',
      'ReleaseWorkplace',
      'FillWorkplace',
    ];
    for (const name of [...asked, ...happened, 'ReserveWorkplace answered place-taken'])
      expect([name, Math.min(often(name), LEAST)]).toEqual([name, LEAST]);
  });
});
