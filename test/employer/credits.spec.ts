import { dayFrom as day } from '../../src/kernel/days.js';
import {
  agreement,
  agreementSigned,
  creditPlacement,
  creditRevoked,
  employerRegistered,
  given,
  otherAgreement,
  placement,
  placementCredited,
  revokeCredit,
} from '../examples/employer.examples.js';
import { idOf, testId } from '../harness/ids.js';

const signed = [employerRegistered({ on: '2018-09-03' }), agreementSigned({ on: '2018-10-01' })] as const;
const both = [...signed, agreementSigned({ on: '2018-10-01', agreementId: otherAgreement })] as const;

describe('CreditPlacement', () => {
  it('counts a placement from the day on which the agreement was signed, and not the day before it (R-312)', () => {
    given(...signed)
      .when(creditPlacement({ on: '2018-10-01' }))
      .then(placementCredited({ on: '2018-10-01' }));

    given(...signed)
      .when(creditPlacement({ on: '2018-09-30' }))
      .thenRefused({ code: 'no-such-agreement', agreementId: agreement });
  });

  it('is refused while the placement counts, also for another agreement, and by no override (R-312)', () => {
    const story = given(...both, placementCredited({ on: '2019-09-01' }));
    const counts = {
      code: 'already-credited',
      placementId: placement,
      agreementId: agreement,
      creditedOn: day('2019-09-01'),
    } as const;

    story.when(creditPlacement({ on: '2019-09-02' })).thenRefused(counts);
    story.when(creditPlacement({ on: '2019-09-02', agreementId: otherAgreement })).thenRefused(counts);
    story
      .overriding()
      .when(creditPlacement({ on: '2019-09-02' }))
      .thenRefused(counts);
  });

  it('is refused where it counts by an override of an agreement that was not signed yet, too (R-312)', () => {
    const story = given(...signed, placementCredited({ on: '2018-10-01' }));
    const other = creditPlacement({ on: '2018-10-02', agreementId: otherAgreement });
    story.when(other).thenRefused({ code: 'no-such-agreement', agreementId: otherAgreement });
    expect(story.overriding().when(other).outcome).toMatchObject({ refusal: { code: 'already-credited' } });
  });

  it('is refused before a credit that was recorded already, which would then count twice (R-312, P8)', () => {
    given(...signed, placementCredited({ on: '2019-09-01' }))
      .when(creditPlacement({ on: '2019-08-31' }))
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('PlacementCredited'),
        type: 'PlacementCredited',
        occurredOn: day('2019-09-01'),
        refusal: 'already-credited',
      });
  });

  it('counts it again once it was revoked, on the same day too (R-313)', () => {
    given(...both, placementCredited({ on: '2019-09-01' }), creditRevoked({ on: '2019-10-01' }))
      .when(creditPlacement({ on: '2019-10-01', agreementId: otherAgreement }))
      .then(placementCredited({ on: '2019-10-01', agreementId: otherAgreement }));
  });
});

describe('RevokePlacementCredit', () => {
  it('lets a placement count no longer (R-313)', () => {
    const state = given(...signed, placementCredited({ on: '2019-09-01' }))
      .when(revokeCredit({ on: '2019-09-01' }))
      .then(creditRevoked({ on: '2019-09-01' }))
      .thenState();

    expect(state.credits.get(placement)).toMatchObject({ creditedOn: '2019-09-01', revokedOn: '2019-09-01' });
  });

  it('is refused of what does not count, counts for another agreement, is of another trajectory, or was revoked (R-313)', () => {
    const story = given(...both, placementCredited({ on: '2019-09-01' }));
    const not = (agreementId = agreement) => ({ code: 'not-credited', placementId: placement, agreementId }) as const;

    story.when(revokeCredit({ on: '2019-08-31' })).thenRefused(not());
    story.when(revokeCredit({ on: '2019-10-01', agreementId: otherAgreement })).thenRefused(not(otherAgreement));
    story.when(revokeCredit({ on: '2019-10-01', trajectoryId: testId('trajectory', 'other') })).thenRefused(not());
    given(...both, placementCredited({ on: '2019-09-01' }), creditRevoked({ on: '2019-10-01' }))
      .when(revokeCredit({ on: '2019-10-01' }))
      .thenRefused(not());
  });
});
