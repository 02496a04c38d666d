import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { humanReference, humanReferenceIn } from '../../src/kernel/human-reference.js';
import { runs } from '../harness/seed.js';

const sha256 = (text: string): Uint8Array => createHash('sha256').update(text).digest();
const anyReference = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(humanReference);

describe('a human reference', () => {
  it('is the first 40 bits in Crockford’s base 32, and the number modulo 37', () => {
    const hash = new Uint8Array(32);
    expect(humanReference(hash)).toBe('000000000');

    hash[4] = 31; // 31 is Z, and its own check
    expect(humanReference(hash)).toBe('0000000ZZ');

    hash[4] = 36; // 1 × 32 + 4; 36 is the last check, U
    expect(humanReference(hash)).toBe('00000014U');

    hash[4] = 37;
    expect(humanReference(hash)).toBe('000000150');

    expect(humanReference(new Uint8Array(32).fill(255))).toBe(
      `ZZZZZZZZ${'0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U'[(2 ** 40 - 1) % 37]}`,
    );
  });

  it('comes from the SHA-256 of the id, and from nothing after its fifth byte', () => {
    // sha256('abc') is ba7816bf 8f01cfea …, the example of FIPS 180-2
    expect(humanReference(sha256('abc')).slice(0, 8)).toBe(
      [0xba, 0x78, 0x16, 0xbf, 0x8f]
        .map((byte) => byte.toString(2).padStart(8, '0'))
        .join('')
        .match(/.{5}/g)!
        .map((bits) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[parseInt(bits, 2)])
        .join(''),
    );
    expect(() => humanReference(new Uint8Array(20))).toThrow(RangeError);
  });

  it('is found in what people type', () => {
    const reference = humanReference(sha256('abc'));
    const typed = `${reference.slice(0, 4)}-${reference.slice(4, 8)} ${reference.slice(8)}`.toLowerCase();
    expect(humanReferenceIn(typed)).toBe(reference);

    expect(humanReferenceIn('oooo-oooo-o')).toBe('000000000');
    expect(humanReferenceIn('0000 001L 1')).toBe(humanReferenceIn('000000111'));
  });

  it('is told from every reference with one wrong character or two neighbours exchanged', () => {
    fc.assert(
      fc.property(anyReference, fc.nat(7), fc.nat(30), (reference, at, other) => {
        expect(humanReferenceIn(reference)).toBe(reference);

        const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.replace(reference[at], '');
        expect(humanReferenceIn(reference.slice(0, at) + digits[other] + reference.slice(at + 1))).toBeNull();

        const exchanged = reference.slice(0, at) + reference[at + 1] + reference[at] + reference.slice(at + 2);
        expect(humanReferenceIn(exchanged)).toBe(exchanged === reference ? reference : null);
      }),
      runs(500),
    );
  });

  it.each(['', '00000000', '0000000000', 'U00000000', '00000000*', 'a name', '000000٠00'])('is not found in %j', (text) =>
    expect(humanReferenceIn(text)).toBeNull(),
  );
});
