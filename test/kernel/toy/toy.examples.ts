import { dayFrom } from '../../../src/kernel/days.js';
import { testId } from '../../harness/ids.js';
import type { Wish } from '../../harness/decider-spec.js';
import type { Side, ToyCommand } from './toy.js';
import type { ToyEvent } from './toy.events.js';

/** Events and commands of the small life, with one of each thing unless another is named. */
export const candidateId = testId('candidate');
export const matchId = testId('match');
export const placementId = testId('placement');
export const planId = testId('plan');
export const reminderId = testId('reminder');

const on = (day: string) => ({ occurredOn: dayFrom(day) });

export const opened = (day: string, round = 1): ToyEvent => ({ type: 'Opened', ...on(day), data: { candidateId, round } });
export const planMade = (day: string, id: string = planId): ToyEvent => ({ type: 'PlanMade', ...on(day), data: { planId: id } });
export const proposed = (day: string, id: string = matchId): ToyEvent => ({
  type: 'MatchProposed',
  ...on(day),
  data: { matchId: id },
});
export const yes = (day: string, by: Side): ToyEvent => ({ type: 'YesSaid', ...on(day), data: { matchId, by } });
export const matchMade = (day: string): ToyEvent => ({ type: 'MatchMade', ...on(day), data: { matchId } });
export const placed = (day: string, until: string, rules = 0): ToyEvent => ({
  type: 'Placed',
  ...on(day),
  data: { placementId, matchId, until: dayFrom(until), rules },
});
export const talked = (day: string, rating = 3): ToyEvent => ({ type: 'Talked', ...on(day), data: { placementId, rating } });
export const ended = (day: string): ToyEvent => ({ type: 'PlacementEnded', ...on(day), data: { placementId } });
export const closed = (day: string): ToyEvent => ({ type: 'Closed', ...on(day), data: {} });
export const reopened = (day: string): ToyEvent => ({ type: 'Reopened', ...on(day), data: {} });
export const benefitStarted = (day: string): ToyEvent => ({ type: 'BenefitStarted', ...on(day), data: { benefit: 'ww' } });
export const reminderSet = (day: string): ToyEvent => ({ type: 'ReminderSet', ...on(day), data: { reminderId, placementId } });
export const reminderSent = (day: string): ToyEvent => ({ type: 'ReminderSent', ...on(day), data: { reminderId } });

/** From the beginning on 5 September 2019 to a placement that runs from 1 October to 31 December. */
export const placedLife = (): ToyEvent[] => [
  opened('2019-09-05'),
  planMade('2019-09-10'),
  proposed('2019-09-12'),
  yes('2019-09-13', 'candidate'),
  yes('2019-09-16', 'employer'),
  matchMade('2019-09-16'),
  placed('2019-10-01', '2019-12-31'),
];

export const wish = <T extends ToyCommand['type']>(
  type: T,
  day: string | undefined,
  data: Extract<ToyCommand, { type: T }>['data'],
): Wish<ToyCommand> => ({ type, ...(day !== undefined && { on: dayFrom(day) }), data }) as Wish<ToyCommand>;
