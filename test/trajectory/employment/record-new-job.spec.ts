import { newJobFound, recordNewJob } from '../../examples/at-work.examples.js';
import { dismissalAnnounced } from '../../examples/around.examples.js';
import { closed, day, started } from '../../examples/trajectory.examples.js';
import { idOf, toVoid } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();
const begun = started({ on: '2019-12-02' });

describe('RecordNewJob', () => {
  it('is found while still employed, in another sector, without a match (R-323)', () => {
    given(begun, dismissalAnnounced({ on: '2019-12-03' }))
      .when(recordNewJob({ on: '2020-02-10' }))
      .then(newJobFound({ on: '2020-02-10' }));
  });

  it('is found by who works nowhere (R-323)', () => {
    given(begun)
      .when(recordNewJob({ on: '2020-02-10', sectorFrom: null }))
      .then(newJobFound({ on: '2020-02-10', sectorFrom: null }));
  });

  it('is found on its first day at the latest (R-323)', () => {
    given(begun)
      .when(recordNewJob({ on: '2020-03-01' }))
      .then(newJobFound({ on: '2020-03-01' }));
    given(begun)
      .when(recordNewJob({ on: '2020-03-02' }))
      .thenRefused({ code: 'starts-before-found', startsOn: day('2020-03-01'), foundOn: day('2020-03-02') });
  });

  it('is refused the second time, and another one is not (R-323)', () => {
    const found = [begun, newJobFound({ on: '2020-02-10' })];
    given(...found)
      .when(recordNewJob({ on: '2020-02-11' }))
      .thenRefused({ code: 'already-found', startsOn: day('2020-03-01'), foundOn: day('2020-02-10') });
    given(...found)
      .when(recordNewJob({ on: '2020-02-11', startsOn: day('2020-02-29') }))
      .then(newJobFound({ on: '2020-02-11', startsOn: day('2020-02-29') }));
    expect(
      given(...found)
        .whenCorrecting([toVoid(idOf('NewJobFound'))])
        .thenState().newJobs.size,
    ).toBe(0);
  });

  it('is refused before the start and after the closing (R-01, R-03)', () => {
    given()
      .when(recordNewJob({ on: '2020-02-10' }))
      .thenRefused({ code: 'not-started' });
    given(begun, closed({ on: '2020-02-09' }))
      .when(recordNewJob({ on: '2020-02-10' }))
      .thenRefused({ code: 'trajectory-closed', closedOn: day('2020-02-09'), result: 'paid-work' });
  });
});
