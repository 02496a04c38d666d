import type { Code } from '../../../src/kernel/fields.events.js';
import type { Definition } from '../../../src/programme/programme.events.js';
import { shelfOf, type PublishedProgramme } from '../../../src/programme/shelf.js';
import { calendar, meedoenWerkt, programmeId, published } from '../../examples/programme.examples.js';
import { migrateProgrammeVersion, migrated } from '../../examples/migration.examples.js';
import {
  agreePlan,
  closed,
  day,
  goalChanged,
  goalSet,
  offered,
  planned,
  placementStarted,
  reopened,
  setGoal,
  started,
  startPlacement,
  talked,
} from '../../examples/trajectory.examples.js';
import { idOf, toReplace } from '../../harness/decider-spec.js';
import { testId } from '../../harness/ids.js';
import { stories } from '../stories.js';

const stricter = (changes: Partial<Definition> = {}): PublishedProgramme =>
  published({ ...changes }, { version: 5, validFrom: '2020-01-01' });
const shelf = (...later: readonly PublishedProgramme[]) => shelfOf([published(), ...later], [calendar()]);
const goals = ['paid-work', 'training'] as const;
const mapping = {
  goals: meedoenWerkt.goals
    .filter((goal) => goal !== 'paid-work' && goal !== 'training')
    .map((was) => ({ was, is: 'training' as const })),
};
const given = stories(shelf(stricter({ goals, mapping })));
const toFive = { programmeVersion: 5 };

