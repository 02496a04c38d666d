import { connect } from 'node:net';
import type { Instant } from '../../src/kernel/days.js';
import { LIMITS } from '../../src/http/limits.js';
import { BadAppend, OutcomeUnknown, StoreUnavailable } from '../../src/application/ports/event-store.js';
import { SealBroken } from '../../src/application/ports/person-vault.js';
import type { EventId } from '../../src/kernel/ids.js';
import { eventually } from '../harness/eventually.js';
import { startApi, type Api } from './harness/api.js';
import { get, post, send } from './harness/requests.js';

const EVENT = 'c273e4d5-a071-5f82-a394-718293a4b5c6' as EventId;
const CANDIDATE = { words: { givenNames: 'Sanne' } };
const HEADERS = {
  'api-version': '1.0.0',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'strict-transport-security': expect.stringContaining('max-age='),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

let api: Api;
beforeAll(async () => {
  api = await startApi({ limits: { ...LIMITS, answerWithin: 300, receiveWithin: 500, headerBytes: 8_192 } });
});
afterAll(() => api.close());

/** Sends bytes as they are, and reads until the other side ends the connection or nothing more comes within a second. */
function raw(bytes: string): Promise<string> {
  const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
  return new Promise((resolve, reject) => {
    let text = '';
    socket.setTimeout(5_000, () => socket.destroy());
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
    socket.write(bytes);
  });
}

describe('every answer has the headers of the design rules', () => {
  it.each([
    ['what was asked', '/health/live', 200],
    ['a problem of the input', '/v1/events?limit=x', 400],
    ['a wrong address', '/v1/nowhere', 404],
    ['an address that is none', '/v1/%zz', 404],
    ['a wrong method', '/v1/candidates', 405],
  ])('%s', async (_, path, status) => {
    const answer = await get(api, path);
    expect(answer.status).toBe(status);
    expect(Object.fromEntries(answer.headers)).toMatchObject(HEADERS);
  });

  it('what is no HTTP', async () => {
    const answer = await raw('HELLO\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer.toLowerCase()).toContain('api-version: 1.0.0');
    expect(answer).toContain('"code":"malformed-request"');
  });

  it('what has more headers than fit', async () => {
    const answer = await raw(`GET /v1/events HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(answer).toContain('"code":"headers-too-large","limitBytes":8192');
  });
});

it('opens itself to no other origin', async () => {
  const preflight = await send(api, '/v1/candidates', {
    method: 'OPTIONS',
    headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
  });
  expect(preflight.status).toBe(405);
  expect([...preflight.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
});

it('names itself by no product', async () => {
  const { headers } = await get(api, '/health/live');
  expect([headers.get('server'), headers.get('x-powered-by')]).toEqual([null, null]);
});

describe('what takes too long', () => {
  it('to arrive is given up', async () => {
    const answer = await raw(
      'POST /v1/candidates HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('"code":"request-not-received-in-time"');
  }, 60_000);

  it('to answer is told with what to do, as it may have been stored (P1)', async () => {
    api.buses.decide = () => new Promise(() => undefined);
    const { status, headers, body } = await post(api, ['/v1/candidates', CANDIDATE]);

    expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'took-too-long', '5']);
    expect(body.detail).toContain('same Idempotency-Key');
  });
});

describe('what nobody refused but threw', () => {
  it('is told without its message, and logged without it (P10)', async () => {
    const { headers, status, body } = await thrown(Object.assign(new Error('duplicate key (Jansen)'), { code: '23505' }));

    expect([status, body]).toEqual([500, expect.objectContaining({ code: 'unexpected' })]);
    expect(JSON.stringify(body)).not.toContain('Jansen');

    const line = api.lines().find((one) => one.includes('23505')) ?? '';
    expect(JSON.parse(line)).toMatchObject({ requestId: headers.get('x-request-id'), error: { name: 'Error', code: '23505' } });
    expect(line).toContain('transport.spec');
    expect(api.lines().join('')).not.toContain('Jansen');
  });

  it('is told as unavailable while the store takes nothing', async () => {
    const { status, headers, body } = await thrown(new StoreUnavailable('disk full'));
    expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'unavailable', '5']);
  });

  it.each([
    ['a connection that was refused', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
    ['a socket that is not there', Object.assign(new Error('connect'), { code: 'ENOENT', syscall: 'connect' })],
    ['a connection that broke off (Jansen)', new Error('Connection terminated unexpectedly')],
    ['a pool without a connection', new Error('timeout exceeded when trying to connect')],
    ['a full disk', Object.assign(new Error('could not extend file (Jansen)'), { code: '53100' })],
    ['an administrator', Object.assign(new Error('terminating connection'), { code: '57P01' })],
    ['a lost connection', Object.assign(new Error('gone'), { code: '08006' })],
    ['a cause within', new Error('QueryFailed', { cause: Object.assign(new Error('gone'), { code: '57P03' }) })],
    ['an answer that never came', new OutcomeUnknown('the process ended')],
  ])('is told as unavailable by a command and a question for %s, in one line without a stack', async (_, error) => {
    const answers = [await thrown(error), await asked(error)];
    for (const { status, headers, body } of answers) {
      expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'unavailable', '5']);
      const id = headers.get('x-request-id') ?? 'none';
      await eventually('the request has its line', () => api.lines().some((one) => one.includes(id)));
      expect(api.lines().filter((one) => one.includes(id))).toHaveLength(1);
      const line = api.lines().find((one) => one.includes(id)) ?? '';
      expect(JSON.parse(line)).toMatchObject({ problem: 'unavailable', cause: { name: error.name } });
      expect(line).not.toMatch(/Jansen|transport\.spec/);
    }
  });

  it('is not told as unavailable where only a file is missing', async () => {
    expect((await thrown(Object.assign(new Error('open'), { code: 'ENOENT', syscall: 'open' }))).body.code).toBe('unexpected');
  });

  it.each([
    ['a command', thrown],
    ['a question', asked],
  ])('is told as damaged by %s when sealed words are not what was sealed, and the log names the event', async (_, ask) => {
    const { status, headers, body } = await ask(new SealBroken(EVENT));
    expect([status, body.code]).toEqual([500, 'words-damaged']);
    const id = headers.get('x-request-id') ?? 'none';
    await eventually('the log names it', () => api.lines().some((line) => line.includes(id) && line.includes(EVENT)));
  });

  it('is told as too much when an append cannot be stored', async () => {
    const { status, body } = await thrown(new BadAppend('too large'));
    expect([status, body.code]).toEqual([422, 'cannot-be-stored']);
  });

  function asked(error: Error) {
    api.buses.answer = () => {
      throw error;
    };
    return get(api, '/v1/trajectories/c273e4d5-a071-5f82-a394-718293a4b5c6');
  }

  function thrown(error: Error) {
    api.buses.decide = () => {
      throw error;
    };
    return post(api, ['/v1/candidates', CANDIDATE]);
  }
});

describe('a refusal', () => {
  const refuse = (refused: object) => {
    api.buses.decide = () => ({ kind: 'refused', refused: refused as never });
  };

  it('is told in Dutch to who prefers it, else in English', async () => {
    refuse({ code: 'no-open-offer' });
    const told = async (language: string) => {
      const { headers, body } = await post(api, ['/v1/candidates', CANDIDATE], { headers: { 'accept-language': language } });
      return [headers.get('content-language'), body.title];
    };

    expect(await told('nl')).toEqual(['nl', 'Er staat geen aanbod open']);
    expect(await told('nl-NL,nl;q=0.9,en;q=0.8')).toEqual(['nl', 'Er staat geen aanbod open']);
    expect(await told('en-GB,en;q=0.9,nl;q=0.5')).toEqual(['en', 'No offer waits for an answer']);
    expect(await told('fr')).toEqual(['en', 'No offer waits for an answer']);
  });

  it('tells the type of an event as eventType, because a problem has a type of its own', async () => {
    refuse({
      code: 'breaks-later',
      eventId: 'e',
      type: 'CheckInRecorded',
      occurredOn: '2026-05-04',
      refusal: 'outside-placement',
    });
    const { status, body } = await post(api, ['/v1/candidates', CANDIDATE]);

    expect(status).toBe(409);
    expect(body).toMatchObject({ type: '/problems/breaks-later', eventType: 'CheckInRecorded', refusal: 'outside-placement' });
    expect(body.detail).toContain('occurredOn: 2026-05-04');
  });

  it('with a code that the table does not have is no success', async () => {
    refuse({ code: 'from-a-newer-engine' });
    expect((await post(api, ['/v1/candidates', CANDIDATE])).status).toBe(500);
  });
});

describe('the clock of a store that is real', () => {
  it.each(['clock', 'settle'])('has no address: %s', async (name) => {
    const { status, body } = await post(api, [`/v1/development/${name}`, { to: '2020-01-31' as Instant }], {
      token: 'administrator',
    });
    expect([status, body.code]).toEqual([404, 'unknown-path']);
  });
});
