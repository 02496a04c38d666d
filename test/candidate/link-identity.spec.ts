import { dayFrom as day } from '../../src/kernel/days.js';
import { given, identityLinked, linkIdentity, registered } from '../examples/candidate.examples.js';
import { idOf, toReplace } from '../harness/decider-spec.js';

describe('LinkIdentity', () => {
  it('links a walk-in on the day of registration (R-103)', () => {
    given(registered({ on: '2019-10-03', walkIn: true }))
      .when(linkIdentity({ on: '2019-10-03' }))
      .then(identityLinked({ on: '2019-10-03' }));
  });

  it('is refused the day before the registration (R-102)', () => {
    given(registered({ on: '2019-10-03' }))
      .when(linkIdentity({ on: '2019-10-02' }))
      .thenRefused({ code: 'before-registration', happenedOn: day('2019-10-02'), registeredOn: day('2019-10-03') });
  });

  it('is refused for nobody (R-101)', () => {
    given()
      .when(linkIdentity({ on: '2019-10-03' }))
      .thenRefused({ code: 'candidate-not-registered' });
  });

  it('is refused where the identity was linked at the registration (R-103)', () => {
    given(registered({ on: '2019-09-02', identity: 'linked' }))
      .when(linkIdentity({ on: '2019-10-03' }))
      .thenRefused({ code: 'identity-already-linked' });
  });

  it('is refused a second time (R-103)', () => {
    given(registered({ on: '2019-09-02' }), identityLinked({ on: '2019-10-03' }))
      .when(linkIdentity({ on: '2019-10-04' }))
      .thenRefused({ code: 'identity-already-linked' });
  });

  it('is not linked late before a link that stands (R-103, P8)', () => {
    given(registered({ on: '2019-09-02' }), identityLinked({ on: '2019-10-03' }))
      .today('2019-10-10')
      .when(linkIdentity({ on: '2019-09-20' }))
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('IdentityLinked'),
        type: 'IdentityLinked',
        occurredOn: day('2019-10-03'),
        refusal: 'identity-already-linked',
      });
  });

  it('keeps the registration from becoming a linked one by correction (R-103, P8)', () => {
    const { data } = registered({ on: '2019-09-02', identity: 'linked' });

    given(registered({ on: '2019-09-02' }), identityLinked({ on: '2019-10-03' }))
      .whenCorrecting([toReplace(idOf('CandidateRegistered'), { occurredOn: day('2019-09-02'), data })])
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('IdentityLinked'),
        type: 'IdentityLinked',
        occurredOn: day('2019-10-03'),
        refusal: 'identity-already-linked',
      });
  });
});
