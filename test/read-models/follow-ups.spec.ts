import { dayFrom, dueAt, type Day } from '../../src/kernel/days.js';
import type { Code } from '../../src/kernel/fields.events.js';
import { streamIdOf, type FollowUpId } from '../../src/kernel/ids.js';
import { followUps } from '../../src/read-models/follow-ups/follow-ups.projection.js';
import { rowsOf } from '../../src/read-models/projection.js';
import type { LedgerEvent } from '../../src/trajectory/trajectory.events.js';
import { calendarPin } from '../examples/programme.examples.js';
import { idOf } from '../harness/decider-spec.js';
import { testId } from '../harness/ids.js';
import { eventTeller } from '../harness/tellers.js';
import { hengelo, storedOn } from './stored.js';

const stream = streamIdOf('trajectory', testId('trajectory', 'anna'));
const followUpId: FollowUpId = testId('follow-up', 'candidate');
const other: FollowUpId = testId('follow-up', 'employer');

const event = eventTeller<LedgerEvent>();
const due = (dueOn: Day) => ({ dueOn, dueAt: dueAt(dueOn), calendar: calendarPin });
const planned = event('FollowUpPlanned', {
  followUpId,
  version: 1,
  ruleId: 'check-in' as Code<'rule'>,
  programmeVersion: 1,
  cause: idOf('PlacementStarted'),
  with: 'candidate',
  ...due(dayFrom('2019-11-18')),
});
const moved = event('FollowUpMoved', { followUpId, version: 2, ...due(dayFrom('2019-11-25')) });
const fellDue = event('FollowUpFellDue', { followUpId, version: 1, step: 0 });
const done = event('FollowUpDone', { followUpId, by: idOf('CheckInRecorded') });
const cancelled = event('FollowUpCancelled', { followUpId, by: idOf('PlacementEnded'), reason: 'released' });

const rowAfter = (...events: readonly LedgerEvent[]) => rowsOf(followUps, storedOn(stream, events)).get(followUpId);
const on = '2019-11-04';

describe('the follow-ups', () => {
  it('wait for their due instant as planned (P7)', () => {
    expect(rowAfter(planned({ on }))).toEqual({
      tenant: hengelo,
      streamId: stream,
      followUpId,
      ruleId: 'check-in',
      cause: idOf('PlacementStarted'),
      with: 'candidate',
      dueOn: '2019-11-18',
      dueAt: '2019-11-18T22:59:59.000000Z',
      version: 1,
      status: 'planned',
      step: 0,
      stepAt: '2019-11-18T22:59:59.000000Z',
    });
  });

  it('wait for another instant under another version when moved (P7)', () => {
    expect(rowAfter(planned({ on }), moved({ on: '2019-11-06' }))).toMatchObject({
      dueOn: '2019-11-25',
      version: 2,
      status: 'planned',
      step: 0,
      stepAt: '2019-11-25T22:59:59.000000Z',
    });
  });

  it.each([
    ['due once they fell due', [fellDue({ on: '2019-11-18' })], 'due'],
    ['done before they fell due', [done({ on: '2019-11-10' })], 'done'],
    ['done after they fell due', [fellDue({ on: '2019-11-18' }), done({ on: '2019-11-20' })], 'done'],
    ['cancelled', [cancelled({ on: '2019-11-10' })], 'cancelled'],
  ] as const)('are %s, and have no step to come (P7)', (_, events, status) => {
    expect(rowAfter(planned({ on }), ...events)).toMatchObject({ status, step: null, stepAt: null });
  });

  it('are one row each, with both parties (P7)', () => {
    const both = [planned({ on }), planned({ on, followUpId: other, with: 'employer' }), done({ on: '2019-11-10' })];
    const made = rowsOf(followUps, storedOn(stream, both));

    expect([...made.values()].map(({ with: side, status }) => [side, status])).toEqual([
      ['candidate', 'done'],
      ['employer', 'planned'],
    ]);
  });

  it('are no row where nothing was planned', () => {
    expect(rowAfter(moved({ on }), fellDue({ on }), done({ on }), cancelled({ on }))).toBeUndefined();
  });

  it('follow the order in which the ledger was written, not the days it names', () => {
    expect(rowAfter(planned({ on: '2019-11-04' }), moved({ on: '2019-11-06' }), done({ on: '2019-11-05' }))?.status).toBe('done');
  });
});
