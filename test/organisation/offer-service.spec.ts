import { newId } from '../harness/decider-spec.js';
import { given, offerService, registered, serviceOffered } from '../examples/organisation.examples.js';

const school = registered({ on: '2019-09-02' });

describe('OfferService', () => {
  it('is recorded with a new id (R-421)', () => {
    given(school)
      .when(offerService({ on: '2019-09-03' }))
      .then(serviceOffered({ on: '2019-09-03' }));
  });

  it('is refused a second time (R-421)', () => {
    given(school, serviceOffered({ on: '2019-09-03' }))
      .when(offerService({ on: '2019-09-04' }))
      .thenRefused({ code: 'service-already-offered', serviceId: newId('service') });
  });
});
