import { contractSigned, signContract } from '../../examples/at-work.examples.js';
import { closed, day, placed, placementEnded, placementId, planned } from '../../examples/trajectory.examples.js';
import { idOf, toVoid, voided } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();
const working = placed({ on: '2019-11-04' });
const next = { signedOn: day('2020-04-20'), from: day('2020-05-04') };

describe('SignContract', () => {
  it('is handed in on the first day of the placement, though it was signed before it (R-320)', () => {
    given(...working)
      .when(signContract({ on: '2019-11-04' }))
      .then(contractSigned({ on: '2019-11-04' }));
  });

  it('is followed by another, also after the closing, without reopening (R-03, R-320)', () => {
    given(...working, contractSigned({ on: '2019-11-04' }), closed({ on: '2019-12-01' }))
      .when(signContract({ on: '2020-04-20', ...next }))
      .then(contractSigned({ on: '2020-04-20', ...next }));
  });

  it('is refused when it was signed the day after it came in, and taken on the day itself (R-320)', () => {
    given(...working)
      .when(signContract({ on: '2019-11-05', signedOn: day('2019-11-06') }))
      .thenRefused({ code: 'signed-after-it-came', signedOn: day('2019-11-06'), cameOn: day('2019-11-05') });
    given(...working)
      .when(signContract({ on: '2019-11-05', signedOn: day('2019-11-05') }))
      .then(contractSigned({ on: '2019-11-05', signedOn: day('2019-11-05') }));
  });

  it('may last one day, and is refused when it ends before it begins (R-320)', () => {
    given(...working)
      .when(signContract({ on: '2019-11-04', until: day('2019-11-04') }))
      .then(contractSigned({ on: '2019-11-04', until: day('2019-11-04') }));
    given(...working)
      .when(signContract({ on: '2019-11-04', until: day('2019-11-03') }))
      .thenRefused({ code: 'until-before-from', from: day('2019-11-04'), until: day('2019-11-03') });
  });

  it('is refused the second time from the same day, and again taken when the first was voided (R-320, P8)', () => {
    const signed = [...working, contractSigned({ on: '2019-11-04' })];
    given(...signed)
      .when(signContract({ on: '2019-11-05', contract: 'permanent' }))
      .thenRefused({ code: 'already-signed', placementId, from: day('2019-11-04') });
    given(...signed, voided(idOf('ContractSigned'), '2019-11-05'))
      .when(signContract({ on: '2019-11-05' }))
      .then(contractSigned({ on: '2019-11-05' }));
    given(...signed)
      .whenCorrecting([toVoid(idOf('ContractSigned'))])
      .then(voided(idOf('ContractSigned'), '2019-11-04'));
  });

  it('belongs to a placement, on its days (R-18, R-320)', () => {
    given(...planned({ on: '2019-11-01' }))
      .when(signContract({ on: '2019-11-04' }))
      .thenRefused({ code: 'no-such-placement', placementId });
    given(...working, placementEnded({ on: '2019-11-30' }))
      .when(signContract({ on: '2019-12-01' }))
      .thenRefused({ code: 'outside-placement', placementId, startedOn: day('2019-11-04'), endedOn: day('2019-11-30') });
  });
});
