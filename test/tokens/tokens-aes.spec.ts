import { createSecretKey } from 'node:crypto';
import * as fc from 'fast-check';
import { tokensAes } from '../../src/adapters/tokens-aes/tokens-aes.js';
import type { Position } from '../../src/application/ports/event-store.js';
import { CATEGORIES, streamIdOf, type TenantId } from '../../src/kernel/ids.js';
import { runs } from '../harness/seed.js';

const keyOf = (byte: number) => createSecretKey(Buffer.alloc(32, byte));
const tokens = tokensAes(keyOf(1));
const here = 'hengelo' as TenantId;
const there = 'enschede' as TenantId;
const position = '0000000000012345' as Position;
const place = { streamId: streamIdOf('trajectory', '5f0f6a3e-1c1a-5b58-9d0b-0f4f3a8f1d11'), version: 3 };
const row = ['2019-10-03', 7, null];

const readings = (token: string, tenant = here, reader = tokens) => [
  reader.positionIn(tenant, token),
  reader.feedPlaceIn(tenant, token),
  reader.pagePlaceIn(tenant, 'candidates', token),
];
const nothing = [null, null, null];

describe('a token', () => {
  it('says to its reader what it was made of', () => {
    expect(tokens.positionIn(here, tokens.ofPosition(here, position))).toBe(position);
    expect(tokens.feedPlaceIn(here, tokens.ofFeed(here, place))).toEqual(place);
    expect(tokens.pagePlaceIn(here, 'candidates', tokens.ofPage(here, 'candidates', row))).toEqual(row);
  });

  // Seen to fail when the tag is random.
  it('is the same for the same place, also after a restart, so that a repeated command gets the same answer (P3)', () => {
    const restarted = tokensAes(keyOf(1));

    expect(restarted.ofPosition(here, position)).toBe(tokens.ofPosition(here, position));
    expect(restarted.ofFeed(here, { version: 3, streamId: place.streamId })).toBe(tokens.ofFeed(here, place));
    expect(restarted.ofPage(here, 'candidates', row)).toBe(tokens.ofPage(here, 'candidates', row));
  });

  it('comes back whole, whatever a list is sorted by', () => {
    const value = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constant(null),
    );

    fc.assert(
      fc.property(fc.array(value, { maxLength: 5 }), fc.string({ unit: 'grapheme' }), (values, question) => {
        const read = tokens.pagePlaceIn(here, question, tokens.ofPage(here, question, values));
        expect(read).toEqual(JSON.parse(JSON.stringify(values)));
      }),
      runs(200),
    );
  });

  it('keeps to the letters of a URL', () => {
    expect(tokens.ofFeed(here, place)).toMatch(/^[\w-]+$/);
  });
});

describe('a token tells nothing to who cannot read it (P11)', () => {
  // Seen to fail when the tenant is left out of the context.
  it('is the same as nonsense in another tenant', () => {
    expect(readings(tokens.ofPosition(here, position), there)).toEqual(nothing);
    expect(readings(tokens.ofFeed(here, place), there)).toEqual(nothing);
    expect(readings(tokens.ofPage(here, 'candidates', row), there)).toEqual(nothing);
    expect(tokens.ofPosition(here, position).slice(2, 20)).not.toBe(tokens.ofPosition(there, position).slice(2, 20));
  });

  // Seen to fail when the use is left out of the context.
  it('is read for no other use, and on no other list', () => {
    expect(readings(tokens.ofPosition(here, position))).toEqual([position, null, null]);
    expect(readings(tokens.ofFeed(here, place))).toEqual([null, place, null]);
    expect(readings(tokens.ofPage(here, 'candidates', row))).toEqual([null, null, row]);
    expect(readings(tokens.ofPage(here, 'employers', row))).toEqual(nothing);
  });

  it('is nonsense under another key', () => {
    expect(readings(tokens.ofFeed(here, place), here, tokensAes(keyOf(2)))).toEqual(nothing);
  });

  // Seen to fail when what it says is not filled up.
  it('is equally long for each kind of stream, and however long the log is', () => {
    const positions = ['1', '12345', '0000000000012345678'].map((text) => tokens.ofPosition(here, text as Position).length);
    const feeds = CATEGORIES.map((category) =>
      tokens.ofFeed(here, { streamId: streamIdOf(category, '5f0f6a3e-1c1a-5b58-9d0b-0f4f3a8f1d11'), version: 1 }),
    );

    expect(new Set(positions).size).toBe(1);
    expect(new Set(feeds.map(({ length }) => length)).size).toBe(1);
  });

  it('shows nothing of what it says', () => {
    const bytes = Buffer.from(tokens.ofFeed(here, place), 'base64url').toString('latin1');

    expect(bytes).not.toContain('trajectory');
    expect(bytes).not.toContain('5f0f6a3e');
  });
});

describe('what is no token of this server answers null, and never throws (P11)', () => {
  const real = [tokens.ofPosition(here, position), tokens.ofFeed(here, place), tokens.ofPage(here, 'candidates', row)];
  const token = fc.constantFrom(...real);

  // Seen to fail when the tag is not compared.
  it('a token with any one bit changed', () => {
    for (const one of real) {
      const bytes = Buffer.from(one, 'base64url');
      for (let bit = 0; bit < bytes.length * 8; bit++) {
        const altered = Buffer.from(bytes);
        altered[bit >> 3] ^= 1 << (bit & 7);
        expect(readings(altered.toString('base64url'))).toEqual(nothing);
      }
    }
  });

  // Seen to fail when a token is decoded without being compared with its one way of writing.
  it('the same bytes written in another way', () => {
    const letters = fc.constantFrom(...'ABCxyz019-_+/=., \n%é');
    fc.assert(
      fc.property(token, fc.nat(), letters, (one, at, letter) => {
        const where = at % (one.length + 1);
        for (const altered of [
          one.slice(0, where) + letter + one.slice(where),
          one.slice(0, where) + letter + one.slice(where + 1),
        ])
          if (altered !== one) expect(readings(altered)).toEqual(nothing);
      }),
      runs(500),
    );
  });

  it('a token cut short, or two parts of tokens put together', () => {
    fc.assert(
      fc.property(token, token, fc.nat(), (one, other, at) => {
        const where = at % one.length;
        expect(readings(one.slice(0, where))).toEqual(nothing);
        const spliced = one.slice(0, where) + other.slice(where);
        if (!real.includes(spliced)) expect(readings(spliced)).toEqual(nothing);
      }),
      runs(500),
    );
  });

  it('any other text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.base64String({ maxLength: 300 })), (text) => {
        expect(readings(text)).toEqual(nothing);
      }),
      runs(500),
    );
    expect(readings('A'.repeat(1_000_000))).toEqual(nothing);
  });
});
