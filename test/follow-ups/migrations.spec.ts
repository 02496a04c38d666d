import type { Period } from '../../src/kernel/days.js';
import { weekdayOf, type Day } from '../../src/kernel/days.js';
import type { Code } from '../../src/kernel/fields.events.js';
import type { Definition, FollowUpRule } from '../../src/programme/programme.events.js';
import { shelfOf, type Shelf } from '../../src/programme/shelf.js';
import { migrated } from '../examples/migration.examples.js';
import { calendar, meedoenWerkt, published } from '../examples/programme.examples.js';
import {
  checkInRecorded,
  closed,
  day,
  goalSet,
  noteAdded,
  placed,
  placementEnded,
  placementStarted,
  started,
} from '../examples/trajectory.examples.js';
import { idOf, replaced, restored, voided } from '../harness/decider-spec.js';
import { followUp, inShort, Life } from './lives.js';

const [rule] = meedoenWerkt.followUps;
const id = (name: string) => name as Code<'rule'>;
const period = (text: string) => text as Period;
const asking = (changes: Partial<FollowUpRule>): FollowUpRule => ({ ...rule, with: ['candidate'], ...changes });

/** Version 1 asks the candidate after two weeks; version 2 says what these changes say. */
const shelfTo = (changes: Partial<Definition>, days = calendar()): Shelf =>
  shelfOf(
    [
      published({ followUps: [asking({})] }),
      published({ followUps: [asking({})], ...changes }, { version: 2, validFrom: '2019-11-06' }),
    ],
    [days],
  );
const asked = (due: string): Partial<Definition> => ({ followUps: [asking({ due: period(due) })] });
const employed = (shelf: Shelf) => Life.under(shelf).append('2019-11-04', ...placed({ on: '2019-11-04' }));
const migratedOn = (shelf: Shelf, on: string) => employed(shelf).append(on, migrated({ on }));
const fellDue = (on: string, version = 1) =>
  ({ type: 'FollowUpFellDue', occurredOn: day(on), data: { followUpId: followUp(1), version, step: 0 } }) as const;

