import { addDays, addMicroseconds, startOf, type Day } from '../../../src/kernel/days.js';
import type { History } from '../../../src/kernel/history.js';
import { testId } from '../../harness/ids.js';
import type { ToyEvent } from './toy.events.js';

const BEGIN = '2019-09-05' as Day;

/** A long life of so many events: one running placement, talked about every other day, one talk in ten corrected. */
export function lifeOf(size: number): { history: History<ToyEvent>; today: Day; placementId: string } {
  const [planId, matchId, placementId] = ['plan', 'match', 'placement'].map((name) => testId(name));
  const on = (days: number): Day => addDays(BEGIN, days);
  const start: ToyEvent[] = [
    { type: 'Opened', occurredOn: on(0), data: { candidateId: testId('candidate'), round: 1 } },
    { type: 'PlanMade', occurredOn: on(1), data: { planId } },
    { type: 'MatchProposed', occurredOn: on(2), data: { matchId } },
    { type: 'YesSaid', occurredOn: on(3), data: { matchId, by: 'candidate' } },
    { type: 'YesSaid', occurredOn: on(4), data: { matchId, by: 'employer' } },
    { type: 'MatchMade', occurredOn: on(4), data: { matchId } },
    { type: 'Placed', occurredOn: on(5), data: { placementId, matchId, until: on(20 + 2 * size), rules: 0 } },
  ];
  const eventId = (at: number) => testId<'event'>('life', at);

  const history = Array.from({ length: size }, (_, at) => {
    const day = on(at < start.length ? at : 2 * at);
    const recordedAt = addMicroseconds(startOf(day), at);
    const frame = { eventId: eventId(at), version: at + 1, recordedAt, sealedAt: recordedAt, sealed: null };
    if (at < start.length) return { ...start[at], ...frame };

    const talk = { occurredOn: on(2 * at - 3), data: { placementId, rating: 4 } };
    if (at % 10 !== 9) return { type: 'Talked' as const, ...talk, ...frame };
    const replacement = { type: 'Talked', schemaVersion: 1, ...talk, sealed: 'kept' as const };
    const why = { corrects: eventId(at - 1), reason: 'wrong-day' as const, requestedBy: 'candidate' as const };
    return {
      type: 'EventCorrected' as const,
      occurredOn: day,
      data: { kind: 'replace' as const, ...why, replacement },
      ...frame,
    };
  });
  return { history, today: on(2 * size), placementId };
}
