import { dayFrom as day } from '../../src/kernel/days.js';
import {
  absent,
  add,
  amend,
  amended,
  close,
  closed,
  form,
  formed,
  given,
  joined,
  nameStandIn,
  offerService,
  recordAbsence,
  register,
  registered,
  remove,
  serviceOffered,
  sign,
  signed,
  standInNamed,
} from '../examples/organisation.examples.js';

describe('RegisterOrganisation', () => {
  it('is recorded (R-420)', () => {
    given()
      .when(register({ on: '2019-09-02' }))
      .then(registered({ on: '2019-09-02' }));
  });

  it('is refused a second time (R-420)', () => {
    given(registered({ on: '2019-09-02' }))
      .when(register({ on: '2019-09-03' }))
      .thenRefused({ code: 'organisation-already-registered', registeredOn: day('2019-09-02') });
  });

  it.each([offerService, sign, amend, form, add, remove, recordAbsence, nameStandIn, close])(
    'comes before anything else that is recorded of it (R-420): %#',
    (command) => {
      given()
        .when(command({ on: '2019-09-02' }))
        .thenRefused({ code: 'organisation-not-registered' });
      given(registered({ on: '2019-09-02' }))
        .when(command({ on: '2019-09-01' }))
        .thenRefused({ code: 'before-registration', happenedOn: day('2019-09-01'), registeredOn: day('2019-09-02') });
    },
  );

  it.each(['2019-09-02', '2020-01-01', '2020-02-29', '2020-03-29', '2020-10-25'])(
    'lets all else be recorded on its own day, %s (R-420)',
    (on) => {
      const story = given(registered({ on }), formed({ on }), signed({ on }));
      story.when(offerService({ on })).then(serviceOffered({ on }));
      story.when(amend({ on })).then(amended({ on }));
      story.when(add({ on })).then(joined({ on }));
      story.when(recordAbsence({ on })).then(absent({ on }));
      story.when(nameStandIn({ on })).then(standInNamed({ on }));
      story.when(close({ on })).then(closed({ on }));
    },
  );
});