describe('MigrateProgrammeVersion', () => {
  it('lets a trajectory go on under the version in force on that day, or under one that is named (R-330)', () => {
    given(started({ on: '2019-10-03' }))
      .when(migrateProgrammeVersion({ on: '2020-01-01' }))
      .then(migrated({ on: '2020-01-01', ...toFive, goals: mapping.goals }));
    given(started({ on: '2019-10-03' }))
      .when(migrateProgrammeVersion({ on: '2020-02-29', ...toFive }))
      .then(migrated({ on: '2020-02-29', ...toFive, goals: mapping.goals }));
  });

  it('says from which day follow-ups come of it: that on which it is recorded (R-330, R-333)', () => {
    given(started({ on: '2019-10-03' }))
      .today('2020-03-29')
      .when(migrateProgrammeVersion({ on: '2020-01-02' }))
      .then(migrated({ on: '2020-01-02', ...toFive, followUpsFrom: day('2020-03-29'), goals: mapping.goals }));
  });

  it('is refused under the version that it stands under, and before another is in force (R-330)', () => {
    const unchanged = { code: 'version-unchanged', programmeId, programmeVersion: 1 } as const;
    given(started({ on: '2019-10-03' }))
      .when(migrateProgrammeVersion({ on: '2019-12-31' }))
      .thenRefused(unchanged);
    given(started({ on: '2019-10-03' }))
      .when(migrateProgrammeVersion({ on: '2019-12-31', ...toFive }))
      .thenRefused({ code: 'no-rules-in-force', programmeId, programmeVersion: 5, on: day('2019-12-31') });
    given(started({ on: '2019-10-03' }), migrated({ on: '2020-01-01', ...toFive, goals: mapping.goals }))
      .when(migrateProgrammeVersion({ on: '2020-01-01' }))
      .thenRefused({ ...unchanged, programmeVersion: 5 });
  });

  it('is refused to a version that was never published, or was replaced since, also by override (R-330, P12)', () => {
    const refusal = { code: 'no-rules-in-force', programmeId, programmeVersion: 9, on: day('2020-01-06') } as const;
    const nine = migrateProgrammeVersion({ on: '2020-01-06', programmeVersion: 9 });
    given(started({ on: '2019-10-03' }))
      .when(nine)
      .thenRefused(refusal);
    const replacedNine = { ...published({}, { version: 9 }), standsAt: null };
    stories(shelf(replacedNine))(started({ on: '2019-10-03' }))
      .when(nine)
      .thenRefused(refusal);
    given(started({ on: '2019-10-03' }))
      .overriding()
      .when(nine)
      .thenRefused(refusal);
  });

  it('is refused where nothing began, before it did, of an offer, and after the closing, not on its day (R-01, R-03, R-331)', () => {
    const migrate = migrateProgrammeVersion({ on: '2020-01-06' });
    given().when(migrate).thenRefused({ code: 'not-started' });
    given(started({ on: '2020-01-07' }))
      .when(migrate)
      .thenRefused({ code: 'before-start', begunOn: day('2020-01-07') });
    given(offered({ on: '2020-01-02' }))
      .when(migrate)
      .thenRefused({ code: 'not-started' });
    const over = [started({ on: '2019-10-03' }), closed({ on: '2020-01-05' })];
    given(...over)
      .when(migrate)
      .thenRefused({ code: 'closed-not-migrated', closedOn: day('2020-01-05'), result: 'paid-work' });
    const accepted = migrated({ on: '2020-01-05', ...toFive, goals: mapping.goals });
    given(...over)
      .when(migrateProgrammeVersion({ on: '2020-01-05' }))
      .then(accepted);
    given(...over, reopened({ on: '2020-01-06' }))
      .when(migrate)
      .then(migrated({ on: '2020-01-06', ...toFive, goals: mapping.goals }));
  });

  it('appends nothing for who stands under the version already, or is closed, also by override (R-331, R-336)', () => {
    const there = [started({ on: '2019-10-03' }), migrated({ on: '2020-01-01', ...toFive, goals: mapping.goals })];
    given(...there)
      .overriding()
      .when(migrateProgrammeVersion({ on: '2020-01-06' }))
      .thenRefused({ code: 'version-unchanged', programmeId, programmeVersion: 5 });
    given(started({ on: '2019-10-03' }), closed({ on: '2020-01-05' }))
      .overriding()
      .when(migrateProgrammeVersion({ on: '2020-01-06' }))
      .thenRefused({ code: 'closed-not-migrated', closedOn: day('2020-01-05'), result: 'paid-work' });
  });

  it('is refused to a version that leaves open what becomes of a name, with each of them, also by override (R-79, R-332)', () => {
    const unsaid = stories(shelf(stricter({ goals: ['paid-work'] })));
    const faults = meedoenWerkt.goals
      .filter((goal) => goal !== 'paid-work')
      .map((goal) => ({
        path: 'mapping.goals',
        code: 'not-mapped',
        reason: `${goal} is gone, and nothing is said to take its place`,
      }));
    const migrate = migrateProgrammeVersion({ on: '2020-01-06' });
    unsaid(started({ on: '2019-10-03' }))
      .when(migrate)
      .thenRefused({ code: 'names-unmapped', faults });
    unsaid(started({ on: '2019-10-03' }))
      .overriding()
      .when(migrate)
      .thenRefused({ code: 'names-unmapped', faults });
  });

  it('is refused before what the later version would not have allowed, and allowed after it (R-332, P8)', () => {
    const life = [
      started({ on: '2019-10-03' }),
      goalSet({ on: '2020-01-10', goal: 'volunteer-work', askAgainOn: day('2020-06-01') }),
    ];
    given(...life)
      .when(migrateProgrammeVersion({ on: '2020-01-09' }))
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('GoalSet'),
        type: 'GoalSet',
        occurredOn: day('2020-01-10'),
        refusal: 'goal-not-allowed',
      });
    given(...life)
      .when(migrateProgrammeVersion({ on: '2020-01-10' }))
      .then(migrated({ on: '2020-01-10', ...toFive, goals: mapping.goals }));
  });

  it('gives the later rules to what follows, and leaves what went before under its own, corrections of it too (R-332, P8)', () => {
    const life = [
      started({ on: '2019-10-03' }),
      goalSet({ on: '2019-10-10', goal: 'volunteer-work', askAgainOn: day('2020-06-01') }),
      migrated({ on: '2020-01-06', ...toFive, goals: mapping.goals }),
    ];
    const work = { goal: 'work-experience', askAgainOn: day('2020-06-01') } as const;
    given(...life)
      .when({ type: 'ChangeGoal', on: day('2020-01-06'), data: { ...work, reason: 'other' } })
      .thenRefused({ code: 'goal-not-allowed', goal: 'work-experience', allowed: goals });
    given(...life)
      .when({ type: 'ChangeGoal', on: day('2020-01-05'), data: { ...work, reason: 'other' } })
      .then(goalChanged({ on: '2020-01-05', ...work }));
    const state = given(...life)
      .whenCorrecting([toReplace(idOf('GoalSet'), { occurredOn: day('2019-10-10'), data: work })])
      .thenState();
    expect(state.goal).toEqual({ goal: 'training', askAgainOn: '2020-06-01' });
  });

  it('lets the successor take the place of a goal that is gone, and a plan serve that (R-14, R-332)', () => {
    const life = [
      started({ on: '2019-10-03' }),
      goalSet({ on: '2019-10-10', goal: 'volunteer-work', askAgainOn: day('2020-06-01') }),
      migrated({ on: '2020-01-06', ...toFive, goals: mapping.goals }),
    ];
    expect(given(...life).state().goal).toEqual({ goal: 'training', askAgainOn: '2020-06-01' });
    given(started({ on: '2019-10-03' }), migrated({ on: '2020-01-06', ...toFive, goals: mapping.goals }))
      .when(setGoal({ on: '2020-01-06' }))
      .then(goalSet({ on: '2020-01-06' }));
    given(...talked({ on: '2020-01-16' }), migrated({ on: '2020-01-17', ...toFive, goals: mapping.goals }))
      .when(agreePlan({ on: '2020-01-17', goal: 'training' }))
      .thenRefused({ code: 'other-goal', goal: 'paid-work', agreedGoal: 'training' });
  });

  it('asks before a placement what the later version asks (R-15, R-332)', () => {
    const beforePlacement = { ...meedoenWerkt.beforePlacement, agreements: ['guidance', 'travel'] } as const;
    const asking = stories(shelf(stricter({ beforePlacement })));
    const life = planned({ on: '2020-01-16' });
    asking(...life)
      .when(startPlacement({ on: '2020-01-17' }))
      .then(placementStarted({ on: '2020-01-17', placementId: testId('new', 'command', 'placement', 0) }));
    asking(...life, migrated({ on: '2020-01-16', ...toFive }))
      .when(startPlacement({ on: '2020-01-17' }))
      .thenRefused({ code: 'agreement-missing', missing: ['travel'] });
  });

  it('corrected says of goals what the version says, and keeps the day on which it was recorded (R-332, R-333)', () => {
    const recorded = { followUpsFrom: day('2020-01-08') };
    const life = [started({ on: '2019-10-03' }), migrated({ on: '2020-01-06', ...recorded, ...toFive, goals: mapping.goals })];
    const corrects = idOf('ProgrammeVersionMigrated');
    const { data } = life[1];
    const replacedOn = (on: string, changes: object = {}) =>
      given(...life)
        .today('2020-02-01')
        .whenCorrecting([toReplace(corrects, { occurredOn: day(on), data: { ...data, ...changes } })]);
    replacedOn('2020-01-07', { goals: [] }).thenRefused({ code: 'other-mapping' });
    for (const followUpsFrom of ['2019-01-01', '2020-01-07', '2020-01-09', '2020-02-01', '2150-01-01'])
      replacedOn('2020-01-07', { followUpsFrom }).thenRefused({
        code: 'ids-must-stay',
        eventId: corrects,
        ids: ['followUpsFrom'],
      });
    replacedOn('2020-01-09').thenRefused({ code: 'follow-ups-before', ...recorded, migratedOn: day('2020-01-09') });
    expect(replacedOn('2020-01-08').thenState().subject?.programmeVersion).toBe(5);
  });
});

