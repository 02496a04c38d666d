import { ProgrammesOf } from '../../src/application/questions/questions.js';
import { identityFor, startApi, type Api } from './harness/api.js';
import { get, post } from './harness/requests.js';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
beforeEach(() => {
  api.buses.asked.length = 0;
  api.buses.wishes.length = 0;
});

const administrator = { token: 'administrator' };
const copyOf = { slug: 'meedoen-werkt' };

describe('a programme of the country', () => {
  it('is copied as a publication of the own tenant, with a number or without (R-80)', async () => {
    const plain = await post(api, ['/v1/programmes/copies', { validFrom: '2020-01-01', copyOf }], administrator);
    const numbered = { publishedOn: '2019-12-01', validFrom: '2020-01-01', copyOf: { ...copyOf, version: 3 } };
    await post(api, ['/v1/programmes/copies', numbered], administrator);

    expect([plain.status, plain.headers.get('location')]).toEqual([201, expect.stringMatching(/^\/v1\/programmes\//)]);
    expect(api.buses.wishes).toMatchObject([
      { category: 'programme', id: null, wish: { type: 'PublishProgramme', data: { copyOf: { ...copyOf, version: null } } } },
      { category: 'programme', id: null, wish: { on: '2019-12-01', data: { copyOf: { ...copyOf, version: 3 } } } },
    ]);
  });

  it.each([
    ['a tenant', { validFrom: '2020-01-01', copyOf: { ...copyOf, tenant: 'enschede' } }],
    ['a definition besides', { validFrom: '2020-01-01', copyOf, definition: {} }],
    ['no day', { copyOf }],
  ])('is not copied with %s (R-80, P11)', async (_, body) => {
    const { status } = await post(api, ['/v1/programmes/copies', body], administrator);
    expect([status, api.buses.wishes]).toEqual([400, []]);
  });

  it('is listed apart from those of the tenant, and of nobody else (R-80, P11)', async () => {
    api.buses.answer = () => [];
    const statuses = [];
    for (const query of ['', '?of=country', '?of=enschede'])
      statuses.push((await get(api, `/v1/programmes${query}`, administrator)).status);
    expect(statuses).toEqual([200, 200, 400]);
    const asks = identityFor('administrator');
    expect(api.buses.asked).toEqual([new ProgrammesOf(asks, 'tenant'), new ProgrammesOf(asks, 'country')]);
  });
});
