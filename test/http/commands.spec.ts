import type { OpenAPIObject } from '@nestjs/swagger';
import type { StreamWish } from '../../src/application/commands/wish.js';
import { acceptedFor, identityFor, startApi, type Api } from './harness/api.js';
import { commandsOf } from './harness/description.js';
import { get, post } from './harness/requests.js';

const CANDIDATE = '5b0c7d6e-3f0a-5e1b-9c2d-0a1b2c3d4e5f';
const PLACEMENT = 'a051c2b3-8e5f-5d60-8172-5f60718293a4';
const TRAJECTORY = 'c273e4d5-a071-5f82-a394-718293a4b5c6';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
beforeEach(() => {
  api.buses.wishes.length = 0;
  api.buses.decide = (wish) => acceptedFor(wish);
});

const sent = (): StreamWish => {
  expect(api.buses.wishes).toHaveLength(1);
  return api.buses.wishes[0];
};

describe('every command of the description', () => {
  it('takes its own example, and says 201 exactly where it is described so', async () => {
    const { body } = await get(api, '/v1/openapi.json');
    const commands = commandsOf(body as unknown as OpenAPIObject);
    expect(commands.length).toBeGreaterThanOrEqual(35);

    for (const { path, example, creates } of commands.filter(({ many }) => !many)) {
      api.buses.wishes.length = 0;
      api.buses.decide = (wish) => acceptedFor(wish, { id: creates ? CANDIDATE : null });
      const answer = await post(api, [path, example]);

      const { status, body: answered } = answer;
      expect({ path, status, ...(status >= 400 && { answered }) }).toEqual({ path, status: creates ? 201 : 200 });
      expect(sent().wish.kind).toBe(path.endsWith('/corrections') ? 'corrections' : 'command');
    }
  });

  it('takes its own example where it is one for many streams', async () => {
    const { body } = await get(api, '/v1/openapi.json');
    const many = commandsOf(body as unknown as OpenAPIObject).filter((command) => command.many);
    api.buses.answer = () => ({ rows: [], next: null, stale: false });

    const statuses = await Promise.all(many.map(({ path, example }) => post(api, [path, example]).then(({ status }) => status)));
    expect([many.length, new Set(statuses), api.buses.asked.length]).toEqual([1, new Set([200]), many.length]);
  });
});

describe('a command', () => {
  it('goes to its stream with its day, its codes and its words apart', async () => {
    const words = { note: 'De bus komt te laat.' };
    await post(api, [
      `/v1/trajectories/${TRAJECTORY}/check-ins`,
      { heldOn: '2019-11-18', placementId: PLACEMENT, with: 'candidate', rating: 4, concerns: ['travel'], words },
    ]);

    expect(sent()).toMatchObject({ category: 'trajectory', id: TRAJECTORY });
    expect(sent().wish).toEqual({
      kind: 'command',
      type: 'RecordCheckIn',
      on: '2019-11-18',
      data: { placementId: PLACEMENT, with: 'candidate', rating: 4, concerns: ['travel'] },
      words,
    });
  });

  it('leaves its day to the application when none was sent', async () => {
    await post(api, ['/v1/meetings/7d2e9f80-5b2c-5a3d-9e4f-2c3d4e5f6071/holding', {}]);
    expect(sent().wish).toEqual({ kind: 'command', type: 'RecordMeetingHeld', on: undefined, data: {} });
  });

  it('tells whose it is, with the path and the body in its one canonical form (P3)', async () => {
    const path = `/v1/candidates/${CANDIDATE}/benefits/ww/end`;
    const key = 'a-key-of-the-client-1';
    await post(api, [path], { key, raw: ' {"source":"uwv",\n"endedOn":"2019-12-31"} ', token: 'integration' });

    expect(sent().origin).toEqual({
      kind: 'request',
      identity: identityFor('integration'),
      key,
      method: 'POST',
      path,
      body: '{"endedOn":"2019-12-31","source":"uwv"}',
      ifMatch: null,
      override: null,
    });
  });

  it('passes on the version that If-Match expects, and the reason of an override', async () => {
    await post(api, [`/v1/trajectories/${TRAJECTORY}/goals`, { goal: 'paid-work' }], {
      headers: { 'if-match': '"12"', 'override-reason': 'agreed-with-candidate' },
    });
    expect(sent().origin).toMatchObject({ ifMatch: 12, override: 'agreed-with-candidate' });
  });

  it('answers with version and position, the strong ETag, and where the new stream can be read', async () => {
    api.buses.decide = (wish) => acceptedFor(wish, { id: CANDIDATE, streamId: `candidate-${CANDIDATE}`, version: 1 });
    const { status, headers, body } = await post(api, ['/v1/candidates', { words: { givenNames: 'Sanne' } }]);

    expect(status).toBe(201);
    expect(body).toEqual({ id: CANDIDATE, version: 1, position: expect.any(String) });
    expect(headers.get('etag')).toBe('"1"');
    expect(headers.get('location')).toBe(`/v1/candidates/${CANDIDATE}`);
  });

  it('gives no position away in the clear, and the same token for the same position (P11)', async () => {
    const positions = await Promise.all(
      [1, 2].map(async () => (await post(api, ['/v1/candidates', { words: { givenNames: 'Sanne' } }])).body.position),
    );
    expect(positions[0]).toBe(positions[1]);
    expect(Buffer.from(String(positions[0]), 'base64url').toString('latin1')).not.toContain('0000000000000007');
  });
});

describe('what is about a person (P10)', () => {
  it('is in the words of a registration, and only digits and years from which nobody follows are in its data', async () => {
    const words = {
      familyName: 'Voorbeeld',
      birthDate: '1989-12-31',
      bsn: '999993549',
      postcode: '7001 AB',
      telephone: '0315 000000',
    };
    await post(api, ['/v1/candidates', { walkIn: true, words }]);

    expect(sent().wish).toMatchObject({
      words,
      data: { walkIn: true, identity: 'linked', postcode4: 7001, birthYearBand: 1985 },
    });
  });

  it('is welcome without a BSN, by a first name alone', async () => {
    await post(api, ['/v1/candidates', { walkIn: true, words: { givenNames: 'Sanne' } }]);
    expect(sent().wish).toMatchObject({
      words: { givenNames: 'Sanne' },
      data: { identity: 'unlinked', postcode4: null, birthYearBand: null },
    });
  });

  it.each([
    ['eenmanszaak', 'Bakkerij Jansen', null],
    ['vof', 'Jansen en Zoon', null],
    ['bv', 'Metaalwerken Oost BV', 'Metaalwerken Oost BV'],
  ])('keeps the name of a %s where it belongs', async (legalForm, name, inTheClear) => {
    const body = { legalForm, name, sector: 'trade', sizeClass: '2-9', words: { contactName: 'Kim' } };
    await post(api, ['/v1/employers', body]);

    const sealed = inTheClear === null ? { contactName: 'Kim', name } : { contactName: 'Kim' };
    expect(sent().wish).toMatchObject({ data: { name: inTheClear }, words: sealed });
  });
});

describe('a refusal', () => {
  it('is a problem with its status, its code and the facts of the case', async () => {
    api.buses.decide = () => ({
      kind: 'refused',
      refused: { code: 'stale-version', expectedVersion: 3, actualVersion: 5 } as never,
    });
    const { status, headers, body } = await post(api, ['/v1/candidates', { words: { givenNames: 'Sanne' } }]);

    expect(status).toBe(412);
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(body).toMatchObject({
      type: '/problems/stale-version',
      status: 412,
      code: 'stale-version',
      expectedVersion: 3,
      actualVersion: 5,
    });
  });
});
