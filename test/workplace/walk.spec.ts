import { addDays, dayFrom } from '../../src/kernel/days.js';
import type { PublicText } from '../../src/kernel/public-text.js';
import { PLACEMENT_KINDS } from '../../src/programme/terms.js';
import { workplaceDecider, type WorkplaceCommand, type WorkplaceRefusal } from '../../src/workplace/decider.js';
import type { Workplace } from '../../src/workplace/workplace.js';
import { ADAPTATIONS, ADAPTERS, RELEASES, WITHDRAWALS, type WorkplaceEvent } from '../../src/workplace/workplace.events.js';
import type { Dice } from '../harness/dice.js';
import { testId } from '../harness/ids.js';
import { unseenOf } from '../harness/walk-properties.js';
import type { Walkable } from '../harness/walk.js';

const begins = dayFrom('2019-09-02');
const matchIn = (dice: Dice) => testId<'match'>('match', dice.between(1, 3));

const DATA: { [T in WorkplaceEvent['type']]: (dice: Dice) => Extract<WorkplaceEvent, { type: T }>['data'] } = {
  WorkplaceOffered: (dice) => ({
    employerId: testId('employer'),
    kind: dice.pick(PLACEMENT_KINDS),
    tasks: ['Inpakken' as PublicText],
    hoursPerWeek: dice.between(1, 36),
    area: null,
    requirements: [],
    accommodations: [],
    department: null,
  }),
  FunctionAdapted: (dice) => ({
    adaptation: dice.pick(ADAPTATIONS),
    by: dice.pick(ADAPTERS),
    tasks: ['Sorteren' as PublicText],
    requirements: [],
  }),
  WorkplaceReserved: (dice) => ({ matchId: matchIn(dice), lapsesOn: addDays(begins, dice.between(-20, 200)) }),
  WorkplaceFilled: (dice) => ({ matchId: matchIn(dice) }),
  WorkplaceReleased: (dice) => ({ matchId: matchIn(dice), reason: dice.pick(RELEASES) }),
  WorkplaceWithdrawn: (dice) => ({ reason: dice.pick(WITHDRAWALS) }),
};

const BRINGS = {
  OfferWorkplace: 'WorkplaceOffered',
  AdaptFunction: 'FunctionAdapted',
  ReserveWorkplace: 'WorkplaceReserved',
  FillWorkplace: 'WorkplaceFilled',
  ReleaseWorkplace: 'WorkplaceReleased',
  WithdrawWorkplace: 'WorkplaceWithdrawn',
} as const satisfies Record<WorkplaceCommand['type'], WorkplaceEvent['type']>;

const workplaceWalk: Walkable<Workplace, WorkplaceEvent, WorkplaceCommand, WorkplaceRefusal, undefined> = {
  decider: workplaceDecider,
  begins,
  // A reservation is for any match; whose place is filled or released, the step says.
  payload: (type, dice, { subject }) => (subject && !('lapsesOn' in subject) ? subject : DATA[BRINGS[type]](dice)),
  subjectOf: (type, data) =>
    (type === 'FillWorkplace' || type === 'ReleaseWorkplace') && 'matchId' in data ? data.matchId : type,
  replacement: ({ type }, dice) => DATA[type](dice),
  late: (occurredOn, dice) => {
    const type = dice.pick(['FunctionAdapted', 'WorkplaceReserved', 'WorkplaceFilled', 'WorkplaceReleased'] as const);
    return { type, occurredOn, data: DATA[type](dice) } as WorkplaceEvent;
  },
};

const { WithdrawWorkplace: _, ...otherOffers } = workplaceDecider.offers;

/** Places that nobody wishes to withdraw, so that matches come and go. */
const lastingWalk: typeof workplaceWalk = {
  ...workplaceWalk,
  decider: { ...workplaceDecider, offers: otherOffers as typeof workplaceDecider.offers },
};

describe('workplaces led by chance', () => {
  it('keep the invariant, hold one match at a time, and next steps are just what is accepted (P8, P9)', () => {
    const must = [
      ...Object.keys(workplaceDecider.offers),
      'late',
      'void',
      'overridden',
      'refused workplace-withdrawn',
      'refused before-offer',
    ];
    expect(unseenOf(must, workplaceWalk, { walks: 10, steps: 40 })).toEqual([]);
  }, 120_000);

  it('keep it also where they last (P8, P9)', () => {
    const must = ['ReserveWorkplace', 'FillWorkplace', 'ReleaseWorkplace', 'late', 'refused breaks-later'];
    const refusals = ['place-taken', 'already-reserved', 'already-filled', 'not-reserved', 'lapses-before-reservation'];
    expect(unseenOf([...must, ...refusals.map((code) => `refused ${code}`)], lastingWalk, { walks: 15, steps: 50 })).toEqual([]);
  }, 120_000);
});
