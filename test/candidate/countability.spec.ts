import { dayFrom as day } from '../../src/kernel/days.js';
import type { Code } from '../../src/kernel/fields.events.js';
import { candidateDecider, type CandidateCommand } from '../../src/candidate/decider.js';
import type { CandidateEvent } from '../../src/candidate/candidate.events.js';
import { given, registered } from '../examples/candidate.examples.js';
import { commandTeller, eventTeller } from '../harness/tellers.js';

const scheme = 'banenafspraak' as Code<'scheme'>;
const window = { scheme, from: day('2019-01-01'), until: day('2021-12-31'), source: 'uwv' } as const;
const event = eventTeller<CandidateEvent>();
const command = commandTeller<CandidateCommand>();
const EACH = [
  [command('RecordCountabilityOpening', window), event('CountabilityOpened', window)],
  [command('RecordCountabilityExtension', window), event('CountabilityExtended', window)],
  [command('RecordCountabilityExpiry', window), event('CountabilityExpired', window)],
] as const;

describe.each(EACH)('%#: a fact about countability', (record, recorded) => {
  it('is the last word on its scheme, also when it is about days before the registration (R-470)', () => {
    const other = EACH[0][1]({ on: '2019-09-06', until: day('2020-12-31') });
    const state = given(registered({ on: '2019-09-05' }), other)
      .when(record({ on: '2019-09-07' }))
      .then(recorded({ on: '2019-09-07' }))
      .thenState();

    expect([...state.countability]).toEqual([[scheme, { from: '2019-01-01', until: '2021-12-31' }]]);
  });

  it('is recorded for one day, and refused with a last day before the first (R-470)', () => {
    given(registered({ on: '2019-09-05' }))
      .when(record({ on: '2019-09-07', until: day('2019-01-01') }))
      .then(recorded({ on: '2019-09-07', until: day('2019-01-01') }));
    given(registered({ on: '2019-09-05' }))
      .when(record({ on: '2019-09-07', until: day('2018-12-31') }))
      .thenRefused({ code: 'period-reversed', from: day('2019-01-01'), until: day('2018-12-31') });
  });

  it('is refused of somebody who is not registered (R-101)', () => {
    given()
      .when(record({ on: '2019-09-07' }))
      .thenRefused({ code: 'candidate-not-registered' });
  });

  it('is judged once: what is put in before it never meets it (R-470)', () => {
    expect(candidateDecider.judgedOnce.has(recorded({ on: '2019-09-07' }).type)).toBe(true);
  });
});
