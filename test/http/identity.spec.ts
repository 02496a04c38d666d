import { startApi, type Api } from './harness/api.js';
import { get, post, send } from './harness/requests.js';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const PATH = '/v1/trajectories/c273e4d5-a071-5f82-a394-718293a4b5c6';

describe('a request without a token that is trusted', () => {
  it.each([
    ['no token', {}, 'token-missing', 'Bearer realm="trajectlijn"'],
    ['another scheme', { authorization: 'Basic Y2FzZXdvcmtlcjp4' }, 'token-missing', 'Bearer realm="trajectlijn"'],
    ['an empty token', { authorization: 'Bearer ' }, 'token-missing', 'Bearer realm="trajectlijn"'],
    [
      'nonsense',
      { authorization: 'Bearer nonsense' },
      'token-invalid',
      /error="invalid_token", error_description="token-invalid"$/,
    ],
    ['an expired token', { authorization: 'Bearer expired' }, 'token-expired', /error_description="token-expired"$/],
  ])('is challenged and goes no further: %s', async (...[, headers, code, challenge]) => {
    const answer = await send(api, PATH, { headers: headers });

    expect([answer.status, answer.body.code]).toEqual([401, code]);
    expect(answer.headers.get('www-authenticate')).toMatch(challenge);
    expect(api.buses.asked).toEqual([]);
  });

  it('hears of its token before its input is looked at', async () => {
    const { status, body } = await post(api, ['/v1/candidates', { wrong: true }], { token: null, key: null });
    expect([status, body.code]).toEqual([401, 'token-missing']);
  });

  it('may read whether the engine lives, and the description of the API', async () => {
    const answers = await Promise.all(
      ['/health/live', '/health/ready', '/v1/openapi.json'].map((path) => get(api, path, { token: null })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it.each(['other', 'bearer', 'BEARER'])(
    'is let in whatever the case of the scheme, by a token that is trusted: %s',
    async (scheme) => {
      const { status } = await send(api, PATH, { headers: { authorization: `${scheme} caseworker` } });
      expect(status).toBe(scheme === 'other' ? 401 : 404);
    },
  );
});

it('tells every operation of the description apart from an open one: none answers without a token', async () => {
  const { body } = await get(api, '/v1/openapi.json');
  const paths = body.paths as Record<string, Record<string, { security?: unknown[] }>>;
  const open = Object.entries(paths).flatMap(([path, operations]) =>
    Object.values(operations).some(({ security }) => security?.length === 0) ? [path] : [],
  );
  expect(open).toEqual(['/openapi.json']);

  for (const [path, operations] of Object.entries(paths).filter(([name]) => !open.includes(name)))
    for (const method of Object.keys(operations)) {
      const url = `/v1${path.replaceAll(/\{\w+\}/g, 'c273e4d5-a071-5f82-a394-718293a4b5c6')}`;
      const { status } = await send(api, url, { method: method.toUpperCase() });
      expect([method, path, status]).toEqual([method, path, 401]);
    }
});
