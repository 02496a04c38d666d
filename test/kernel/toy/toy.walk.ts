import { addDays, type Day } from '../../../src/kernel/days.js';
import type { Effective } from '../../../src/kernel/history.js';
import type { Dice } from '../../harness/dice.js';
import { testId } from '../../harness/ids.js';
import type { Walkable } from '../../harness/walk.js';
import { toyDecider, type Side, type Toy, type ToyCommand, type ToyRefusal } from './toy.js';
import type { ToyEvent } from './toy.events.js';

type Facts = readonly Effective<ToyEvent>[];

const SIDES: readonly Side[] = ['candidate', 'employer'];
const BENEFITS = ['ww', 'bijstand'] as const;
const STRANGER = testId('stranger');

/** An id that some event of the life holds under this name, or now and then one that none does. */
function anyId(name: 'matchId' | 'placementId' | 'reminderId', facts: Facts, dice: Dice): string {
  const ids = facts.flatMap(({ data }) => (name in data ? [(data as Record<string, string>)[name]] : []));
  return ids.length === 0 || dice.percent(10) ? STRANGER : dice.pick(ids);
}

function blind(type: ToyCommand['type'], dice: Dice, facts: Facts): ToyCommand['data'] {
  const payloads: { [T in ToyCommand['type']]: () => Extract<ToyCommand, { type: T }>['data'] } = {
    Open: () => ({ candidateId: STRANGER }),
    MakePlan: () => ({}),
    ProposeMatch: () => ({}),
    SayYes: () => ({ matchId: anyId('matchId', facts, dice), by: dice.pick(SIDES) }),
    RecordMatch: () => ({ matchId: anyId('matchId', facts, dice) }),
    Place: () => ({ matchId: anyId('matchId', facts, dice), days: dice.between(0, 60) }),
    Talk: () => ({ placementId: anyId('placementId', facts, dice), rating: dice.between(1, 5) }),
    EndPlacement: () => ({ placementId: anyId('placementId', facts, dice) }),
    Close: () => ({}),
    Reopen: () => ({}),
    SeeBenefit: () => ({ benefit: dice.pick(BENEFITS), started: dice.percent(50) }),
    SetReminder: () => ({ placementId: anyId('placementId', facts, dice) }),
    SendReminder: () => ({ reminderId: anyId('reminderId', facts, dice) }),
  };
  return payloads[type]();
}

/** Other details for what has details; for the rest the same data, so that only the day moves. */
function replacement({ type, data }: ToyEvent, dice: Dice): ToyEvent['data'] {
  switch (type) {
    case 'Opened':
      return { ...data, round: dice.between(1, 3) };
    case 'YesSaid':
      return { ...data, by: dice.pick(SIDES) };
    case 'Placed':
      return { ...data, until: addDays(data.until, dice.between(-20, 20)) };
    case 'Talked':
      return { ...data, rating: dice.between(1, 5) };
    default:
      return dice.percent(10) ? { ...data, matchId: STRANGER, placementId: STRANGER } : data;
  }
}

function late(occurredOn: Day, dice: Dice, { facts }: { facts: Facts }): ToyEvent {
  // A yes as a late fact brings no match about: what RecordMatch is for.
  const yes = (): ToyEvent => ({
    type: 'YesSaid',
    occurredOn,
    data: { matchId: anyId('matchId', facts, dice), by: dice.pick(SIDES) },
  });
  return dice.pick<() => ToyEvent>([
    yes,
    yes,
    yes,
    yes,
    () => ({ type: 'MatchMade', occurredOn, data: { matchId: anyId('matchId', facts, dice) } }),
    () => ({ type: 'Talked', occurredOn, data: { placementId: anyId('placementId', facts, dice), rating: 4 } }),
    () => ({ type: 'PlacementEnded', occurredOn, data: { placementId: anyId('placementId', facts, dice) } }),
    () => ({ type: dice.pick(['BenefitStarted', 'BenefitEnded'] as const), occurredOn, data: { benefit: dice.pick(BENEFITS) } }),
  ])();
}

export const toyWalk: Walkable<Toy, ToyEvent, ToyCommand, ToyRefusal, ReturnType<typeof toyDecider.rulesOn>> = {
  decider: toyDecider,
  begins: '2019-12-10' as Day,
  payload: (type, dice, { subject, facts }) =>
    subject && 'days' in subject ? { ...subject, days: dice.between(0, 60) } : (subject ?? blind(type, dice, facts)),
  subjectOf: (type, data) => (type === 'Open' ? type : JSON.stringify({ ...data, days: undefined, rating: undefined })),
  replacement,
  late,
};
