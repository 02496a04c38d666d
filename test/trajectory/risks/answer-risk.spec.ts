import { answerRisk, atWork, riskAnswered, riskFlagged, riskId } from '../../examples/supported.examples.js';
import { closed, day, placementEnded } from '../../examples/trajectory.examples.js';
import { idOf, toVoid } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();
const flagged = [...atWork, riskFlagged({ on: '2020-02-24' })];

describe('AnswerRisk', () => {
  it('is answered once, on the day on which it was seen at the earliest, also after the closing (R-265)', () => {
    given(...flagged)
      .when(answerRisk({ on: '2020-02-24' }))
      .then(riskAnswered({ on: '2020-02-24' }));
    given(...flagged, placementEnded({ on: '2020-02-25' }), closed({ on: '2020-02-26' }))
      .when(answerRisk({ on: '2020-02-29', answer: 'other-work' }))
      .then(riskAnswered({ on: '2020-02-29', answer: 'other-work' }));
    given(...flagged)
      .when(answerRisk({ on: '2020-02-23' }))
      .thenRefused({ code: 'no-such-risk', riskId });
    given(...flagged, riskAnswered({ on: '2020-02-25' }))
      .when(answerRisk({ on: '2020-02-25' }))
      .thenRefused({ code: 'risk-answered', riskId, answeredOn: day('2020-02-25') });
  });

  it('keeps the risk from being voided (R-265, P8)', () => {
    given(...flagged, riskAnswered({ on: '2020-02-25' }))
      .whenCorrecting([toVoid(idOf('RiskFlagged'))])
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('RiskAnswered'),
        type: 'RiskAnswered',
        occurredOn: day('2020-02-25'),
        refusal: 'no-such-risk',
      });
  });
});
