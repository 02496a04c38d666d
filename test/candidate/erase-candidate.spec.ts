import { dayFrom as day } from '../../src/kernel/days.js';
import {
  changeContactDetails,
  erase,
  erased,
  given,
  linkIdentity,
  merge,
  mergedInto,
  registered,
  startBenefit,
} from '../examples/candidate.examples.js';
import { idOf, toVoid } from '../harness/decider-spec.js';

const anna = registered({ on: '2019-09-02' });

describe('EraseCandidate', () => {
  it('is recorded from the day of registration on, also of who was merged, and refused the day before (R-340)', () => {
    given(anna)
      .when(erase({ on: '2019-09-02' }))
      .then(erased({ on: '2019-09-02' }));
    given(anna, mergedInto({ on: '2019-09-03' }))
      .when(erase({ on: '2020-02-29' }))
      .then(erased({ on: '2020-02-29' }));
    given(anna)
      .when(erase({ on: '2019-09-01' }))
      .thenRefused({ code: 'before-registration', happenedOn: day('2019-09-01'), registeredOn: day('2019-09-02') });
    given()
      .when(erase({ on: '2019-09-02' }))
      .thenRefused({ code: 'candidate-not-registered' });
  });
});

describe('a candidate who was erased', () => {
  const story = given(anna, erased({ on: '2019-09-03' }));
  const gone = { code: 'candidate-erased', erasedOn: day('2019-09-03') } as const;

  it.each([
    ['a BSN', linkIdentity({ on: '2019-09-03' })],
    ['contact details', changeContactDetails({ on: '2019-09-04' })],
    ['a benefit', startBenefit({ on: '2019-09-04' })],
    ['a merge', merge({ on: '2019-09-04' })],
    ['a second erasure', erase({ on: '2019-09-04' })],
  ])('takes no more of %s, whoever lets it pass (R-340)', (_, wish) => {
    story.when(wish).thenRefused(gone);
    story.overriding().when(wish).thenRefused(gone);
  });

  it('stays erased: the event is beyond correction, and is not entered late (R-341)', () => {
    const beyond = { code: 'not-correctable', type: 'CandidateErased' } as const;
    story.whenCorrecting([toVoid(idOf('CandidateErased'))]).thenRefused({ ...beyond, eventId: idOf('CandidateErased') });
    story
      .overriding()
      .whenCorrecting([toVoid(idOf('CandidateErased'))])
      .thenRefused({ ...beyond, eventId: idOf('CandidateErased') });
    given(anna)
      .whenCorrecting([], [erased({ on: '2019-09-03' })])
      .thenRefused({ ...beyond, eventId: null });
  });
});
