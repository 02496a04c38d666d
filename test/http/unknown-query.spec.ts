import type { OpenAPIObject } from '@nestjs/swagger';
import { startApi, type Api } from './harness/api.js';
import { commandsOf, filled } from './harness/description.js';
import { get, post, type Answer } from './harness/requests.js';

const MARKER = 'QZXJWVKPLMNBGTRF';

let api: Api;
let document: OpenAPIObject;
beforeAll(async () => {
  api = await startApi();
  document = (await get(api, '/v1/openapi.json')).body as unknown as OpenAPIObject;
});
afterAll(() => api.close());

const answered = ({ status, body }: Answer): readonly unknown[] => [status, body.errors];

/** What is asked there besides, and left out here, is told too. */
const refused = (path: string): readonly unknown[] => [
  400,
  expect.arrayContaining([expect.objectContaining({ in: 'query', path })]),
];

describe('what a query asks that an address does not know is refused, never answered with something else (P9)', () => {
  it('at every question', async () => {
    const questions = Object.entries(document.paths).filter(([, { get: question }]) => question);
    expect(questions.length).toBeGreaterThan(20);

    for (const [path, { get: question }] of questions) {
      const address = `/v1${filled(path, question!.parameters as never)}`;
      const answer = await get(api, `${address}?asKnownAt=${MARKER}`);
      expect([path, ...answered(answer)]).toEqual([path, ...refused('asKnownAt')]);
      expect(JSON.stringify(answer.body)).not.toContain(MARKER);
    }
    expect(api.buses.asked).toEqual([]);
  });

  it('at every command', async () => {
    const commands = commandsOf(document);
    expect(commands.length).toBeGreaterThan(20);

    for (const { path, example } of commands) {
      const answer = await post(api, [`${path}?bsn=${MARKER}`, example]);
      expect([path, ...answered(answer)]).toEqual([path, ...refused('bsn')]);
      expect(JSON.stringify(answer.body)).not.toContain(MARKER);
    }
    expect(api.buses.wishes).toEqual([]);
  });

  it.each(['/health/live', '/health/ready', '/metrics', '/v1/openapi.json'])('at %s', async (path) => {
    expect(answered(await get(api, `${path}?knownAt=2020-01-31`))).toEqual(refused('knownAt'));
    expect((await get(api, path)).status).toBe(200);
  });

  it('and its name is not repeated where it may be about a person', async () => {
    const { body } = await get(api, '/v1/trajectories/c273e4d5-a071-5f82-a394-718293a4b5c6?bsn_900001021=1');
    expect(body.errors).toEqual([{ in: 'query', path: '', detail: 'has a field that is not known here' }]);
  });
});
