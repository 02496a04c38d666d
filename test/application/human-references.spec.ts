import { humanReferenceOf } from '../../src/application/human-references.js';
import { humanReferenceIn } from '../../src/kernel/human-reference.js';
import { publishedNames } from '../event-store/published-vectors.js';

describe('the human reference of an id', () => {
  it('has published vectors', () => {
    expect(publishedNames.length).toBeGreaterThan(5);
  });

  it.each(publishedNames)('is the published one for %j, and is understood when typed', (_, id, reference) => {
    expect(humanReferenceOf(id)).toBe(reference);
    expect(humanReferenceIn(reference.toLowerCase())).toBe(reference);
  });
});
