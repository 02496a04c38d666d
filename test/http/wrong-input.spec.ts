import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { faultsOf as inputFaults } from '../../src/http/requests/input-faults.js';
import { startApi, type Api } from './harness/api.js';
import { get, post, send } from './harness/requests.js';

const TRAJECTORY = 'c273e4d5-a071-5f82-a394-718293a4b5c6';
const PLACEMENT = 'a051c2b3-8e5f-5d60-8172-5f60718293a4';
const CHECK_INS = `/v1/trajectories/${TRAJECTORY}/check-ins`;
const CHECK_IN = { heldOn: '2019-11-18', placementId: PLACEMENT, with: 'candidate', rating: 4 };
/** Stands in what is sent, wherever a value may stand, and nowhere in an answer. */
const MARKER = 'QZXJWVKPLMNBGTRF';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
beforeEach(() => {
  api.buses.asked.length = 0;
});
afterEach(() => {
  expect(api.buses.wishes).toEqual([]);
});

const faultsOf = (body: Record<string, unknown>) =>
  body.errors as { in: string; path: string; detail: string; expected?: unknown }[];

describe('a field that is not right is refused with its place, what is wrong and what would be right', () => {
  it.each([
    ['a wrong type', { rating: MARKER }, { path: '/rating', detail: 'is a string', expected: 'number' }],
    ['a number that is no whole one', { rating: 3.5 }, { path: '/rating', expected: 'int' }],
    ['a number out of bounds', { rating: 9 }, { path: '/rating', detail: expect.stringContaining('<=5') }],
    ['a list for a text', { with: [MARKER] }, { path: '/with', detail: 'is none of the values that are known here' }],
    ['a word that is no code here', { with: MARKER }, { path: '/with', expected: ['candidate', 'employer'] }],
    ['a day that does not exist', { heldOn: '2026-02-30' }, { path: '/heldOn', expected: 'YYYY-MM-DD, a day that exists' }],
    ['29 February 2027', { heldOn: '2027-02-29' }, { path: '/heldOn', detail: 'not a day that exists, YYYY-MM-DD' }],
    ['a day in another order', { heldOn: '18-11-2019' }, { path: '/heldOn' }],
    ['a day of another age', { heldOn: '1066-10-14' }, { path: '/heldOn', detail: 'not a day from 1900 to 2199' }],
    ['an id that is no UUID', { placementId: MARKER }, { path: '/placementId', detail: 'not a UUID in lower case' }],
    [
      'nothing where something must be',
      { placementId: undefined },
      { path: '/placementId', detail: 'is missing', expected: 'string' },
    ],
    ['null', { rating: null }, { path: '/rating', detail: 'is null' }],
    ['words that are no words', { words: { note: 7 } }, { path: '/words/note', detail: 'is a number', expected: 'string' }],
    [
      'a field that is not known',
      { ratting: MARKER },
      { path: '/ratting', detail: 'is no field here', expected: expect.arrayContaining(['rating']) },
    ],
    ['a field that is not known, deeper', { words: { note: 'x', nota: MARKER } }, { path: '/words/nota', expected: ['note'] }],
    [
      'a name that looks like no field',
      { [`${MARKER} de Vries`]: 1 },
      { path: '', detail: 'has a field that is not known here' },
    ],
    ['a name with a number of a person', { bsn_900001021: 1 }, { path: '', detail: 'has a field that is not known here' }],
    [
      'such a name, deeper',
      { words: { note: 'x', tel0612345678: 1 } },
      { path: '/words', detail: 'has a field that is not known here' },
    ],
  ])('%s', async (_, change, fault) => {
    const { status, body } = await post(api, [CHECK_INS, { ...CHECK_IN, ...change }]);

    expect(status).toBe(400);
    expect(body.code).toBe('invalid-input');
    expect(faultsOf(body)).toEqual([expect.objectContaining({ in: 'body', ...fault })]);
    expect(JSON.stringify(body)).not.toMatch(/QZXJ|900001021|0612345678/);
  });

  it('names a field that it knows also where that has digits', () => {
    const schema = z.strictObject({ postcode4: z.number(), words: z.strictObject({ line2: z.string() }) });
    const value = { postcode4: MARKER, words: { line2: 1, line3: MARKER } };
    const { error } = schema.safeParse(value);
    const faults = inputFaults(error!.issues, { value, schema, place: 'body' });
    expect(faults.map(({ path }) => path)).toEqual(['/postcode4', '/words/line2', '/words']);
  });

  it('names no field of words that it does not know, nor of what cannot be stored', async () => {
    const replacement = { occurredOn: '2019-11-18', data: {}, words: { bsn_900001021: 'x' } };
    const correction = { kind: 'replace', corrects: PLACEMENT, reason: 'wrong-day', requestedBy: 'employer', replacement };
    const { body } = await post(api, [`/v1/trajectories/${TRAJECTORY}/corrections`, { corrections: [correction] }]);
    expect(faultsOf(body).map(({ path }) => path)).toEqual(['/corrections/0/replacement/words']);

    const nul = await post(api, [CHECK_INS], { raw: '{"bsn_900001021":{"note":"\\u0000"}}' });
    expect(faultsOf(nul.body).map(({ path }) => path)).toEqual(['']);
  });

  it('names every fault at once', async () => {
    const { body } = await post(api, [CHECK_INS, { rating: 9, with: 'nobody' }]);
    expect(faultsOf(body).map(({ path }) => path)).toEqual(['/placementId', '/with', '/rating']);
  });

  it('names an unknown kind with the kinds that there are', async () => {
    const { body } = await post(api, [`/v1/trajectories/${TRAJECTORY}/corrections`, { corrections: [{ kind: 'delete' }] }]);
    expect(faultsOf(body)).toEqual([
      expect.objectContaining({ path: '/corrections/0/kind', expected: ['replace', 'void', 'restore'] }),
    ]);
  });

  it.each(['900 001 032', '123', '123456789'])('takes no BSN by a correction that it would not take first: %s', async (bsn) => {
    const replacement = { occurredOn: '2019-11-05', data: {}, words: { givenNames: 'Sanne', bsn } };
    const why = { reason: 'wrong-details', requestedBy: 'caseworker' };
    const correction = { kind: 'replace', corrects: 'b162d3c4-9f60-5e71-9283-60718293a4b5', ...why, replacement };
    const late = { type: 'IdentityLinked', occurredOn: '2019-11-05', data: {}, words: { bsn } };
    const path = `/v1/candidates/${TRAJECTORY}/corrections`;
    const { status, body } = await post(api, [path, { corrections: [correction], late: [late] }]);

    expect(status).toBe(400);
    expect(faultsOf(body).map(({ path }) => path)).toEqual(['/corrections/0/replacement/words/bsn', '/late/0/words/bsn']);
    expect(JSON.stringify(body)).not.toContain(bsn);
  });

  it('refuses corrections that correct nothing', async () => {
    const { status, body } = await post(api, [`/v1/trajectories/${TRAJECTORY}/corrections`, {}]);
    expect([status, faultsOf(body)[0]]).toEqual([
      400,
      expect.objectContaining({ path: '', detail: 'holds neither corrections nor late facts' }),
    ]);
  });

  it('refuses a BSN that fails the eleven test, without repeating it', async () => {
    const { body } = await post(api, ['/v1/candidates', { words: { familyName: MARKER, bsn: '123456789' } }]);
    expect(faultsOf(body)).toEqual([
      expect.objectContaining({ path: '/words/bsn', detail: 'is no BSN: nine digits that pass the eleven test' }),
    ]);
    expect(JSON.stringify(body)).not.toMatch(/123456789|QZXJ/);
  });

  it('refuses a firm in whose public name a person’s number stands', async () => {
    const employer = {
      legalForm: 'bv',
      name: `Jansen 999993549`,
      sector: 'trade',
      sizeClass: '1',
      words: { contactName: 'Kim' },
    };
    const { status, body } = await post(api, ['/v1/employers', employer]);
    expect([status, faultsOf(body)[0].path]).toEqual([400, '/name']);
  });
});

