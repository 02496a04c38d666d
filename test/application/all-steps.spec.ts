import type { DueStep, OpenSteps } from '../../src/application/ports/follow-ups.js';
import { allSteps } from '../../src/application/time/all-steps.js';
import { dueAt, type Day, type Instant } from '../../src/kernel/days.js';
import type { FollowUpId, MatchId, TenantId, WorkplaceId } from '../../src/kernel/ids.js';

const stands = { tenant: 'hengelo' as TenantId, streamId: 'trajectory-1', version: 2 } as const;
const on = (day: string): Instant => dueAt(day as Day);
const followUp = (followUpId: string, day: string, step: 0 | 1 = 0): DueStep => ({
  ...stands,
  followUpId: followUpId as FollowUpId,
  step,
  at: on(day),
});
const lapse = (matchId: string, day: string): DueStep => ({
  ...stands,
  matchId: matchId as MatchId,
  workplaceId: 'w' as WorkplaceId,
  step: 'lapse',
  at: on(day),
});

/** A projection with these steps, in their order. */
const source = (...steps: readonly DueStep[]): OpenSteps => ({
  upTo: (instant, limit) => Promise.resolve(steps.filter(({ at }) => at <= instant).slice(0, limit)),
});

describe('the steps of several projections', () => {
  const [a, b, c] = [followUp('a', '2019-10-01'), followUp('c', '2019-10-02'), followUp('c', '2019-10-02', 1)];
  const [d, e] = [lapse('b', '2019-10-02'), lapse('d', '2019-10-02')];
  const all = allSteps(source(a, b, c), source(d, e));

  it('come by instant, then by id, then by step (R-507)', async () => {
    expect(await all.upTo(on('2019-10-02'), 10)).toEqual([a, d, b, c, e]);
    expect(await all.upTo(on('2019-10-01'), 10)).toEqual([a]);
  });

  it('are no more than are asked for, the earliest of all (R-507)', async () => {
    expect(await all.upTo(on('2019-10-02'), 2)).toEqual([a, d]);
    expect(await allSteps().upTo(on('2019-10-02'), 2)).toEqual([]);
  });
});
