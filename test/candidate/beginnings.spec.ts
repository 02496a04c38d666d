import { beginningsOf } from '../../src/candidate/beginnings.js';
import { candidateDecider } from '../../src/candidate/decider.js';
import { facts } from '../../src/kernel/history.js';
import { benefitEnded, benefitResumed, benefitStarted, registered } from '../examples/candidate.examples.js';
import { historyTold, idOf, voided } from '../harness/decider-spec.js';

type Told = Parameters<typeof historyTold>[0];
const beginnings = (...events: Told) =>
  beginningsOf(facts(candidateDecider, historyTold(events) as never)).map(({ eventId, on }) => [eventId, on]);

const first = benefitStarted({ on: '2019-01-01' });
const ended = benefitEnded({ on: '2020-03-31' });
const register = registered({ on: '2019-01-02' });

describe('the beginnings of benefits', () => {
  it('are each start and resumption of what did not run, by day', () => {
    expect(beginnings(register, benefitResumed({ on: '2020-09-01' }), first, ended)).toEqual([
      [idOf('BenefitStarted'), '2019-01-01'],
      [idOf('BenefitResumed'), '2020-09-01'],
    ]);
  });

  it('are none of what runs, or ran until that day', () => {
    expect(beginnings(register, first, benefitResumed({ on: '2020-09-01' }))).toEqual([[idOf('BenefitStarted'), '2019-01-01']]);
    expect(beginnings(register, first, ended, benefitResumed({ on: '2020-03-31' }))).toEqual([
      [idOf('BenefitStarted'), '2019-01-01'],
    ]);
    expect(beginnings(register, first, ended, benefitResumed({ on: '2020-04-01' }))).toHaveLength(2);
  });

  it('tell each kind apart, and nothing that was voided', () => {
    expect(beginnings(register, first, benefitStarted({ on: '2019-06-01', kind: 'ww' }))).toHaveLength(2);
    expect(beginnings(register, first, voided(idOf('BenefitStarted'), '2020-01-01'))).toEqual([]);
  });
});