describe('follow-ups of a trajectory that comes under another version', () => {
  it('of a rule that says the same stay as they are, also those that are due today or were yesterday (R-333)', () => {
    for (const on of ['2019-11-06', '2019-11-18', '2019-11-19']) {
      const life = migratedOn(shelfTo({}), on);
      expect(life.planned).toEqual([]);
      expect(life.standing).toEqual(['check-in-after-start with candidate: 2019-11-18']);
    }
  });

  it('move to the day that the rule says now (R-333)', () => {
    const life = migratedOn(shelfTo(asked('P21D')), '2019-11-18');
    expect(inShort(life.planned)).toEqual(['moved to 2019-11-25 as version 2']);
    expect(life.again('2019-12-31')).toEqual([]);
  });

  it.each([
    { on: '2019-11-10', due: '2019-11-11' },
    { on: '2019-11-11', due: '2019-11-11' },
    { on: '2019-11-12', due: '2019-11-12' },
  ])('never move to a day before the migration: on $on to $due (R-333)', ({ on, due }) => {
    expect(inShort(migratedOn(shelfTo(asked('P7D')), on).planned)).toEqual([`moved to ${due} as version 2`]);
  });

  it('move to the first working day from the day on which it was recorded, also where it took place before (R-333)', () => {
    const onWeekdays = (date: Day): boolean => weekdayOf(date) <= 5;
    const life = employed(shelfTo(asked('P3D'), calendar(onWeekdays)));
    const late = life.append('2019-11-09', migrated({ on: '2019-11-08', followUpsFrom: day('2019-11-09') }));
    expect(inShort(late.planned)).toEqual(['moved to 2019-11-11 as version 2']);
    expect(late.again('2019-11-30')).toEqual([]);
  });

  it('that fell due stay as they are, and are done by the rule of now (R-333, P7)', () => {
    const due = employed(shelfTo(asked('P28D'))).append('2019-11-18', fellDue('2019-11-18'));
    const life = due.append('2019-11-20', migrated({ on: '2019-11-20' }));
    expect(life.planned).toEqual([]);
    expect(inShort(life.append('2019-11-21', checkInRecorded({ on: '2019-11-21' })).planned)).toEqual(['done']);
  });

  it('that fell due are cancelled and planned anew, by the rule of now, when their cause moves after that (R-55, R-333, P7)', () => {
    const life = employed(shelfTo(asked('P28D')))
      .append('2019-11-18', fellDue('2019-11-18'))
      .append('2019-11-20', migrated({ on: '2019-11-20' }))
      .append('2019-11-21', replaced(idOf('PlacementStarted'), '2019-11-21', placementStarted({ on: '2019-11-05' })));
    expect(inShort(life.planned)).toEqual(['cancelled, moved-after-due', 'planned with candidate for 2019-12-03']);
    expect(life.again('2019-11-21')).toEqual([]);
  });

  it('of a rule that goes on under another name are the same (R-333)', () => {
    const renamed = shelfTo({
      followUps: [asking({ id: id('first-talk'), due: period('P21D') })],
      mapping: { followUps: [{ was: rule.id, is: id('first-talk') }] },
    });
    const life = migratedOn(renamed, '2019-11-10');
    expect(inShort(life.planned)).toEqual(['moved to 2019-11-25 as version 2']);
    const done = life.append('2019-11-12', checkInRecorded({ on: '2019-11-12' }));
    expect(done.planned).toEqual([
      expect.objectContaining({ type: 'FollowUpDone', data: { followUpId: followUp(1), by: idOf('CheckInRecorded') } }),
    ]);

    const notDone = done.append('2019-11-13', voided(idOf('CheckInRecorded'), '2019-11-13'));
    expect(notDone.planned).toEqual([
      expect.objectContaining({
        data: expect.objectContaining({ ruleId: 'first-talk', programmeVersion: 2, dueOn: '2019-11-25' }),
      }),
    ]);
    expect(inShort(notDone.append('2019-11-14', checkInRecorded({ on: '2019-11-14' })).planned)).toEqual(['done']);
  });

  it('of a rule that goes on as none are cancelled by the migration, also those that fell due; done ones stay done (R-333)', () => {
    const shelf = shelfTo({ followUps: [], mapping: { followUps: [{ was: rule.id, is: null }] } });
    const cancelled = {
      type: 'FollowUpCancelled',
      occurredOn: '2019-11-20',
      data: { followUpId: followUp(1), by: idOf('ProgrammeVersionMigrated'), reason: 'rule-removed' },
    };
    const life = migratedOn(shelf, '2019-11-20');
    expect(life.planned).toEqual([cancelled]);
    expect(life.again('2019-11-21')).toEqual([]);
    const due = employed(shelf).append('2019-11-18', fellDue('2019-11-18'));
    expect(due.append('2019-11-20', migrated({ on: '2019-11-20' })).planned).toEqual([cancelled]);
    const done = employed(shelf).append('2019-11-10', checkInRecorded({ on: '2019-11-10' }));
    expect(done.append('2019-11-20', migrated({ on: '2019-11-20' })).planned).toEqual([]);
  });

  it('are cancelled for a side with which the rule is no longer, or when it is promised by something else (R-333)', () => {
    const both = shelfOf([published(), published({ followUps: [asking({})] }, { version: 2 })], [calendar()]);
    expect(inShort(migratedOn(both, '2019-11-06').planned)).toEqual(['cancelled, rule-removed']);
    const elsewhere = shelfTo({ followUps: [asking({ on: 'IntakeHeld' })] });
    expect(inShort(migratedOn(elsewhere, '2019-11-06').planned)).toEqual(['cancelled, rule-removed']);
  });

  it('settle and release by the rules under which it happened: what was done stays done (R-333)', () => {
    const other = shelfTo({ followUps: [asking({ settledBy: ['SupportGiven'], releasedBy: ['TrajectoryClosed'] })] });
    const done = employed(other).append('2019-11-10', checkInRecorded({ on: '2019-11-10' }));
    expect(done.append('2019-11-20', migrated({ on: '2019-11-20' })).planned).toEqual([]);
    const ended = employed(other).append('2019-11-10', placementEnded({ on: '2019-11-10' }));
    expect(ended.append('2019-11-20', migrated({ on: '2019-11-20' })).planned).toEqual([]);

    const open = migratedOn(other, '2019-11-10');
    expect(open.append('2019-11-12', checkInRecorded({ on: '2019-11-12' })).planned).toEqual([]);
    expect(inShort(open.append('2019-11-12', closed({ on: '2019-11-12' })).planned)).toEqual(['cancelled, released']);
    expect(inShort(open.append('2019-11-12', checkInRecorded({ on: '2019-11-09' })).planned)).toEqual(['done']);
  });

  it('that the migration brought about are taken back with it, and the others stand as before; restored, as after it (R-333, P8)', () => {
    const both = { followUps: [asking({ due: period('P21D') }), asking({ id: id('review'), due: period('P30D') })] };
    const life = migratedOn(shelfTo(both), '2019-11-10');
    expect(life.standing).toEqual(['check-in-after-start with candidate: 2019-11-25', 'review with candidate: 2019-12-10']);
    const undone = life.append('2019-11-11', voided(idOf('ProgrammeVersionMigrated'), '2019-11-11'));
    expect(undone.standing).toEqual(['check-in-after-start with candidate: 2019-11-18', 'review with candidate: rule-gone']);
    const again = undone.append('2019-11-12', restored(idOf('ProgrammeVersionMigrated'), '2019-11-12'));
    expect(again.standing).toEqual([
      'check-in-after-start with candidate: 2019-11-25',
      'review with candidate: rule-gone',
      'review with candidate: 2019-12-10',
    ]);
    expect(again.again('2019-11-12')).toEqual([]);
  });
});

