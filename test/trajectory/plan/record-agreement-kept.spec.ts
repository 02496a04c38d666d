import { agreementBroken, agreementKept, planRevised, recordAgreementKept } from '../../examples/around.examples.js';
import { agreementId, closed, day, planned } from '../../examples/trajectory.examples.js';
import { stories } from '../stories.js';

const given = stories();

describe('RecordAgreementKept', () => {
  it('is kept from the day on which it was agreed, also after the closing (R-242)', () => {
    given(...planned({ on: '2019-10-10' }))
      .when(recordAgreementKept({ on: '2019-10-10' }))
      .then(agreementKept({ on: '2019-10-10' }));
    given(...planned({ on: '2019-10-10' }), closed({ on: '2019-12-31' }))
      .when(recordAgreementKept({ on: '2020-01-01' }))
      .then(agreementKept({ on: '2020-01-01' }));
    given(...planned({ on: '2019-10-10' }))
      .when(recordAgreementKept({ on: '2019-10-09' }))
      .thenRefused({ code: 'no-such-agreement', agreementId });
  });

  it('is refused when it is settled, either way (R-242)', () => {
    given(...planned({ on: '2019-10-10' }), agreementKept({ on: '2019-11-01' }))
      .when(recordAgreementKept({ on: '2019-11-01' }))
      .thenRefused({ code: 'agreement-settled', agreementId, how: 'kept', settledOn: day('2019-11-01') });
    given(...planned({ on: '2019-10-10' }), agreementBroken({ on: '2019-11-01' }))
      .when(recordAgreementKept({ on: '2019-11-02' }))
      .thenRefused({ code: 'agreement-settled', agreementId, how: 'broken', settledOn: day('2019-11-01') });
  });

  it('is kept on the day on which a revision drops it, not the day after (R-242)', () => {
    const story = given(...planned({ on: '2019-10-10' }), planRevised({ on: '2020-02-29', drops: [agreementId] })).today(
      '2020-03-01',
    );

    story.when(recordAgreementKept({ on: '2020-02-29' })).then(agreementKept({ on: '2020-02-29' }));
    story
      .when(recordAgreementKept({ on: '2020-03-01' }))
      .thenRefused({ code: 'agreement-replaced', agreementId, replacedOn: day('2020-02-29') });
  });
});
