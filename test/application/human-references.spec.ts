import { humanReferenceOf } from '../../src/application/human-references.js';
import { humanReferenceIn } from '../../src/kernel/human-reference.js';

describe('the human reference of an id', () => {
  // The first 40 bits of `printf %s <id> | sha256sum` in Crockford base 32, and the number modulo 37.
  it.each([
    ['0f8fad5b-d9cb-569f-a165-70867728950e', '6XQJ8XA3J'],
    ['4f6798b1-1e4e-5571-90fd-30623b56be5c', 'F96TWJ04J'],
  ])('of %s is %s, and is understood when typed', (id, reference) => {
    expect(humanReferenceOf(id)).toBe(reference);
    expect(humanReferenceIn(reference.toLowerCase())).toBe(reference);
  });
});
