import { CandidatesFound } from '../../src/application/questions/questions.js';
import { startApi, type Api } from './harness/api.js';
import { post } from './harness/requests.js';

const SEARCH = '/v1/candidates/search';
const ID = '0b4a1c52-5f0e-5d36-9d0b-6f1f5f2f8a11';

let api: Api;
beforeAll(async () => {
  api = await startApi();
  api.buses.answer = (question) => (question instanceof CandidatesFound ? [ID] : []);
});
afterAll(() => api.close());

describe('POST /v1/candidates/search', () => {
  it('asks without a key, and answers ids (R-317)', async () => {
    const answer = await post(api, [SEARCH, { bsn: '999993549' }], { key: null });

    expect([answer.status, answer.body]).toEqual([200, { items: [{ candidateId: ID }] }]);
    expect(api.buses.asked.at(-1)).toMatchObject({ sought: { bsn: '999993549' }, identity: { role: 'caseworker' } });
  });

  it.each([
    {},
    { familyName: 'Voorbeeld' },
    { birthDate: '1987-02-28' },
    { bsn: '999993549', familyName: 'Voorbeeld', birthDate: '1987-02-28' },
    { bsn: '123456789' },
    { bsn: '999993549', givenNames: 'Sanne' },
    { familyName: '', birthDate: '1987-02-28' },
    { familyName: 'Voorbeeld', birthDate: '1987-02-29' },
  ])('refuses %j, and asks nobody', async (body) => {
    const before = api.buses.asked.length;
    const answer = await post(api, [SEARCH, body], { key: null });

    expect([answer.status, api.buses.asked.length]).toEqual([400, before]);
    expect(JSON.stringify(answer.body)).not.toMatch(/999993549|123456789|Voorbeeld/);
  });

  it('has what was looked for in no line of the log (P10)', async () => {
    await post(api, [SEARCH, { familyName: 'Qzxjwv', birthDate: '1987-02-28' }], { key: null });
    await post(api, [SEARCH, { bsn: '123456789' }], { key: null });

    expect(api.lines().some((line) => line.includes('/candidates/search'))).toBe(true);
    expect(api.lines().join('\n')).not.toMatch(/Qzxjwv|1987-02-28|999993549|123456789/i);
  });
});
