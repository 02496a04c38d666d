import { dayFrom as day } from '../../src/kernel/days.js';
import {
  benefitStarted,
  changeContactDetails,
  given,
  identityLinked,
  linkIdentity,
  merge,
  mergedInto,
  mergeUndone,
  registered,
  startBenefit,
  survivor,
  undoMerge,
} from '../examples/candidate.examples.js';
import { idOf, toReplace, toVoid } from '../harness/decider-spec.js';
import { testId } from '../harness/ids.js';

const anna = registered({ on: '2019-09-02' });
const merged = { code: 'merged', survivorId: survivor } as const;

describe('MergeCandidate', () => {
  it('is recorded from the day of registration on, and refused the day before it (R-318)', () => {
    given(anna)
      .when(merge({ on: '2019-09-02' }))
      .then(mergedInto({ on: '2019-09-02' }));
    given(anna)
      .when(merge({ on: '2019-09-01' }))
      .thenRefused({ code: 'before-registration', happenedOn: day('2019-09-01'), registeredOn: day('2019-09-02') });
  });

  it('is refused of who is not registered, and of who is merged already, also into another one (R-318)', () => {
    given()
      .when(merge({ on: '2019-09-02' }))
      .thenRefused({ code: 'candidate-not-registered' });
    const story = given(anna, mergedInto({ on: '2019-09-03' }));
    story.when(merge({ on: '2019-09-04' })).thenRefused(merged);
    story.when(merge({ on: '2019-09-04', survivorId: testId('candidate', 'other') })).thenRefused(merged);
  });

  it('is refused of who is linked to a BSN, by any override: that one survives (R-318)', () => {
    for (const story of [
      given(registered({ on: '2019-09-02', identity: 'linked' })),
      given(anna, identityLinked({ on: '2019-09-02' })),
    ]) {
      story.when(merge({ on: '2019-09-02' })).thenRefused({ code: 'linked-survives' });
      story
        .overriding()
        .when(merge({ on: '2019-09-02' }))
        .thenRefused({ code: 'linked-survives' });
    }
  });
});

it('nothing lets who has a BSN be merged, nor be linked again, also before their registration (R-103, R-318)', () => {
  const story = given(registered({ on: '2019-09-02', identity: 'linked' }))
    .today('2019-09-02')
    .overriding();
  story.when(merge({ on: '2019-09-01' })).thenRefused({ code: 'linked-survives' });
  story.when(linkIdentity({ on: '2019-09-01' })).thenRefused({ code: 'identity-already-linked' });
});

describe('a candidate who was merged', () => {
  const story = given(anna, mergedInto({ on: '2019-09-03' }));

  it('takes nothing that is done for them, also by no override, and the survivor is named (R-318)', () => {
    for (const wish of [linkIdentity({ on: '2019-09-03' }), changeContactDetails({ on: '2019-09-03' })]) {
      story.when(wish).thenRefused(merged);
      story.overriding().when(wish).thenRefused(merged);
    }
  });

  it('takes what was done the day before, unless it brings a BSN that would then have gone (R-318, P8)', () => {
    story.when(changeContactDetails({ on: '2019-09-02' })).then({ ...changedOn('2019-09-02') });
    story.when(linkIdentity({ on: '2019-09-02' })).thenRefused({
      code: 'breaks-later',
      eventId: idOf('CandidateMergedInto'),
      type: 'CandidateMergedInto',
      occurredOn: day('2019-09-03'),
      refusal: 'linked-survives',
    });
  });

  it('takes facts from outside and corrections (R-318, P8)', () => {
    story.when(startBenefit({ on: '2019-09-04' })).then(benefitStarted({ on: '2019-09-04' }));

    const { data } = registered({ on: '2019-09-02', postcode4: 7553 });
    const state = story
      .whenCorrecting([toReplace(idOf('CandidateRegistered'), { occurredOn: day('2019-09-02'), data })])
      .thenState();
    expect(state).toMatchObject({ postcode4: 7553, merged: { on: '2019-09-03', survivorId: survivor } });
  });

  it('goes on alone when the merge is voided (R-318, P8)', () => {
    expect(story.whenCorrecting([toVoid(idOf('CandidateMergedInto'))]).thenState().merged).toBeNull();
  });
});

describe('UndoMerge', () => {
  it('lets both go on as themselves, from the day of the merge on, and be merged again (R-319)', () => {
    given(anna, mergedInto({ on: '2019-09-03' }))
      .when(undoMerge({ on: '2019-09-03' }))
      .then(mergeUndone({ on: '2019-09-03' }));

    const undone = given(anna, mergedInto({ on: '2019-09-03' }), mergeUndone({ on: '2019-09-04' }));
    undone.when(linkIdentity({ on: '2019-09-04' })).then(identityLinked({ on: '2019-09-04' }));
    undone.when(merge({ on: '2019-09-05' })).then(mergedInto({ on: '2019-09-05' }));
  });

  it('is refused of who was not merged, before the merge too, and a second time (R-319)', () => {
    given(anna)
      .when(undoMerge({ on: '2019-09-03' }))
      .thenRefused({ code: 'not-merged' });
    given(anna, mergedInto({ on: '2019-09-03' }))
      .when(undoMerge({ on: '2019-09-02' }))
      .thenRefused({ code: 'not-merged' });
    given(anna, mergedInto({ on: '2019-09-03' }), mergeUndone({ on: '2019-09-04' }))
      .when(undoMerge({ on: '2019-09-05' }))
      .thenRefused({ code: 'not-merged' });
  });
});

function changedOn(on: string) {
  const { seal, data } = changeContactDetails({ on });
  return { type: 'ContactDetailsChanged' as const, occurredOn: day(on), data, seal };
}
