import { addDays, laterOf, type Day } from '../../../src/kernel/days.js';
import { assertNever, type Decider, type Of } from '../../../src/kernel/decider.js';
import type { Command } from '../../../src/kernel/messages.js';
import { toyVocabulary, type ToyEvent } from './toy.events.js';

export type Side = 'candidate' | 'employer';
type Benefit = 'ww' | 'bijstand';
type Match = Readonly<{ candidate: Day | null; employer: Day | null; made: Day | null }>;
type Placement = Readonly<{ matchId: string; since: Day; until: Day; endedOn: Day | null; talks: number }>;

export type Toy = Readonly<{
  openedOn: Day | null;
  plannedOn: Day | null;
  plans: ReadonlySet<string>;
  matches: ReadonlyMap<string, Match>;
  placements: ReadonlyMap<string, Placement>;
  closedOn: Day | null;
  benefits: ReadonlySet<Benefit>;
  reminders: ReadonlyMap<string, Readonly<{ placementId: string; sent: boolean }>>;
}>;

export type ToyCommand =
  | Command<'Open', { candidateId: string }>
  | Command<'MakePlan', Record<never, never>>
  | Command<'ProposeMatch', Record<never, never>>
  | Command<'SayYes', { matchId: string; by: Side }>
  | Command<'RecordMatch', { matchId: string }>
  | Command<'Place', { matchId: string; days: number }>
  | Command<'Talk', { placementId: string; rating: number }>
  | Command<'EndPlacement', { placementId: string }>
  | Command<'Close', Record<never, never>>
  | Command<'Reopen', Record<never, never>>
  | Command<'SeeBenefit', { benefit: Benefit; started: boolean }>
  | Command<'SetReminder', { placementId: string }>
  | Command<'SendReminder', { reminderId: string }>;

export type ToyRefusal = Readonly<
  | {
      code:
        | 'already-open'
        | 'not-open'
        | 'no-plan'
        | 'not-closed'
        | 'already-closed'
        | 'benefit-as-it-was'
        | 'no-match'
        | 'no-placement';
    }
  | { code: 'before-start' | 'after-closing'; occurredOn: Day }
  | {
      code: 'id-in-use' | 'no-such-match' | 'no-such-placement' | 'no-such-reminder' | 'already-sent' | 'already-ended';
      id: string;
    }
  | { code: 'already-said' | 'not-both-said' | 'already-made' | 'not-made' | 'already-placed' | 'placement-running'; id: string }
  | { code: 'too-short'; days: number; rules: number }
  | { code: 'outside-placement'; since: Day; until: Day }
>;

type Rules = Readonly<{ version: number; minDays: number }>;
const RULES: readonly Rules[] = [
  { version: 0, minDays: 3 },
  { version: 1, minDays: 10 },
];
const rulesOn = (day: Day): Rules => RULES[day < '2020-01-01' ? 0 : 1];

const initial: Toy = {
  openedOn: null,
  plannedOn: null,
  plans: new Set(),
  matches: new Map(),
  placements: new Map(),
  closedOn: null,
  benefits: new Set(),
  reminders: new Map(),
};

const put = <V>(map: ReadonlyMap<string, V>, id: string, value: V): ReadonlyMap<string, V> => new Map(map).set(id, value);
const change = <V>(map: ReadonlyMap<string, V>, id: string, by: Partial<V>): ReadonlyMap<string, V> =>
  map.has(id) ? put(map, id, { ...map.get(id)!, ...by }) : map;

