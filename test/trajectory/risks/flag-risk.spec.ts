import { atWork, flagRisk, riskFlagged } from '../../examples/supported.examples.js';
import { closed, day, placementEnded, placementId, started } from '../../examples/trajectory.examples.js';
import { idOf, newId, toVoid, voided } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();
const anew = { riskId: newId('risk') };

describe('FlagRisk', () => {
  it('is flagged in a placement, its last day included, or of none and then also after the closing (R-264)', () => {
    const ended = [...atWork, placementEnded({ on: '2020-02-28' }), closed({ on: '2020-02-28' })];
    given(...ended)
      .when(flagRisk({ on: '2020-02-28' }))
      .then(riskFlagged({ on: '2020-02-28', ...anew }));
    given(...ended)
      .when(flagRisk({ on: '2020-02-29' }))
      .thenRefused({ code: 'outside-placement', placementId, startedOn: day('2019-11-04'), endedOn: day('2020-02-28') });
    given(...ended)
      .when(flagRisk({ on: '2020-02-29', placementId: null, signals: ['countability-ends'] }))
      .then(riskFlagged({ on: '2020-02-29', ...anew, placementId: null, signals: ['countability-ends'] }));
  });

  it('is refused where nothing began or nobody works (R-264, R-01)', () => {
    given()
      .when(flagRisk({ on: '2020-02-28' }))
      .thenRefused({ code: 'not-started' });
    given(started({ on: '2019-10-03' }))
      .when(flagRisk({ on: '2020-02-28' }))
      .thenRefused({ code: 'no-such-placement', placementId });
  });

  it('is judged once: the placement may be voided before it (R-264)', () => {
    given(...atWork, riskFlagged({ on: '2020-02-28' }))
      .whenCorrecting([toVoid(idOf('PlacementStarted'))])
      .then(voided(idOf('PlacementStarted'), '2020-02-28'));
  });
});