describe('a body that cannot be read', () => {
  it.each([
    ['broken off', '{"rating": 4', { line: 1, column: 13 }],
    ['with a comma too many', '{"rating": 4,}', { line: 1, column: 14 }],
    ['with a word that is none', `{"note": "${MARKER}",\n "rating": four}`, { line: 2, column: 13 }],
    ['that is no JSON at all', MARKER, { line: 1, column: 1 }],
    ['with a second value', '{} {}', { line: 1, column: 4 }],
  ])('%s says where', async (_, raw, place) => {
    const { status, body } = await post(api, [CHECK_INS], { raw });

    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'malformed-json', ...place });
    expect(JSON.stringify(body)).not.toContain(MARKER);
  });

  it.each([
    ['in the body itself', '{\n  "rating": 4,\n  "rating": 2\n}', { line: 3, column: 3 }],
    ['written otherwise', '{"rating":4,"r\\u0061ting":2}', { line: 1, column: 13 }],
    ['within its words', `{"words":{"note":"${MARKER}, {\\"x\\"","x":[{"y":1},{"y":2}],"note":""}}`, { line: 1, column: 67 }],
    ['of a prototype', '{"__proto__":{"a":1},"__proto__":{}}', { line: 1, column: 22 }],
  ])('is refused when it names a member twice: %s', async (_, raw, place) => {
    const { status, body } = await post(api, [CHECK_INS], { raw });

    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'repeated-member', ...place });
    expect(JSON.stringify(body)).not.toContain(MARKER);
  });

  it('is refused when it is not UTF-8', async () => {
    const raw = new Uint8Array([...Buffer.from('{"note":"'), 0xff, 0xfe, ...Buffer.from('"}')]);
    expect((await post(api, [CHECK_INS], { raw })).body).toMatchObject({ status: 400, code: 'malformed-json' });
  });

  it.each([
    [
      'a lone surrogate',
      `{"words":{"note":"${MARKER} \\ud800"}}`,
      ['/words/note', 'holds a lone surrogate, which is no character'],
    ],
    ['U+0000', `{"words":{"note":"${MARKER}\\u0000"}}`, ['/words/note', 'holds U+0000, which cannot be stored']],
    ['U+0000 in a name', '{"a\\u0000b":1}', ['', 'has a member whose name holds U+0000, which cannot be stored']],
    ['a number without end', '{"rating":1e999}', ['/rating', 'is a number too large to keep']],
    ['a prototype', '{"__proto__":{"rating":4}}', ['', 'has a member named __proto__, which is not read']],
  ])('is refused when it holds %s', async (_, raw, [path, detail]) => {
    const { status, body } = await post(api, [CHECK_INS], { raw });

    expect([status, faultsOf(body)]).toEqual([400, [{ in: 'body', path, detail }]]);
    expect(JSON.stringify(body)).not.toContain(MARKER);
  });

  it('is refused when it nests without end', async () => {
    const { body } = await post(api, [CHECK_INS], { raw: `${'['.repeat(5000)}${']'.repeat(5000)}` });
    expect(faultsOf(body)[0].detail).toBe('nests deeper than 200');
  });

  it('is refused when it is absent, a list, or a text', async () => {
    const none = await send(api, CHECK_INS, {
      method: 'POST',
      headers: { authorization: 'Bearer caseworker', 'idempotency-key': 'a-key-of-the-client-2' },
    });
    expect(faultsOf(none.body)).toEqual([{ in: 'body', path: '', detail: 'is missing', expected: 'object' }]);

    const list = await post(api, [CHECK_INS, [CHECK_IN]]);
    expect(faultsOf(list.body)).toEqual([{ in: 'body', path: '', detail: 'is a list', expected: 'object' }]);
  });

  it('is refused when it has 10 MB, before it is read', async () => {
    const { status, body } = await post(api, [CHECK_INS, { ...CHECK_IN, words: { note: MARKER.repeat(655_360) } }]);
    expect([status, body]).toEqual([413, expect.objectContaining({ code: 'body-too-large', limitBytes: 1_000_000 })]);
  });

  it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'is refused as %s, with what is read instead',
    async (type) => {
      const { status, body } = await post(api, [CHECK_INS, CHECK_IN], { headers: { 'content-type': type } });
      expect([status, body]).toEqual([
        415,
        expect.objectContaining({ code: 'unsupported-media-type', expected: 'application/json' }),
      ]);
    },
  );

  it.each(['gzip', 'br', 'GZIP, identity'])('is refused in the encoding %s, with what is taken instead', async (encoding) => {
    const raw = new Uint8Array(gzipSync(JSON.stringify(CHECK_IN)));
    const { status, headers, body } = await post(api, [CHECK_INS], { raw, headers: { 'content-encoding': encoding } });
    expect([status, body, headers.get('accept-encoding')]).toEqual([
      415,
      expect.objectContaining({ code: 'unsupported-content-encoding', expected: 'identity' }),
      'identity',
    ]);
  });

  it.each(['iso-8859-1', '"utf-16"', 'utf-8; charset=windows-1252'])('is refused in the charset %s', async (charset) => {
    const type = `application/json; charset=${charset}`;
    const { status, body } = await post(api, [CHECK_INS, CHECK_IN], { headers: { 'content-type': type } });
    expect([status, body]).toEqual([
      415,
      expect.objectContaining({ code: 'unsupported-media-type', expected: 'application/json; charset=utf-8' }),
    ]);
  });

  it.each(['application/json;charset=UTF-8', 'application/json; charset="utf-8"', 'application/json'])(
    'is read as %s, with the encoding identity',
    async (type) => {
      const headers = { 'content-type': type, 'content-encoding': 'identity' };
      expect((await post(api, [CHECK_INS, { ...CHECK_IN, rating: 9 }], { headers })).body.code).toBe('invalid-input');
    },
  );
});

