import { idOf, NAME_SPACE } from '../../src/application/names.js';
import type { IdName } from '../../src/kernel/ids.js';
import { publishedNames } from '../event-store/published-vectors.js';

describe('the id that a name stands for', () => {
  it('lies in the name space that trajectlijn has among domain names', () => {
    expect(NAME_SPACE).toBe('4f6798b1-1e4e-5571-90fd-30623b56be5c');
  });

  it('has a published vector for every kind of name', () => {
    const kinds = ['command', 'id', 'slug', 'reaction', 'step', 'round', 'match'] satisfies IdName[0][];
    expect(new Set(publishedNames.map(([[kind]]) => kind))).toEqual(new Set(kinds));
  });

  // Made with another implementation of UUIDv5, that of Python's standard library.
  it.each(publishedNames)('is the published one for %j', (name, id) => {
    expect(idOf(name as unknown as IdName)).toBe(id);
  });

  it('differs for names that only look alike when joined', () => {
    expect(idOf(['slug', 'a', 'b","c'])).not.toBe(idOf(['command', 'a', 'b', 'c']));
    expect(idOf(['slug', 'ab', 'c'])).not.toBe(idOf(['slug', 'a', 'bc']));
  });
});