function evolve(state: Toy, event: ToyEvent): Toy {
  const { occurredOn } = event;
  switch (event.type) {
    case 'Opened':
      return { ...state, openedOn: occurredOn };
    case 'PlanMade':
      return { ...state, plannedOn: state.plannedOn ?? occurredOn, plans: new Set(state.plans).add(event.data.planId) };
    case 'MatchProposed':
      return { ...state, matches: put(state.matches, event.data.matchId, { candidate: null, employer: null, made: null }) };
    case 'YesSaid':
      return { ...state, matches: change(state.matches, event.data.matchId, { [event.data.by]: occurredOn }) };
    case 'MatchMade':
      return { ...state, matches: change(state.matches, event.data.matchId, { made: occurredOn }) };
    case 'Placed':
      return { ...state, placements: put(state.placements, event.data.placementId, placementBy(event)) };
    case 'Talked': {
      const talks = (state.placements.get(event.data.placementId)?.talks ?? 0) + 1;
      return { ...state, placements: change(state.placements, event.data.placementId, { talks }) };
    }
    case 'PlacementEnded':
      return { ...state, placements: change(state.placements, event.data.placementId, { endedOn: occurredOn }) };
    case 'Closed':
      return { ...state, closedOn: occurredOn };
    case 'Reopened':
      return { ...state, closedOn: null };
    case 'BenefitStarted':
      return { ...state, benefits: new Set(state.benefits).add(event.data.benefit) };
    case 'BenefitEnded':
      return { ...state, benefits: new Set([...state.benefits].filter((one) => one !== event.data.benefit)) };
    case 'ReminderSet':
      return { ...state, reminders: put(state.reminders, event.data.reminderId, { ...event.data, sent: false }) };
    case 'ReminderSent':
      return { ...state, reminders: change(state.reminders, event.data.reminderId, { sent: true }) };
    default:
      return assertNever(event);
  }
}

const placementBy = ({ occurredOn, data }: Of<ToyEvent, 'Placed'>): Placement => ({
  matchId: data.matchId,
  since: occurredOn,
  until: data.until,
  endedOn: null,
  talks: 0,
});

const within = ({ since, until, endedOn }: Placement, day: Day): boolean =>
  since <= day && day <= until && (!endedOn || day <= endedOn);

/** What holds for every event of a running life. */
function judgeLife({ occurredOn }: ToyEvent, { openedOn, closedOn }: Toy): ToyRefusal | undefined {
  if (!openedOn) return { code: 'not-open' };
  if (occurredOn < openedOn) return { code: 'before-start', occurredOn };
  if (closedOn && occurredOn > closedOn) return { code: 'after-closing', occurredOn };
}

function judgePlacementDay(event: Of<ToyEvent, 'Talked' | 'PlacementEnded'>, state: Toy): ToyRefusal | undefined {
  const placement = state.placements.get(event.data.placementId);
  if (!placement) return { code: 'no-such-placement', id: event.data.placementId };
  if (!within(placement, event.occurredOn))
    return { code: 'outside-placement', since: placement.since, until: placement.endedOn ?? placement.until };
}

function judgeYes(event: Of<ToyEvent, 'YesSaid'>, { matches }: Toy): ToyRefusal | undefined {
  const { matchId: id, by } = event.data;
  const match = matches.get(id);
  if (!match) return { code: 'no-such-match', id };
  if (match[by]) return { code: 'already-said', id };
}

function judgeMade({ data: { matchId: id } }: Of<ToyEvent, 'MatchMade'>, { matches }: Toy): ToyRefusal | undefined {
  const match = matches.get(id);
  if (!match) return { code: 'no-such-match', id };
  if (match.made) return { code: 'already-made', id };
  if (!match.candidate || !match.employer) return { code: 'not-both-said', id };
}

function judgePlaced({ occurredOn, data }: Of<ToyEvent, 'Placed'>, state: Toy, rules: Rules): ToyRefusal | undefined {
  if (state.placements.has(data.placementId)) return { code: 'id-in-use', id: data.placementId };
  if (!state.plannedOn) return { code: 'no-plan' };
  if (!state.matches.get(data.matchId)?.made) return { code: 'not-made', id: data.matchId };
  const running = [...state.placements.values()].find((one) => one.matchId === data.matchId);
  if (running) return { code: 'already-placed', id: data.matchId };
  if (data.until < addDays(occurredOn, rules.minDays)) return { code: 'too-short', days: rules.minDays, rules: rules.version };
}

