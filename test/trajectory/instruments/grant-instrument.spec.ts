import { grantInstrument, instrumentEnded, instrumentGranted, instrumentId } from '../../examples/at-work.examples.js';
import { aiming, closed, day, placed, placementEnded, placementId, planned } from '../../examples/trajectory.examples.js';
import { newId } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();
const working = placed({ on: '2019-11-04' });
const second = { instrumentId: newId('instrument') };

describe('GrantInstrument', () => {
  it('says under which version of which ruleset, and from when (R-324, P12)', () => {
    given(...working)
      .when(grantInstrument({ on: '2019-12-02' }))
      .then(instrumentGranted({ on: '2019-12-02', ...second }));
  });

  it('needs no placement (R-324)', () => {
    given(...aiming({ on: '2019-10-04' }))
      .when(grantInstrument({ on: '2019-10-04', placementId: null, kind: 'travel' }))
      .then(instrumentGranted({ on: '2019-10-04', ...second, placementId: null, kind: 'travel' }));
  });

  it('is granted after the placement, and after the closing (R-03, R-324)', () => {
    given(...working, placementEnded({ on: '2019-11-30' }), closed({ on: '2019-12-01' }))
      .when(grantInstrument({ on: '2019-12-02' }))
      .then(instrumentGranted({ on: '2019-12-02', ...second }));
  });

  it('is refused beside one of its kind on a day of that, and taken the day after (R-324)', () => {
    const first = instrumentGranted({ on: '2019-12-02', until: day('2020-02-29') });
    given(...working, first)
      .when(grantInstrument({ on: '2020-03-01', from: day('2020-02-29') }))
      .thenRefused({ code: 'already-granted', instrumentId, kind: 'wage-cost-subsidy' });
    given(...working, first)
      .when(grantInstrument({ on: '2020-03-01', from: day('2020-03-01') }))
      .then(instrumentGranted({ on: '2020-03-01', ...second, from: day('2020-03-01') }));
  });

  it('is refused when repeated, and when it would run into a later one (R-324)', () => {
    const later = instrumentGranted({ on: '2019-12-02', from: day('2020-01-01') });
    given(...working, later)
      .when(grantInstrument({ on: '2019-12-02', from: day('2020-01-01') }))
      .thenRefused({ code: 'already-granted', instrumentId, kind: 'wage-cost-subsidy' });
    given(...working, later)
      .when(grantInstrument({ on: '2019-12-02' }))
      .thenRefused({ code: 'already-granted', instrumentId, kind: 'wage-cost-subsidy' });
    given(...working, later)
      .when(grantInstrument({ on: '2019-12-02', until: day('2019-12-31') }))
      .then(instrumentGranted({ on: '2019-12-02', ...second, until: day('2019-12-31') }));
  });

  it('has room after the day on which one of its kind ended, and beside another kind (R-324, R-325)', () => {
    given(...working, instrumentGranted({ on: '2019-12-02' }), instrumentEnded({ on: '2020-01-31' }))
      .when(grantInstrument({ on: '2020-02-01', from: day('2020-02-01') }))
      .then(instrumentGranted({ on: '2020-02-01', ...second, from: day('2020-02-01') }));
    given(...working, instrumentGranted({ on: '2019-12-02' }))
      .when(grantInstrument({ on: '2019-12-02', kind: 'job-coach' }))
      .then(instrumentGranted({ on: '2019-12-02', ...second, kind: 'job-coach' }));
    given(...working, instrumentGranted({ on: '2019-12-02', kind: 'other' }))
      .when(grantInstrument({ on: '2019-12-02', kind: 'other' }))
      .then(instrumentGranted({ on: '2019-12-02', ...second, kind: 'other' }));
  });

  it('is refused when it ends before it begins, and for a placement that is not there (R-324)', () => {
    given(...working)
      .when(grantInstrument({ on: '2019-12-02', until: day('2019-11-03') }))
      .thenRefused({ code: 'until-before-from', from: day('2019-11-04'), until: day('2019-11-03') });
    given(...planned({ on: '2019-11-03' }))
      .when(grantInstrument({ on: '2019-11-04' }))
      .thenRefused({ code: 'no-such-placement', placementId });
  });
});
