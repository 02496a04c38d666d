import { createSecretKey, randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { masterKey } from '../../src/adapters/key-folder/master-key.js';
import { CannotUnwrap } from '../../src/application/ports/master-key.js';
import { runs } from '../harness/seed.js';

const master = masterKey(createSecretKey(Buffer.alloc(32, 1)));
const place = ['subject', 'tenant', 'someone'];

describe('the master key', () => {
  it('opens what it wrapped, in its place', () => {
    const key = randomBytes(32);

    expect(master.unwrap(master.wrap(key, place), place)).toEqual(key);
  });

  it('wraps anew each time', () => {
    const key = randomBytes(32);

    expect(master.wrap(key, place).wrapped).not.toEqual(master.wrap(key, place).wrapped);
  });

  it('has an id that does not hang on when it was opened, and is not in the key', () => {
    expect(masterKey(createSecretKey(Buffer.alloc(32, 1))).id).toBe(master.id);
    expect(masterKey(createSecretKey(Buffer.alloc(32, 2))).id).not.toBe(master.id);
    expect(master.id).toMatch(/^[0-9a-f]{16}$/);
  });

  // Seen to fail when the place is not associated data.
  it('does not open in another row (P10)', () => {
    const wrapped = master.wrap(randomBytes(32), place);

    expect(() => master.unwrap(wrapped, ['subject', 'tenant', 'someone else'])).toThrow(CannotUnwrap);
    expect(() => master.unwrap(wrapped, ['subject', 'tenantsomeone'])).toThrow(CannotUnwrap);
  });

  it('says so when another master key wrapped it', () => {
    const other = masterKey(createSecretKey(Buffer.alloc(32, 2)));

    expect(() => other.unwrap(master.wrap(randomBytes(32), place), place)).toThrow(
      `the database holds keys of master key ${master.id}, but master.key is ${other.id}`,
    );
  });

  // Seen to fail when `final()` is not called, and so the tag not checked.
  it('opens nothing that was altered, cut or lengthened (P10)', () => {
    const wrapped = master.wrap(randomBytes(32), place);

    fc.assert(
      fc.property(fc.nat(wrapped.wrapped.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const altered = Buffer.from(wrapped.wrapped);
        altered[at] ^= by;
        expect(() => master.unwrap({ ...wrapped, wrapped: altered }, place)).toThrow(CannotUnwrap);
      }),
      runs(200),
    );
    for (const wrong of [Buffer.alloc(0), wrapped.wrapped.subarray(1), Buffer.concat([wrapped.wrapped, Buffer.alloc(1)])])
      expect(() => master.unwrap({ ...wrapped, wrapped: wrong }, place)).toThrow(CannotUnwrap);
  });

  it('wraps nothing that is no key', () => {
    expect(() => master.wrap(Buffer.alloc(16), place)).toThrow(RangeError);
  });
});