describe('going on in the programme that takes the place of a closed one', () => {
  const successorId = testId<'programme'>('programme', 'werkwinkel');
  const closedOn = day('2020-02-29');
  const own = { ...published(), closedOn, successorId };
  const successor = (takesOver: Definition['takesOver'], changes: Partial<Definition> = {}): PublishedProgramme => ({
    ...published(
      { slug: 'werkwinkel' as Code<'programme'>, ...changes, ...(takesOver && { takesOver }) },
      { version: 3, validFrom: '2020-02-01' },
    ),
    programmeId: successorId,
  });
  const handed = stories(shelfOf([own, successor(undefined)], [calendar()]));
  const over = { programmeId: successorId, programmeVersion: 3 };

  it('needs no name for it: from the day of the closing on it is the successor, before that its own (R-330, R-335)', () => {
    handed(started({ on: '2019-10-03' }))
      .when(migrateProgrammeVersion({ on: '2020-02-28' }))
      .thenRefused({ code: 'version-unchanged', programmeId, programmeVersion: 1 });
    for (const on of ['2020-02-29', '2020-03-01'])
      handed(started({ on: '2019-10-03' }))
        .when(migrateProgrammeVersion({ on }))
        .then(migrated({ on, ...over }));
  });

  it('is refused before the closing, and to a programme that is not the successor, also by override (R-335)', () => {
    const migrate = migrateProgrammeVersion({ on: '2020-02-28', ...over });
    const refusal = { code: 'not-the-successor', programmeId: successorId, successorId: null } as const;
    handed(started({ on: '2019-10-03' }))
      .when(migrate)
      .thenRefused(refusal);
    handed(started({ on: '2019-10-03' }))
      .overriding()
      .when(migrate)
      .thenRefused(refusal);
    stories(shelfOf([{ ...published(), closedOn }, successor(undefined)], [calendar()]))(started({ on: '2019-10-03' }))
      .when(migrateProgrammeVersion({ on: '2020-03-01', ...over }))
      .thenRefused(refusal);
  });

  it('of a closed programme without a successor there is nothing to go on in (R-335)', () => {
    stories(shelfOf([{ ...published(), closedOn }], [calendar()]))(started({ on: '2019-10-03' }))
      .when(migrateProgrammeVersion({ on: '2020-03-01' }))
      .thenRefused({ code: 'no-rules-in-force', programmeId, programmeVersion: 0, on: day('2020-03-01') });
  });

  it('goes by what the successor says of that programme, not of its own versions (R-78, R-335)', () => {
    const changes = { goals, mapping };
    const migrate = migrateProgrammeVersion({ on: '2020-03-01' });
    stories(shelfOf([own, successor([{ programme: meedoenWerkt.slug, mapping }], { goals })], [calendar()]))(
      started({ on: '2019-10-03' }),
    )
      .when(migrate)
      .then(migrated({ on: '2020-03-01', ...over, goals: mapping.goals }));
    const told = stories(shelfOf([own, successor(undefined, changes)], [calendar()]))(started({ on: '2019-10-03' })).when(
      migrate,
    );
    expect(told.outcome).toMatchObject({ kind: 'refused', refusal: { code: 'names-unmapped' } });
  });

  it('remains the same round of the same person, and keeps the ids that follow from where it began (R-335)', () => {
    const state = handed(started({ on: '2019-10-03' }), migrated({ on: '2020-03-01', ...over })).state();
    expect(state).toMatchObject({ subject: { ...over, round: 1 }, begunIn: programmeId });
  });
});
