import { PERMISSIONS } from '../../../src/application/permissions.js';
import { incentiveGranted, recordSanction, sanctionRecorded } from '../../examples/at-work.examples.js';
import { aiming, closed, day } from '../../examples/trajectory.examples.js';
import { stories } from '../stories.js';

const given = stories();

describe('RecordSanction', () => {
  it('stands beside what was given, and takes none of it back (R-328)', () => {
    given(...aiming({ on: '2019-10-04' }), incentiveGranted({ on: '2019-10-04' }))
      .when(recordSanction({ on: '2019-10-04' }))
      .then(sanctionRecorded({ on: '2019-10-04' }));
  });

  it('is recorded by a person only: neither the engine nor another system may (R-328)', () => {
    const may = Object.entries(PERMISSIONS).flatMap(([role, wanted]) => (wanted.has('RecordSanction') ? [role] : []));
    expect(may).toEqual(['caseworker', 'supervisor']);
  });

  it('is refused before the start and after the closing (R-01, R-03, R-328)', () => {
    given()
      .when(recordSanction({ on: '2019-10-04' }))
      .thenRefused({ code: 'not-started' });
    given(...aiming({ on: '2019-10-04' }), closed({ on: '2019-10-05' }))
      .when(recordSanction({ on: '2019-10-06' }))
      .thenRefused({ code: 'trajectory-closed', closedOn: day('2019-10-05'), result: 'paid-work' });
  });
});
