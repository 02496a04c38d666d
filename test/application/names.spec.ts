import { idOf, NAME_SPACE } from '../../src/application/names.js';
import type { IdName } from '../../src/kernel/ids.js';

const id = '0f8fad5b-d9cb-569f-a165-70867728950e';

/** Made with another implementation of UUIDv5 (that of Python's standard library). */
const VECTORS: readonly (readonly [IdName, string])[] = [
  [['command', 'north', 'client-1', 'key-1'], 'ef8db16a-ebe5-58c0-ba07-15953b746305'],
  [['id', id, 'note', 0], '5c2d928b-b634-5e64-bb91-7ce54b5ac492'],
  [['id', id, `trajectory-${id}`, 'event', 1], 'b7ef20b4-9980-5e31-a974-052abe9d040f'],
  [['slug', 'nl', 'all-days'], '58e22812-88aa-57af-aeba-e4b840f0701e'],
  [['reaction', id, 'offer-next-round', 0], '3cf6b826-2f92-56fd-97b7-27b83a930c9d'],
  [['step', id, 7, 'lapse'], 'fabde9bd-5756-5a1b-9b89-3a7635fe7fdf'],
  [['round', id, id, 2], '09b7a99d-725c-5f62-9120-e28e1c715515'],
  [['match', id, id, id], '26cb6adc-caeb-5b44-af0d-79bad6795a5b'],
  [['slug', 'north', 'café-🙂'], '9ec62de1-0617-57e4-8615-a8203243c9b9'],
];

describe('the id that a name stands for', () => {
  it('lies in the name space that trajectlijn has among domain names', () => {
    expect(NAME_SPACE).toBe('4f6798b1-1e4e-5571-90fd-30623b56be5c');
  });

  it.each(VECTORS)('is the same here and elsewhere for %j', (name, uuid) => {
    expect(idOf(name)).toBe(uuid);
  });

  it('differs for names that only look alike when joined', () => {
    expect(idOf(['slug', 'a', 'b","c'])).not.toBe(idOf(['command', 'a', 'b', 'c']));
    expect(idOf(['slug', 'ab', 'c'])).not.toBe(idOf(['slug', 'a', 'bc']));
  });
});