describe('an address', () => {
  it('that does not exist is told apart from a method that it does not have', async () => {
    const nowhere = await get(api, '/v1/trajectoriez');
    expect([nowhere.status, nowhere.body.code]).toEqual([404, 'unknown-path']);

    const wrong = await get(api, CHECK_INS);
    expect([wrong.status, wrong.body.code, wrong.headers.get('allow')]).toEqual([405, 'method-not-allowed', 'POST']);
  });

  it.each(['/v1/trajectories/%zz', `/v1/trajectories/${'a'.repeat(200)}`, '/v1/trajectories/', '/v1/', '/'])(
    'that is none is a problem: %s',
    async (path) => {
      const { status, headers, body } = await get(api, path);
      expect([status, body.code]).toEqual([404, 'unknown-path']);
      expect(headers.get('api-version')).toBe('1.0.0');
    },
  );

  it('with an id that is none says what an id looks like, and does not repeat it', async () => {
    const { status, body } = await get(api, `/v1/trajectories/${MARKER}`);
    expect([status, faultsOf(body)]).toEqual([400, [{ in: 'path', path: 'trajectoryId', detail: 'not a UUID in lower case' }]]);
    expect(JSON.stringify(body)).not.toContain(MARKER);
  });

  it('of something that does not exist answers as the application does', async () => {
    const { status, body } = await get(api, `/v1/trajectories/${TRAJECTORY}`);
    expect([status, body]).toEqual([404, expect.objectContaining({ code: 'not-found' })]);
  });
});

