import { dayFrom as day } from '../../src/kernel/days.js';
import { organisationVocabulary } from '../../src/organisation/organisation.events.js';
import {
  absent,
  close,
  closed,
  given,
  jan,
  nameStandIn,
  recordAbsence,
  registered,
  standInNamed,
} from '../examples/organisation.examples.js';

const school = registered({ on: '2019-09-02' });
const reversed = { code: 'period-reversed', from: day('2019-12-23'), until: day('2019-12-22') } as const;

describe('RecordAbsence', () => {
  it('is recorded for one day at least (R-424)', () => {
    const oneDay = { on: '2019-12-20', until: day('2019-12-23') };
    given(school).when(recordAbsence(oneDay)).then(absent(oneDay));
    given(school)
      .when(recordAbsence({ on: '2019-12-20', until: day('2019-12-22') }))
      .thenRefused(reversed);
  });

  it('has no place for why (P10)', () => {
    const schema = organisationVocabulary.AbsenceRecorded.data;
    const { data } = absent({ on: '2019-12-20' });
    expect(schema.safeParse(data).success).toBe(true);
    expect(schema.safeParse({ ...data, reason: 'illness' }).success).toBe(false);
  });
});

describe('NameStandIn', () => {
  it('is recorded for another, on days that are not reversed (R-424, R-425)', () => {
    given(school)
      .when(nameStandIn({ on: '2019-12-20' }))
      .then(standInNamed({ on: '2019-12-20' }));
    given(school)
      .when(nameStandIn({ on: '2019-12-20', until: day('2019-12-22') }))
      .thenRefused(reversed);
  });

  it('is refused of oneself (R-425)', () => {
    given(school)
      .when(nameStandIn({ on: '2019-12-20', standIn: jan }))
      .thenRefused({ code: 'stands-in-for-oneself', subject: jan });
  });
});

describe('SetClosingDay', () => {
  it('is recorded once for each day (R-426)', () => {
    given(school)
      .when(close({ on: '2019-12-01' }))
      .then(closed({ on: '2019-12-01' }));
    given(school, closed({ on: '2019-12-01' }))
      .when(close({ on: '2019-12-02' }))
      .thenRefused({ code: 'already-closed', closedOn: day('2019-12-27') });
  });
});
