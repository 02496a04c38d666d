import { claimsIdentity, wordsThatCount } from '../../src/candidate/sealed-words.js';
import { benefitStarted, contactDetailsChanged, identityLinked, registered } from '../examples/candidate.examples.js';

const walkIn = registered({ on: '2019-10-03', walkIn: true });
const known = registered({ on: '2019-10-03', identity: 'linked' });

describe('the sealed words of a candidate', () => {
  it.each([
    ['the registration of somebody known', known, true],
    ['a link', identityLinked({ on: '2019-10-04' }), true],
    ['the registration of a walk-in', walkIn, false],
    ['new contact details', contactDetailsChanged({ on: '2019-10-04' }), false],
  ])('claim a BSN or not: %s', (_, event, claims) => expect(claimsIdentity(event)).toBe(claims));

  it('lie with the last event that brought each', () => {
    const linked = identityLinked({ on: '2019-10-04' });
    const moved = contactDetailsChanged({ on: '2019-11-01' });
    const moves = [contactDetailsChanged({ on: '2019-10-05' }), moved];

    expect(wordsThatCount([walkIn, linked, benefitStarted({ on: '2019-10-04' }), ...moves])).toEqual({
      names: walkIn,
      identity: linked,
      contact: moved,
    });
  });

  it('are all with the registration where nothing followed, the BSN only of somebody known', () => {
    expect(wordsThatCount([walkIn])).toEqual({ names: walkIn, identity: null, contact: walkIn });
    expect(wordsThatCount([known])).toEqual({ names: known, identity: known, contact: known });
  });
});