function judgeClosed({ occurredOn }: Of<ToyEvent, 'Closed'>, { closedOn, placements }: Toy): ToyRefusal | undefined {
  if (closedOn) return { code: 'already-closed' };
  for (const [id, placement] of placements)
    if (!placement.endedOn && placement.until >= occurredOn) return { code: 'placement-running', id };
}

function judgeReminder({ data }: Of<ToyEvent, 'ReminderSet'>, { placements, reminders }: Toy): ToyRefusal | undefined {
  if (reminders.has(data.reminderId)) return { code: 'id-in-use', id: data.reminderId };
  if (!placements.has(data.placementId)) return { code: 'no-such-placement', id: data.placementId };
}

function judgeSent({ data: { reminderId: id } }: Of<ToyEvent, 'ReminderSent'>, { reminders }: Toy): ToyRefusal | undefined {
  if (!reminders.has(id)) return { code: 'no-such-reminder', id };
  if (reminders.get(id)!.sent) return { code: 'already-sent', id };
}

const inLife =
  <T extends ToyEvent>(judge: (event: T, before: Toy, rules: Rules) => ToyRefusal | undefined) =>
  (event: T, before: Toy, rules: Rules): ToyRefusal | undefined =>
    judgeLife(event, before) ?? judge(event, before, rules);

const judge: Decider<Toy, ToyEvent, ToyCommand, ToyRefusal, Rules>['judge'] = {
  Opened: (_, { openedOn }) => (openedOn ? { code: 'already-open' } : undefined),
  PlanMade: inLife(({ data }, { plans }) => (plans.has(data.planId) ? { code: 'id-in-use', id: data.planId } : undefined)),
  MatchProposed: inLife(({ data }, { matches }) =>
    matches.has(data.matchId) ? { code: 'id-in-use', id: data.matchId } : undefined,
  ),
  YesSaid: inLife(judgeYes),
  MatchMade: inLife(judgeMade),
  Placed: inLife(judgePlaced),
  Talked: inLife(judgePlacementDay),
  PlacementEnded: inLife((event, state) =>
    state.placements.get(event.data.placementId)?.endedOn
      ? { code: 'already-ended', id: event.data.placementId }
      : judgePlacementDay(event, state),
  ),
  Closed: inLife(judgeClosed),
  Reopened: (event, state) => (state.closedOn ? undefined : (judgeLife(event, state) ?? { code: 'not-closed' })),
  BenefitStarted: ({ data }, { benefits }) => (benefits.has(data.benefit) ? { code: 'benefit-as-it-was' } : undefined),
  BenefitEnded: ({ data }, { benefits }) => (benefits.has(data.benefit) ? undefined : { code: 'benefit-as-it-was' }),
  ReminderSet: judgeReminder,
  ReminderSent: judgeSent,
};

