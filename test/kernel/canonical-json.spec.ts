import fc from 'fast-check';
import { CANONICAL_DEPTH, NotCanonical, canonicalJson } from '../../src/kernel/canonical-json.js';
import { runs } from '../harness/seed.js';

/** The double whose IEEE 754 bits these are. */
const double = (hex: string): number => Buffer.from(hex, 'hex').readDoubleBE();

describe('canonical JSON writes numbers as RFC 8785, appendix B', () => {
  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('%s as %s', (bits, text) => expect(canonicalJson(double(bits))).toBe(text));

  it.each(['7fffffffffffffff', '7ff0000000000000', 'fff0000000000000'])('and refuses %s', (bits) =>
    expect(() => canonicalJson(double(bits))).toThrow(NotCanonical),
  );
});

describe('canonical JSON', () => {
  it('serialises the sample of RFC 8785, section 3.2.2', () => {
    const sample = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`;

    expect(canonicalJson(JSON.parse(sample))).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it('sorts members by UTF-16 code units, as the sample of RFC 8785, section 3.2.3', () => {
    const sample = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };

    expect(Object.values(JSON.parse(canonicalJson(sample)) as object).sort()).toEqual(Object.values(sample).sort());
    expect([...canonicalJson(sample).matchAll(/:"([^"]*)"/g)].map(([, value]) => value)).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it('escapes as little as RFC 8785 allows', () => {
    expect(canonicalJson('\b\t\n\f\r\u0000\u001f\u007f\u2028"\\/')).toBe('"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\u2028\\"\\\\/"');
  });

  it('keeps a member named __proto__', () => {
    expect(canonicalJson(JSON.parse('{"__proto__":1,"a":2}'))).toBe('{"__proto__":1,"a":2}');
  });

  it('takes an object without a prototype', () => {
    expect(canonicalJson(Object.assign(Object.create(null), { b: 1, a: 2 }))).toBe('{"a":2,"b":1}');
  });

  it('is the same for every order of members, and parses back to the same value (P3)', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);

        expect(canonicalJson(reversed(value))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      runs(300),
    );
  });

  it.each([
    ['undefined', undefined, '$'],
    ['an undefined member', { a: { b: undefined } }, '$.a.b'],
    ['an undefined item', [0, undefined], '$[1]'],
    ['a hole', { list: [0, , 2] }, '$.list[1]'],
    ['a function', [() => 0], '$[0]'],
    ['a bigint', { a: 1n }, '$.a'],
    ['a symbol', { a: Symbol('a') }, '$.a'],
    ['NaN', { a: NaN }, '$.a'],
    ['a high surrogate alone', { a: 'x\ud83d' }, '$.a'],
    ['a low surrogate alone', { a: '\ude00x' }, '$.a'],
    ['surrogates in the wrong order', { a: '\ude00\ud83d' }, '$.a'],
    ['a lone surrogate in a name', { a: { 'b\ud83d': 1 } }, '$.a'],
    ['a Date', { a: new Date(0) }, '$.a'],
    ['a Map', new Map(), '$'],
    ['a boxed number', { a: Object(1) as unknown }, '$.a'],
  ])('refuses %s, and says where', (_, value, path) => {
    expect(faultOf(value)).toMatchObject({ name: 'NotCanonical', path });
  });

  it('never shows a value in what it throws (P10)', () => {
    expect(() => canonicalJson({ a: 'Jansen\ud83d' })).not.toThrow(/Jansen/);
  });

  it('refuses a cycle and what is nested too deep, instead of ending the stack', () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    expect(() => canonicalJson(cycle)).toThrow(NotCanonical);

    const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
    expect(() => canonicalJson(deep(CANONICAL_DEPTH + 1))).toThrow(NotCanonical);
    expect(canonicalJson(deep(CANONICAL_DEPTH))).toHaveLength(2 * CANONICAL_DEPTH);
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, inner]) => [name, reversed(inner)]),
  );
}

function faultOf(value: unknown): unknown {
  try {
    return canonicalJson(value);
  } catch (fault) {
    return fault;
  }
}