describe('a query', () => {
  it.each([
    ['state?knownAt=2027-02-29', 'knownAt'],
    ['state?knownAt=2026-03-02T12:00:00', 'knownAt'],
    [`state?validOn=${MARKER}`, 'validOn'],
    [`state?validon=2026-03-02`, 'validon'],
    ['state?validOn=2026-03-02&validOn=2026-03-03', 'validOn'],
    ['events?limit=0', 'limit'],
    ['events?limit=5000', 'limit'],
    ['events?after=-1', 'after'],
    [`timeline?after=${MARKER}`, 'after'],
    [`timeline?minPosition=${MARKER}`, 'minPosition'],
    ['next-steps?from=2020-13-01', 'from'],
    ['events?bsn900001021=1', ''],
  ])('is refused by the name of what is wrong: %s', async (question, path) => {
    const { status, body } = await get(api, `/v1/trajectories/${TRAJECTORY}/${question}`);

    expect([status, faultsOf(body)]).toEqual([400, [expect.objectContaining({ in: 'query', path })]]);
    expect(JSON.stringify(body)).not.toContain(MARKER);
    expect(api.buses.asked).toEqual([]);
  });
});

describe('a header', () => {
  it.each([
    ['no key', null],
    ['a short key', 'abc'],
    ['a key with a space', 'a key of the client 1'],
    ['a key that may be a BSN', 'bsn_999993549-1234'],
    ['a key that may be a telephone number', 'tel-0612345678-1234'],
  ])('refuses a command with %s (P3, P10)', async (_, key) => {
    const { status, body } = await post(api, [CHECK_INS, CHECK_IN], { key });
    expect([status, faultsOf(body)]).toEqual([
      400,
      [expect.objectContaining({ in: 'header', path: 'Idempotency-Key', expected: expect.stringContaining('UUID') })],
    ]);
  });

  it.each(['3', 'W/"3"', '"3", "4"', '"x"', '"0"'])('refuses If-Match: %s', async (tag) => {
    const { status, body } = await post(api, [CHECK_INS, CHECK_IN], { headers: { 'if-match': tag } });
    expect([status, faultsOf(body)[0]]).toEqual([400, expect.objectContaining({ in: 'header', path: 'If-Match' })]);
  });

  it('refuses an override without a code', async () => {
    const { body } = await post(api, [CHECK_INS, CHECK_IN], { headers: { 'override-reason': `Because ${MARKER}` } });
    expect(faultsOf(body)).toEqual([expect.objectContaining({ in: 'header', path: 'Override-Reason' })]);
    for (const reason of ['bsn-999993549', 'a-999-993-549']) {
      const holding = await post(api, [CHECK_INS, CHECK_IN], { headers: { 'override-reason': reason } });
      expect([holding.status, JSON.stringify(faultsOf(holding.body))]).toEqual([
        400,
        expect.stringContaining('holds what points at a person') as string,
      ]);
    }
    expect(JSON.stringify(body)).not.toContain(MARKER);
  });
});
