import { dayFrom as day } from '../../src/kernel/days.js';
import {
  add,
  amend,
  close,
  form,
  given,
  nameStandIn,
  offerService,
  recordAbsence,
  register,
  registered,
  remove,
  sign,
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
    },
  );
});
