import { dayFrom } from '../../src/kernel/days.js';
import type { Code, Digest } from '../../src/kernel/fields.events.js';
import { programmeDecider, type ProgrammeCommand, type ProgrammeRefusal } from '../../src/programme/decider.js';
import type { Programme } from '../../src/programme/programme.js';
import type { ProgrammeEvent } from '../../src/programme/programme.events.js';
import { publishedIn } from '../../src/programme/shelf.js';
import { meedoenWerkt, programmeId } from '../examples/programme.examples.js';
import { idOf, newId, specFor, toReplace } from '../harness/decider-spec.js';
import { commandTeller, eventTeller } from '../harness/tellers.js';

const given = specFor<Programme, ProgrammeEvent, ProgrammeCommand, ProgrammeRefusal, undefined>(
  programmeDecider((calendar) => calendar === 'all-days'),
);
const event = eventTeller<ProgrammeEvent>();
const command = commandTeller<ProgrammeCommand>();

const target = { year: 2019, measure: 'from-benefit-into-job', count: 500 } as const;
const cohort = {
  benefit: 'bijstand' as Code<'benefit'>,
  months: 18,
  asOf: dayFrom('2019-01-14'),
  count: 22_000,
  digest: 'a'.repeat(64) as Digest,
};
const published = event('ProgrammePublished', { validFrom: dayFrom('2019-01-01'), definition: meedoenWerkt })({
  on: '2019-01-07',
});
const setTarget = command('SetTarget', target);
const targetSet = event('TargetSet', target);
const freeze = command('FreezeCohort', cohort);
const frozen = event('CohortFrozen', { cohortId: newId('cohort'), ...cohort });

describe('SetTarget', () => {
  it('is set for a year, and set again to another number, which then counts (R-71)', () => {
    given(published)
      .when(setTarget({ on: '2019-01-14' }))
      .then(targetSet({ on: '2019-01-14' }));
    const state = given(published, targetSet({ on: '2019-01-14' }))
      .when(setTarget({ on: '2019-02-01', count: 600 }))
      .then(targetSet({ on: '2019-02-01', count: 600 }))
      .thenState();

    expect(state.targets).toEqual([{ ...target, count: 600 }]);
  });

  it('is refused when nothing changes (R-71)', () => {
    given(published, targetSet({ on: '2019-01-14' }))
      .when(setTarget({ on: '2019-02-01' }))
      .thenRefused({ code: 'target-unchanged', ...target });
  });
});

describe('FreezeCohort', () => {
  it('is counted as of a day that has come (R-72)', () => {
    given(published)
      .when(freeze({ on: '2019-01-14' }))
      .then(frozen({ on: '2019-01-14' }));
    given(published)
      .when(freeze({ on: '2019-01-14', asOf: dayFrom('2019-01-15') }))
      .thenRefused({ code: 'cohort-day-to-come', asOf: dayFrom('2019-01-15'), frozenOn: dayFrom('2019-01-14') });
  });

  it('is refused of nobody (R-72)', () => {
    given(published)
      .when(freeze({ on: '2019-01-14', count: 0 }))
      .thenRefused({ code: 'cohort-empty', asOf: dayFrom('2019-01-14'), months: 18 });
  });
});

describe('a closed programme', () => {
  const closedOn = dayFrom('2020-02-29');
  const closed = event('ProgrammeClosed', { successorId: null })({ on: '2020-02-29' });
  const story = given(published, targetSet({ on: '2019-01-14' }), frozen({ on: '2019-01-14' }), closed);

  it.each([
    ['the day of the closing, 29 February', '2020-02-29'],
    ['the day after it', '2020-03-01'],
  ])('is set no target and freezes no cohort on %s (R-71, R-72, R-316)', (_, on) => {
    for (const wish of [setTarget({ on, year: 2020 }), freeze({ on })])
      story.when(wish).thenRefused({ code: 'programme-closed', closedOn });
  });

  it('keeps what was set the day before, also when that is entered late, and lets it be corrected (R-316, P8)', () => {
    const late = story.today('2020-03-01');
    late.when(setTarget({ on: '2020-02-28', year: 2020 })).then(targetSet({ on: '2020-02-28', year: 2020 }));
    late.when(freeze({ on: '2020-02-28' })).then(frozen({ on: '2020-02-28' }));
    const more = { occurredOn: dayFrom('2019-01-14'), data: { ...target, count: 600 } };
    const { targets } = late.whenCorrecting([toReplace(idOf('TargetSet'), more)]).thenState();

    expect(targets).toEqual([{ ...target, count: 600 }]);
  });

  it('was not closed before the day on which a target was set for it (R-316)', () => {
    given(published, targetSet({ on: '2020-03-02' }))
      .today('2020-03-09')
      .when(command('CloseProgramme', { successorId: null })({ on: '2020-03-01' }))
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('TargetSet'),
        type: 'TargetSet',
        occurredOn: dayFrom('2020-03-02'),
        refusal: 'programme-closed',
      });
  });
});

describe('a programme that was never published', () => {
  it('is set no target and freezes no cohort (R-71, R-72)', () => {
    for (const wish of [setTarget({ on: '2019-01-14' }), freeze({ on: '2019-01-14' })])
      given().when(wish).thenRefused({ code: 'programme-not-published' });
  });
});

describe('the versions of a programme', () => {
  it('are its publications only, under the numbers that they had (R-67)', () => {
    const story = given(published, targetSet({ on: '2019-01-14' }), frozen({ on: '2019-01-14' }));
    story.when(setTarget({ on: '2019-02-01', count: 600 })).then(targetSet({ on: '2019-02-01', count: 600 }));
    const history = [published, targetSet({ on: '2019-01-14' })].map((one, at) => ({
      ...one,
      eventId: newId('event', at),
      version: at + 1,
      recordedAt: '2019-01-14T09:00:00.000000Z',
      sealed: null,
    }));

    expect(publishedIn(programmeId, history as never).map(({ version, standsAt }) => [version, standsAt])).toEqual([[1, 1]]);
  });
});
