import { createHash } from 'node:crypto';
import { dayFrom } from '../../src/kernel/days.js';
import { hasHadBenefit } from '../../src/candidate/benefits.js';
import { candidateDecider } from '../../src/candidate/decider.js';
import { digestOf } from '../../src/application/streams/cohort.js';
import { foldOver } from '../../src/kernel/history.js';
import { benefitEnded, benefitResumed, benefitStarted } from '../examples/candidate.examples.js';

type Told = Parameters<typeof foldOver<typeof candidateDecider.initial, ReturnType<typeof benefitStarted>>>[2];

const has = (told: readonly object[], asOf: string, months = 18): boolean =>
  hasHadBenefit(foldOver(candidateDecider, candidateDecider.initial, told as Told), 'bijstand', { months, asOf: dayFrom(asOf) });

describe('who belongs to a cohort', () => {
  it.each([
    ['2017-07-14', '2019-01-14', true],
    ['2017-07-15', '2019-01-14', false],
    // A month without such a day has its last one.
    ['2018-08-31', '2020-02-29', false],
    ['2018-08-29', '2020-02-29', true],
    ['2016-02-29', '2017-08-29', true],
  ])('has had the benefit since %s on %s for 18 months: %s (R-72)', (startedOn, asOf, belongs) => {
    expect(has([benefitStarted({ on: startedOn })], asOf)).toBe(belongs);
  });

  it('still has it on that day, its last day included, and without a break (R-72)', () => {
    const since = benefitStarted({ on: '2010-01-01' });

    expect(has([since, benefitEnded({ on: '2019-01-14' })], '2019-01-14')).toBe(true);
    expect(has([since, benefitEnded({ on: '2019-01-13' })], '2019-01-14')).toBe(false);
    expect(has([since, benefitEnded({ on: '2018-01-31' }), benefitResumed({ on: '2018-02-01' })], '2019-01-14')).toBe(false);
    expect(has([benefitEnded({ on: '2019-02-01' })], '2019-01-14')).toBe(false);
  });
});

describe('the digest of a cohort', () => {
  it('is the same in any order, and that of the ids one to a line', () => {
    const ids = ['b', 'a', 'c'];

    expect(digestOf(ids)).toBe(createHash('sha256').update('a\nb\nc\n').digest('hex'));
    expect(digestOf(ids.toReversed())).toBe(digestOf(ids));
    expect(digestOf(['a', 'b'])).not.toBe(digestOf(ids));
  });
});
