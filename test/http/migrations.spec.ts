import type { MigrateTrajectories } from '../../src/application/migrating/migrations.js';
import { MigrationOf, MigrationsOf } from '../../src/application/migrating/migrations.js';
import { MigrationShownDto } from '../../src/http/trajectories/migration/migrate.dto.js';
import { MigrationRowsDto } from '../../src/http/programmes/migrations.dto.js';
import { identityFor, startApi, type Api } from './harness/api.js';
import { post } from './harness/requests.js';

const ID = 'c273e4d5-a071-5f82-a394-718293a4b5c6';
const OTHER = 'd384f5e6-b182-5093-a4a5-8293a4b5c6d7';
const administrator = { token: 'administrator' };
const to = {
  programmeId: ID,
  programmeVersion: 3,
  followUps: [{ change: 'moved', ruleId: 'check-in', with: 'candidate', dueOn: '2020-03-14' }],
};
const rows = [
  { trajectoryId: ID, outcome: 'migrated', to, refusal: null },
  { trajectoryId: OTHER, outcome: 'refused', to: null, refusal: { code: 'names-unmapped', faults: [] } },
];

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
beforeEach(() => {
  api.buses.asked.length = 0;
  api.buses.wishes.length = 0;
});

describe('a migration of one trajectory', () => {
  it('is sent as a command, on a day and to a version where they are named (R-330)', async () => {
    const named = { migratedOn: '2020-03-01', programmeId: OTHER, programmeVersion: 3 };
    const answers = [
      await post(api, [`/v1/trajectories/${ID}/migrations`, {}], administrator),
      await post(api, [`/v1/trajectories/${ID}/migrations`, named], administrator),
    ];

    expect(answers.map(({ status, headers }) => [status, headers.get('etag')])).toEqual([
      [200, '"1"'],
      [200, '"1"'],
    ]);
    expect(api.buses.wishes.map(({ id, wish }) => [id, wish])).toMatchObject([
      [ID, { type: 'MigrateProgrammeVersion', data: { programmeId: null, programmeVersion: null } }],
      [ID, { type: 'MigrateProgrammeVersion', on: '2020-03-01', data: { programmeId: OTHER, programmeVersion: 3 } }],
    ]);
  });

  it('is tried without a key, and answers what would become of the follow-ups (R-333)', async () => {
    api.buses.answer = () => to;
    const { status, body } = await post(api, [`/v1/trajectories/${ID}/migrations/dry-run`, {}], { ...administrator, key: null });

    expect([status, MigrationShownDto.parse(body)]).toEqual([200, to]);
    const asked = { trajectoryId: ID, wish: { programmeId: null, programmeVersion: null } };
    expect(api.buses.asked).toEqual([new MigrationOf(identityFor('administrator'), asked as never)]);
    expect(api.buses.wishes).toEqual([]);
  });

  it('tells why not, with the names that are not mapped, in Dutch and in English (R-332)', async () => {
    const faults = [
      { path: 'mapping.goals', code: 'not-mapped', reason: 'other is gone, and nothing is said to take its place' },
    ];
    api.buses.answer = () => ({ kind: 'refused', refused: { code: 'names-unmapped', faults } });
    const ask = (language: string) =>
      post(api, [`/v1/trajectories/${ID}/migrations/dry-run`, {}], {
        ...administrator,
        headers: { 'accept-language': language },
      });
    const [dutch, english] = [await ask('nl'), await ask('en')];

    expect([english.status, english.body]).toMatchObject([422, { code: 'names-unmapped', faults }]);
    const [{ path, code }] = faults;
    const reason = 'other is weg, en er staat niet wat ervoor in de plaats komt';
    expect([dutch.status, dutch.body]).toMatchObject([422, { code: 'names-unmapped', faults: [{ path, code, reason }] }]);
    expect([dutch.body.title, english.body.title]).toEqual([
      'Deze versie zegt niet wat er van sommige namen van de vorige wordt',
      'This version does not say what becomes of some names of the one before',
    ]);
  });
});

describe('the migrations of a programme', () => {
  it('go page by page, under the key of the request (R-336)', async () => {
    api.buses.answer = () => ({ rows, next: ['2020-01-06', OTHER], stale: false });
    const first = await post(api, [`/v1/programmes/${ID}/migrations`, { limit: 2 }], {
      ...administrator,
      key: 'a-key-of-this-page',
    });
    expect(first.status).toBe(200);
    expect(MigrationRowsDto.parse(first.body).items).toEqual(rows);

    const { next } = first.body;
    api.buses.answer = () => ({ rows: [], next: null, stale: false });
    const last = await post(api, [`/v1/programmes/${ID}/migrations`, { after: next, migratedOn: '2020-03-01' }], administrator);
    expect(last.body).toEqual({ items: [], next: null, stale: false });

    const [one, two] = api.buses.asked as MigrateTrajectories[];
    expect([one.origin.key, one.asked]).toEqual([
      'a-key-of-this-page',
      {
        programmeId: ID,
        wish: { programmeId: null, programmeVersion: null },
        paging: { after: null, limit: 2, minPosition: null },
      },
    ]);
    expect(two.asked).toEqual({
      programmeId: ID,
      wish: { on: '2020-03-01', programmeId: null, programmeVersion: null },
      paging: { after: ['2020-01-06', OTHER], limit: 50, minPosition: null },
    });
  });

  it('are tried without a key', async () => {
    api.buses.answer = () => ({ rows: [{ ...rows[0], outcome: 'would-migrate' }], next: null, stale: false });
    const { status, body } = await post(api, [`/v1/programmes/${ID}/migrations/dry-run`, {}], { ...administrator, key: null });
    expect([status, MigrationRowsDto.parse(body).items[0].outcome]).toEqual([200, 'would-migrate']);
    expect(api.buses.asked[0]).toBeInstanceOf(MigrationsOf);
  });

  it.each([
    ['without a key', {}, { key: null }],
    ['with too large a page', { limit: 201 }, {}],
    ['with a page that this list never gave', { after: 'nonsense' }, {}],
    ['to a version that is no number', { programmeVersion: '3' }, {}],
    ['on a day that there is not', { migratedOn: '2019-02-29' }, {}],
  ])('are refused %s', async (_, body, sent) => {
    const { status } = await post(api, [`/v1/programmes/${ID}/migrations`, body], { ...administrator, ...sent });
    expect([status, api.buses.asked]).toEqual([400, []]);
  });

  it('of a page of another tenant, or of another programme, are refused (P11)', async () => {
    api.buses.answer = () => ({ rows, next: ['2020-01-06', OTHER], stale: false });
    const { body } = await post(api, [`/v1/programmes/${ID}/migrations`, {}], administrator);
    const elsewhere = [
      await post(api, [`/v1/programmes/${OTHER}/migrations`, { after: body.next }], administrator),
      await post(api, [`/v1/programmes/${ID}/migrations`, { after: body.next }], { token: 'other-administrator' }),
    ];
    expect(elsewhere.map(({ status }) => status)).toEqual([400, 400]);
  });
});
