import { connect } from 'node:net';
import { startApi, type Api } from './harness/api.js';
import { get, post, send } from './harness/requests.js';

/** Sixteen letters that are put into every place where a client can put something, and that no line may hold. */
const MARKER = 'QZXJWVKPLMNBGTRF';
const ID = 'c273e4d5-a071-5f82-a394-718293a4b5c6';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const written = (): string => api.lines().join('\n');

describe('the log (P10)', () => {
  it('holds nothing of what a client sends, wherever it is put', async () => {
    const words = { familyName: MARKER, givenNames: MARKER, street: MARKER, town: MARKER };
    await post(api, ['/v1/candidates', { words }]);
    await post(api, ['/v1/candidates', { words: { bsn: MARKER }, [MARKER]: MARKER }]);
    await post(api, [`/v1/candidates?name=${MARKER}`, { words }], { key: `${MARKER}-0123456789` });
    await post(api, ['/v1/candidates'], { raw: `{"name": "${MARKER}", ${MARKER}` });
    await post(api, ['/v1/candidates', { words }], {
      headers: {
        'content-type': `text/${MARKER}`,
        'if-match': MARKER,
        'override-reason': MARKER,
        'x-request-id': MARKER,
        traceparent: `00-${MARKER}-${MARKER}-01`,
        'user-agent': MARKER,
        'accept-language': MARKER,
        referer: `https://${MARKER}.example`,
        cookie: `name=${MARKER}`,
      },
    });
    await get(api, `/v1/candidates/${MARKER}`);
    await get(api, `/v1/${MARKER}/x`);
    await get(api, `/${MARKER}%zz`);
    await get(api, `/v1/trajectories/${ID}/state?knownAt=${MARKER}&${MARKER}=1`);
    await get(api, `/v1/events?after=${MARKER}`);
    await send(api, '/v1/events', { method: 'DELETE', headers: { authorization: `Bearer ${MARKER}` } });
    await rawly(`${MARKER} / HTTP/1.1\r\n\r\n`);

    // One line each, but for an address that cannot be read and what is no HTTP: those never become requests.
    expect(api.lines().filter((line) => line.includes('"answered"')).length).toBeGreaterThanOrEqual(10);
    expect(written()).not.toContain(MARKER);
  });

  it('holds nothing of the words that an answer opens', async () => {
    api.buses.answer = () => ({ knownAt: 'x', validOn: null, version: 1, state: {}, words: { [ID]: { familyName: MARKER } } });
    const { body } = await get(api, `/v1/candidates/${ID}`);

    expect(JSON.stringify(body)).toContain(MARKER);
    expect(written()).not.toContain(MARKER);
  });

  it('holds nothing of an error but its kind, its code and where it was thrown', async () => {
    const inner = new TypeError(`at ${MARKER}\n    at ${MARKER} (name.ts:1:1)`);
    api.buses.answer = () => {
      throw Object.assign(new Error(`no room for ${MARKER}`, { cause: inner }), { code: 'XX000', detail: MARKER });
    };
    await get(api, `/v1/candidates/${ID}`);

    const line = api.lines().find((one) => one.includes('XX000')) ?? '';
    expect(JSON.parse(line)).toMatchObject({ error: { name: 'Error', code: 'XX000', cause: { name: 'TypeError' } } });
    expect(written()).not.toContain(MARKER);
  });

  it('is seen to hold a marker that is put where ids stand', async () => {
    await get(api, `/v1/trajectories/${ID}`);
    expect(written()).toContain(ID);
  });
});

describe('a line says of a request', () => {
  it('who sent it, by what address, what came of it, and its ids, all of them codes', async () => {
    const requestId = '0b4a1c52-5f0e-7d36-9d0b-6f1f5f2f8a11';
    const headers = { 'x-request-id': requestId, traceparent: `00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01` };
    const answer = await get(api, `/v1/trajectories/${ID}/state?knownAt=nonsense`, { headers });

    const lines = api.lines().map((one) => JSON.parse(one) as Record<string, unknown>);
    expect(answer.headers.get('x-request-id')).toBe(requestId);
    expect(lines.find((one) => one.requestId === requestId)).toMatchObject({
      msg: 'answered',
      traceId: 'ab'.repeat(16),
      method: 'GET',
      route: '/v1/trajectories/:trajectoryId/state',
      ids: { trajectoryId: ID },
      status: 400,
      problem: 'invalid-input',
      milliseconds: expect.any(Number),
      tenant: 'oude-ijsselstreek',
      organisation: 'municipality',
      role: 'caseworker',
      subject: 'subject-caseworker',
      client: 'spec',
    });
  });
});

function rawly(bytes: string): Promise<void> {
  const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
  return new Promise((resolve, reject) => {
    socket.on('close', () => resolve());
    socket.on('error', reject);
    socket.resume();
    socket.write(bytes);
  });
}
