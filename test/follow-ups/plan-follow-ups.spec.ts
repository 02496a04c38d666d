import type { Code } from '../../src/kernel/fields.events.js';
import { NothingInForce } from '../../src/follow-ups/plan-follow-ups.js';
import { shelfOf } from '../../src/programme/shelf.js';
import { calendarPin, published, shelfWith } from '../examples/programme.examples.js';
import {
  checkInMissed,
  checkInRecorded,
  closed,
  day,
  goalChanged,
  noteAdded,
  offered,
  placed,
  placementEnded,
  placementStarted,
  reopened,
} from '../examples/trajectory.examples.js';
import { idOf, replaced, restored, voided } from '../harness/decider-spec.js';
import { testId } from '../harness/ids.js';
import { followUp, inShort, Life } from './lives.js';

const employed = Life.under().append('2019-11-04', ...placed({ on: '2019-11-04' }));
const fellDue = (followUpId = followUp(1)) =>
  ({ type: 'FollowUpFellDue', occurredOn: day('2019-11-18'), data: { followUpId, version: 1, step: 0 } }) as const;

describe('planFollowUps', () => {
  it('plans one with each side when a placement starts, and says by which rules (R-50, R-53, P12)', () => {
    const { planned } = employed;

    expect(planned[0]).toEqual({
      type: 'FollowUpPlanned',
      occurredOn: '2019-11-04',
      data: {
        followUpId: followUp(1),
        version: 1,
        ruleId: 'check-in-after-start',
        programmeVersion: 1,
        cause: idOf('PlacementStarted'),
        with: 'candidate',
        dueOn: '2019-11-18',
        dueAt: '2019-11-18T22:59:59.000000Z',
        calendar: calendarPin,
      },
    });
    expect(inShort(planned)).toEqual(['planned with candidate for 2019-11-18', 'planned with employer for 2019-11-18']);
    expect(new Set(planned.map(({ data }) => data.followUpId)).size).toBe(2);
  });

  it('plans nothing for an offer, and nothing twice (R-53)', () => {
    expect(Life.under().append('2019-10-03', offered({ on: '2019-10-03' })).planned).toEqual([]);
    expect(employed.again('2019-11-04')).toEqual([]);
    expect(employed.append('2019-11-05', noteAdded({ on: '2019-11-05' })).planned).toEqual([]);
  });

  it('is done with the side that was spoken to, by that check-in (R-51)', () => {
    const spoken = employed.append('2019-11-16', checkInRecorded({ on: '2019-11-15', with: 'employer' }));
    expect(spoken.planned).toEqual([
      { type: 'FollowUpDone', occurredOn: '2019-11-16', data: { followUpId: followUp(1, 1), by: idOf('CheckInRecorded') } },
    ]);
    expect(spoken.append('2019-11-20', checkInRecorded({ on: '2019-11-20', with: 'employer' })).planned).toEqual([]);
  });

  it('stays open when the check-in was missed (R-19, R-51)', () => {
    expect(employed.append('2019-11-18', checkInMissed({ on: '2019-11-18' })).planned).toEqual([]);
  });

  it('is not done by a check-in of another placement (R-51)', () => {
    const other = testId<'placement'>('placement', 'other');
    const both = employed.append('2019-11-05', placementStarted({ on: '2019-11-05', placementId: other }));
    const spoken = both.append('2019-11-10', checkInRecorded({ on: '2019-11-10', placementId: other }));
    expect(spoken.planned.map(({ data }) => data.followUpId)).toEqual([followUp(2, 0)]);
  });

  it('is released for both sides when the placement ends, also once it fell due (R-52)', () => {
    const over = employed.append('2019-11-18', fellDue()).append('2019-11-20', placementEnded({ on: '2019-11-19' }));
    expect(over.planned[0]).toEqual({
      type: 'FollowUpCancelled',
      occurredOn: '2019-11-20',
      data: { followUpId: followUp(1), by: idOf('PlacementEnded'), reason: 'released' },
    });
    expect(inShort(over.planned)).toEqual(['cancelled, released', 'cancelled, released']);
  });

  it('is planned anew when the ending is voided, under a new id, and taken back again when it is restored (R-54, P8)', () => {
    const over = employed.append('2019-11-10', placementEnded({ on: '2019-11-10' }));
    const notOver = over.append('2019-11-12', voided(idOf('PlacementEnded'), '2019-11-12'));
    expect(inShort(notOver.planned)).toEqual(['planned with candidate for 2019-11-18', 'planned with employer for 2019-11-18']);
    expect(notOver.planned[0].data.followUpId).toBe(followUp(3));

    const overAgain = notOver.append('2019-11-13', restored(idOf('PlacementEnded'), '2019-11-13'));
    expect(overAgain.planned.map(({ data }) => data.followUpId)).toEqual([followUp(3), followUp(3, 1)]);
    expect(inShort(overAgain.planned)).toEqual(['cancelled, released', 'cancelled, released']);
  });

  it('is planned anew when the check-in that settled it is voided, not when another settles it later (R-54, P8)', () => {
    const spoken = employed.append('2019-11-15', checkInRecorded({ on: '2019-11-15' }));
    const unspoken = spoken.append('2019-11-16', voided(idOf('CheckInRecorded'), '2019-11-16'));
    expect(inShort(unspoken.planned)).toEqual(['planned with candidate for 2019-11-18']);

    const twice = spoken.append('2019-11-17', checkInRecorded({ on: '2019-11-14' }));
    expect(twice.planned).toEqual([]);
  });

  it('says by what it was kept when the first evidence goes and another stands (R-51, R-54, P8)', () => {
    const twice = employed
      .append('2019-11-15', checkInRecorded({ on: '2019-11-15' }))
      .append('2019-11-17', checkInRecorded({ on: '2019-11-17' }));
    const other = twice.append('2019-11-18', voided(idOf('CheckInRecorded'), '2019-11-18'));
    expect(inShort(other.planned)).toEqual(['planned with candidate for 2019-11-18', 'done']);
    expect(other.planned[1].data).toEqual({ followUpId: followUp(4), by: idOf('CheckInRecorded', 1) });
    expect(other.again('2019-11-18')).toEqual([]);
  });

  it('moves with its cause, under the next version (R-55, P8)', () => {
    const start = placementStarted({ on: '2019-11-06' });
    const moved = employed.append('2019-11-07', replaced(idOf('PlacementStarted'), '2019-11-07', start));
    expect(moved.planned[0]).toEqual({
      type: 'FollowUpMoved',
      occurredOn: '2019-11-07',
      data: {
        followUpId: followUp(1),
        version: 2,
        dueOn: '2019-11-20',
        dueAt: '2019-11-20T22:59:59.000000Z',
        calendar: calendarPin,
      },
    });
    expect(inShort(moved.planned)).toEqual(['moved to 2019-11-20 as version 2', 'moved to 2019-11-20 as version 2']);

    const back = moved.append('2019-11-08', restored(idOf('PlacementStarted'), '2019-11-08'));
    expect(inShort(back.planned)).toEqual(['moved to 2019-11-18 as version 3', 'moved to 2019-11-18 as version 3']);
  });

  it('does not move once it fell due: it is cancelled and planned anew (R-55, P7, P8)', () => {
    const start = placementStarted({ on: '2019-11-12' });
    const moved = employed
      .append('2019-11-18', fellDue())
      .append('2019-11-19', replaced(idOf('PlacementStarted'), '2019-11-19', start));
    expect(inShort(moved.planned)).toEqual([
      'cancelled, moved-after-due',
      'planned with candidate for 2019-11-26',
      'moved to 2019-11-26 as version 2',
    ]);
    expect(moved.planned[1].data.followUpId).toBe(followUp(3));
  });

  it('is cancelled when its cause is voided, and planned anew when that is restored (R-54, R-56, P8)', () => {
    const never = employed.append('2019-11-05', voided(idOf('PlacementStarted'), '2019-11-05'));
    expect(never.planned[0].data).toEqual({ followUpId: followUp(1), by: idOf('PlacementStarted'), reason: 'cause-gone' });
    expect(inShort(never.planned)).toEqual(['cancelled, cause-gone', 'cancelled, cause-gone']);

    const after = never.append('2019-11-06', restored(idOf('PlacementStarted'), '2019-11-06'));
    expect(inShort(after.planned)).toEqual(['planned with candidate for 2019-11-18', 'planned with employer for 2019-11-18']);
  });

  it('is cancelled when the version of the programme that counts has the rule no longer (R-56)', () => {
    const without = employed.with(shelfWith({ followUps: [] }));
    expect(inShort(without.append('2019-11-05', noteAdded({ on: '2019-11-05' })).planned)).toEqual([
      'cancelled, rule-gone',
      'cancelled, rule-gone',
    ]);
  });

  it('entered late with what settled it, is planned and done; with what released it, leaves no trace (R-51, R-52, P8)', () => {
    const start = placed({ on: '2019-11-04' });
    const settled = Life.under().append('2020-01-10', ...start, checkInRecorded({ on: '2019-11-20' }));
    expect(inShort(settled.planned)).toEqual([
      'planned with candidate for 2019-11-18',
      'done',
      'planned with employer for 2019-11-18',
    ]);
    const released = Life.under().append('2020-01-10', ...start, placementEnded({ on: '2019-11-10' }));
    expect(released.planned).toEqual([]);
  });

  it('kept before it was released, though that was learned late, is planned and done (R-51, R-52, P8)', () => {
    const late = employed
      .append('2019-11-20', placementEnded({ on: '2019-11-19' }))
      .append('2019-11-25', checkInRecorded({ on: '2019-11-18' }));
    expect(inShort(late.planned)).toEqual(['planned with candidate for 2019-11-18', 'done']);
  });

  it('goes on when the trajectory is closed, as Meedoen Werkt has it (R-52)', () => {
    expect(employed.append('2019-11-10', closed({ on: '2019-11-10' })).planned).toEqual([]);
  });

  it('where a definition has the closing release it, comes back when that is undone (R-52, R-54)', () => {
    const [rule] = published().definition.followUps;
    const shelf = shelfWith({ followUps: [{ ...rule, releasedBy: ['TrajectoryClosed'] }] });
    const over = employed.with(shelf).append('2019-11-10', closed({ on: '2019-11-10' }));
    expect(inShort(over.planned)).toEqual(['cancelled, released', 'cancelled, released']);

    const on = over.append('2019-11-12', reopened({ on: '2019-11-12' }));
    expect(inShort(on.planned)).toEqual(['planned with candidate for 2019-11-18', 'planned with employer for 2019-11-18']);
    expect(inShort(on.append('2019-11-13', closed({ on: '2019-11-13' })).planned)).toEqual([
      'cancelled, released',
      'cancelled, released',
    ]);
  });

  it('tells two rules on one event apart, each with its own day (R-53)', () => {
    const [rule] = published().definition.followUps;
    const week = { ...rule, id: 'first-week' as Code<'rule'>, due: 'P1W' as typeof rule.due, with: ['employer'] as const };
    const started = Life.under(shelfWith({ followUps: [rule, week] })).append('2019-11-04', ...placed({ on: '2019-11-04' }));
    expect(inShort(started.planned)).toEqual([
      'planned with candidate for 2019-11-18',
      'planned with employer for 2019-11-18',
      'planned with employer for 2019-11-11',
    ]);
  });

  it('plans nothing in silence where no version of programme or calendar covers the day (R-50, P12)', () => {
    const story = placed({ on: '2019-11-04' });
    expect(() => Life.under(shelfOf([published()], [])).append('2019-11-04', ...story)).toThrow(NothingInForce);
    expect(() => Life.under(shelfOf([], [])).append('2019-11-04', ...story)).toThrow(
      new NothingInForce('programme', published().programmeId, day('2019-11-04')),
    );
  });

  it('leaves an event of the ledger that it does not know where it is (R-53)', () => {
    const strange = {
      type: 'FollowUpDone',
      occurredOn: day('2019-11-05'),
      data: { followUpId: testId<'follow-up'>('no'), by: idOf('x') },
    } as const;
    expect(employed.append('2019-11-05', strange, goalChanged({ on: '2019-11-05' })).planned).toEqual([]);
  });
});