const propose: Decider<Toy, ToyEvent, ToyCommand, ToyRefusal, Rules>['propose'] = {
  Open: ({ on, data }) => [{ type: 'Opened', occurredOn: on, data: { ...data, round: 1 } }],
  MakePlan: ({ on, meta }) => [{ type: 'PlanMade', occurredOn: on, data: { planId: meta.newId('plan') } }],
  ProposeMatch: ({ on, meta }) => [{ type: 'MatchProposed', occurredOn: on, data: { matchId: meta.newId('match') } }],
  SayYes: ({ on, data }, _, { matches }) => {
    const yes = { type: 'YesSaid', occurredOn: on, data } as const;
    const match = matches.get(data.matchId);
    const other = match?.[data.by === 'candidate' ? 'employer' : 'candidate'];
    if (!other || match.made) return [yes];
    return [yes, { type: 'MatchMade', occurredOn: laterOf(on, other), data: { matchId: data.matchId } }];
  },
  RecordMatch: ({ on, data }) => [{ type: 'MatchMade', occurredOn: on, data }],
  Place: ({ on, data: { matchId, days }, meta }, ...[, , rulesAt]) => {
    const data = { placementId: meta.newId('placement'), matchId, until: addDays(on, days), rules: rulesAt(on).version };
    return [{ type: 'Placed', occurredOn: on, data }];
  },
  Talk: ({ on, data }) => [{ type: 'Talked', occurredOn: on, data }],
  EndPlacement: ({ on, data }) => [{ type: 'PlacementEnded', occurredOn: on, data }],
  Close: ({ on }) => [{ type: 'Closed', occurredOn: on, data: {} }],
  Reopen: ({ on }) => [{ type: 'Reopened', occurredOn: on, data: {} }],
  SeeBenefit: ({ on, data: { benefit, started } }) => [
    { type: started ? 'BenefitStarted' : 'BenefitEnded', occurredOn: on, data: { benefit } },
  ],
  SetReminder: ({ data, meta }) => [
    { type: 'ReminderSet', occurredOn: meta.today, data: { reminderId: meta.newId('reminder'), ...data } },
  ],
  SendReminder: ({ data, meta }) => [{ type: 'ReminderSent', occurredOn: meta.today, data }],
};

const ONE = [{}];

const offers: Decider<Toy, ToyEvent, ToyCommand, ToyRefusal, Rules>['offers'] = {
  Open: () => ({ subjects: [{ candidateId: '00000000-0000-5000-a000-000000000000' }], none: 'already-open' }),
  MakePlan: () => ({ subjects: ONE, none: 'not-open' }),
  ProposeMatch: () => ({ subjects: ONE, none: 'not-open' }),
  SayYes: ({ matches }) => ({
    subjects: [...matches.keys()].flatMap((matchId) => [
      { matchId, by: 'candidate' as const },
      { matchId, by: 'employer' as const },
    ]),
    none: 'no-match',
  }),
  RecordMatch: ({ matches }) => ({ subjects: [...matches.keys()].map((matchId) => ({ matchId })), none: 'no-match' }),
  Place: ({ matches }) => ({ subjects: [...matches.keys()].map((matchId) => ({ matchId, days: 30 })), none: 'no-match' }),
  Talk: ({ placements }) => ({
    subjects: [...placements.keys()].map((placementId) => ({ placementId, rating: 3 })),
    none: 'no-placement',
  }),
  EndPlacement: ({ placements }) => ({
    subjects: [...placements.keys()].map((placementId) => ({ placementId })),
    none: 'no-placement',
  }),
  Close: () => ({ subjects: ONE, none: 'not-open' }),
  Reopen: () => ({ subjects: ONE, none: 'not-open' }),
  SeeBenefit: () => ({
    subjects: (['ww', 'bijstand'] as const).flatMap((benefit) => [true, false].map((started) => ({ benefit, started }))),
    none: 'benefit-as-it-was',
  }),
  SetReminder: ({ placements }) => ({
    subjects: [...placements.keys()].map((placementId) => ({ placementId })),
    none: 'no-placement',
  }),
  SendReminder: ({ reminders }) => ({
    subjects: [...reminders.keys()].map((reminderId) => ({ reminderId })),
    none: 'no-placement',
  }),
};

/** The toy as a decider; what each part does is what a real stream does, in small. */
export const toyDecider: Decider<Toy, ToyEvent, ToyCommand, ToyRefusal, Rules> = {
  vocabulary: toyVocabulary,
  initial,
  evolve,
  propose,
  offers,
  judge,
  judgedOnce: new Set(['BenefitStarted', 'BenefitEnded'] as const),
  ledger: new Set(['ReminderSet', 'ReminderSent'] as const),
  rulesOn,
  rulesFor: (event) => (event.type === 'Placed' ? RULES[event.data.rules] : rulesOn(event.occurredOn)),
  keeps: {
    Opened: ['candidateId'],
    PlanMade: ['planId'],
    MatchProposed: ['matchId'],
    Placed: ['placementId'],
  },
};