describe('what a later version newly promises', () => {
  const review = asking({ id: id('review'), due: period('P30D') });
  const withReview = { followUps: [asking({}), review] };

  it.each([
    { when: 'over 29 February', on: '2020-02-01', due: '2020-03-02' },
    { when: 'over the end of the year', on: '2019-12-15', due: '2020-01-14' },
    { when: 'over the clock going forward', on: '2020-03-14', due: '2020-04-13' },
    { when: 'over the clock going back', on: '2020-10-10', due: '2020-11-09' },
  ])('counts from the day of the migration, $when (R-334)', ({ on, due }) => {
    const life = employed(shelfTo(withReview))
      .append('2019-11-10', checkInRecorded({ on: '2019-11-10' }))
      .append('2019-11-11', placementStarted({ on: '2019-11-11' }));
    expect(life.append(on, migrated({ on })).standing.at(-1)).toBe(`review with candidate: ${due}`);
  });

  it('counts for what happens after it from that itself (R-334)', () => {
    const life = Life.under(shelfTo(withReview))
      .append('2019-11-06', started({ on: '2019-10-03' }), migrated({ on: '2019-11-06' }))
      .append('2019-12-04', ...placed({ on: '2019-12-04' }).slice(1));
    expect(life.standing.at(-1)).toBe('review with candidate: 2020-01-03');
  });

  it('is not asked of what was settled or released before (R-334)', () => {
    const shelf = shelfTo(withReview);
    const spoken = employed(shelf).append('2019-11-10', checkInRecorded({ on: '2019-11-10' }));
    expect(spoken.append('2019-11-20', migrated({ on: '2019-11-20' })).planned).toEqual([]);
    const ended = employed(shelf).append('2019-11-10', placementEnded({ on: '2019-11-10' }));
    expect(ended.append('2019-11-20', migrated({ on: '2019-11-20' })).planned).toEqual([]);
    const unspoken = spoken
      .append('2019-11-20', migrated({ on: '2019-11-20' }))
      .append('2019-11-21', voided(idOf('CheckInRecorded'), '2019-11-21'));
    expect(unspoken.standing.slice(1)).toEqual([
      'check-in-after-start with candidate: 2019-11-18',
      'review with candidate: 2019-12-20',
    ]);
  });

  const ending = asking({ id: id('ending'), due: { before: 'until', by: period('P14D') } });
  it.each([
    { on: '2020-02-14', stands: ['ending with candidate: 2020-02-15'] },
    { on: '2020-02-15', stands: ['ending with candidate: 2020-02-15'] },
    { on: '2020-02-16', stands: ['ending with candidate: 2020-02-16'] },
    { on: '2020-02-29', stands: ['ending with candidate: 2020-02-29'] },
    { on: '2020-03-01', stands: [] },
  ])(
    'before a day that is named is not due before the migration, and not promised once that day is over: on $on (R-334)',
    ({ on, stands }) => {
      const shelf = shelfOf([published({ followUps: [] }), published({ followUps: [ending] }, { version: 2 })], [calendar()]);
      const life = Life.under(shelf).append(
        '2019-11-04',
        ...placed({ on: '2019-11-03' }),
        placementStarted({ on: '2019-11-04', until: day('2020-02-29') }),
      );
      expect(life.append(on, migrated({ on })).standing).toEqual(stands);
    },
  );

  it('goes on unchanged through a third version, counted from where it began (R-333, R-334)', () => {
    const shelf = shelfOf(
      [
        published({ followUps: [] }),
        published({ followUps: [review] }, { version: 2 }),
        published({ followUps: [review, asking({ id: id('other'), on: 'GoalSet' })] }, { version: 3 }),
      ],
      [calendar()],
    );
    const life = migratedOn(shelf, '2019-11-10').append('2019-11-20', migrated({ on: '2019-11-20', programmeVersion: 3 }));
    expect(life.standing).toEqual(['review with candidate: 2019-12-10', 'other with candidate: 2019-12-04']);
    expect(life.append('2019-11-21', noteAdded({ on: '2019-11-21' })).planned).toEqual([]);
  });

  it('under a name that an earlier rule had, and that came back, is a promise of its own (R-333, R-334)', () => {
    const shelf = shelfOf(
      [
        published({ followUps: [review] }),
        published({ followUps: [], mapping: { followUps: [{ was: review.id, is: null }] } }, { version: 2 }),
        published({ followUps: [review] }, { version: 3 }),
      ],
      [calendar()],
    );
    const life = migratedOn(shelf, '2019-11-10').append('2019-11-20', migrated({ on: '2019-11-20', programmeVersion: 3 }));
    expect(life.standing).toEqual(['review with candidate: rule-removed', 'review with candidate: 2019-12-20']);
    expect(life.again('2019-11-21')).toEqual([]);
    expect(inShort(life.append('2019-11-22', checkInRecorded({ on: '2019-11-22' })).planned)).toEqual(['done']);
  });

  it('leaves the goal that was set under the version of then as it was asked then (R-333)', () => {
    const askAgain = meedoenWerkt.followUps.filter(({ on }) => on === 'GoalSet');
    const shelf = shelfOf([published({ followUps: askAgain }), published({ followUps: askAgain }, { version: 2 })], [calendar()]);
    const life = Life.under(shelf).append(
      '2019-10-10',
      started({ on: '2019-10-03' }),
      goalSet({ on: '2019-10-10', goal: 'training', askAgainOn: day('2020-02-29') }),
    );
    expect(life.append('2020-01-10', migrated({ on: '2020-01-10' })).planned).toEqual([]);
  });
});
