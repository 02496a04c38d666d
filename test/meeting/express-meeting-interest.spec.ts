import { dayFrom as day } from '../../src/kernel/days.js';
import { mutualInterests } from '../../src/meeting/meeting.js';
import {
  anna,
  attended,
  bakery,
  bothInvited,
  bothThere,
  bram,
  candidate,
  employer,
  expressInterest,
  garage,
  given,
  interest,
  walkedIn,
} from '../examples/meeting.examples.js';
import { idOf, toReplace, toVoid } from '../harness/decider-spec.js';

const pair = { candidateId: anna, employerId: bakery };

describe('ExpressMeetingInterest', () => {
  it.each([
    ['candidate', true],
    ['candidate', false],
    ['employer', true],
    ['employer', false],
  ] as const)('is recorded of each side, yes or no: %s %s (R-308)', (by, interested) => {
    given(...bothThere)
      .when(expressInterest({ on: '2019-10-03', by, interested }))
      .then(interest({ on: '2019-10-03', by, interested }));
  });

  it('is refused by one who did not come (R-308)', () => {
    const absent = attended({ on: '2019-10-03', attendance: 'no-show' });

    given(...bothInvited, absent, attended({ on: '2019-10-03', party: employer(bakery) }))
      .when(expressInterest({ on: '2019-10-03' }))
      .thenRefused({ code: 'did-not-attend', party: candidate(anna) });
  });

  it('is refused in one of whom nobody says that he came (R-308)', () => {
    given(...bothInvited, attended({ on: '2019-10-03' }))
      .when(expressInterest({ on: '2019-10-03' }))
      .thenRefused({ code: 'did-not-attend', party: employer(bakery) });
  });

  it.each(['2019-10-02', '2019-10-04'])('is refused on another day: %s (R-303)', (on) => {
    given(...bothThere)
      .when(expressInterest({ on }))
      .thenRefused({ code: 'not-on-the-day-of-the-meeting', happenedOn: day(on), heldOn: day('2019-10-03') });
  });

  it('is refused a second time (R-308)', () => {
    given(...bothThere, interest({ on: '2019-10-03' }))
      .when(expressInterest({ on: '2019-10-03', interested: false }))
      .thenRefused({ code: 'interest-already-expressed', by: 'candidate', interested: true });
  });

  it('is refused at a meeting that is not scheduled (R-302)', () => {
    given()
      .when(expressInterest({ on: '2019-10-03' }))
      .thenRefused({ code: 'meeting-not-scheduled' });
  });
});

describe('mutual interest', () => {
  const yes = interest({ on: '2019-10-03' });
  const yesToo = interest({ on: '2019-10-03', by: 'employer' });
  const no = interest({ on: '2019-10-03', by: 'employer', interested: false });

  it.each([
    ['one yes', [yes]],
    ['the other yes', [yesToo]],
    ['a yes and a no', [yes, no]],
    ['nothing said', []],
  ])('is not there with %s (R-309)', (_, said) => {
    expect(mutualInterests(given(...bothThere, ...said).state())).toEqual([]);
  });

  it('is there when both said yes (R-309)', () => {
    expect(mutualInterests(given(...bothThere, yes, yesToo).state())).toEqual([pair]);
  });

  it('becomes mutual by a correction, and ends by one (R-309, P8)', () => {
    const corrected = given(...bothThere, yes, no).whenCorrecting([
      toReplace(idOf('MeetingInterestExpressed', 1), { occurredOn: day('2019-10-03'), data: yesToo.data }),
    ]);
    expect(mutualInterests(corrected.thenState())).toEqual([pair]);

    const taken = given(...bothThere, yes, yesToo).whenCorrecting([toVoid(idOf('MeetingInterestExpressed'))]);
    expect(mutualInterests(taken.thenState())).toEqual([]);
  });

  it('is told pair by pair, in the order in which they were spoken of (R-309)', () => {
    const others = [
      walkedIn({ on: '2019-10-03', party: candidate(bram) }),
      walkedIn({ on: '2019-10-03', party: employer(garage) }),
      attended({ on: '2019-10-03', party: candidate(bram) }),
      attended({ on: '2019-10-03', party: employer(garage) }),
    ];
    const said = [
      { candidateId: bram, employerId: garage },
      { candidateId: anna, employerId: garage },
      pair,
      { candidateId: bram, employerId: bakery },
    ].flatMap((about) => [interest({ on: '2019-10-03', ...about }), interest({ on: '2019-10-03', by: 'employer', ...about })]);

    expect(mutualInterests(given(...bothThere, ...others, ...said).state())).toEqual([
      { candidateId: bram, employerId: garage },
      { candidateId: bram, employerId: bakery },
      { candidateId: anna, employerId: garage },
      pair,
    ]);
  });
});
