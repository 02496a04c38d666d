import type { Position } from '../../src/application/ports/event-store.js';
import { FunnelOf, TargetOf, WorkloadOf } from '../../src/application/questions/dashboards.js';
import { FunnelDto, TargetDto } from '../../src/http/dashboards/dashboards.dto.js';
import { WorkloadDto } from '../../src/http/dashboards/workload.dto.js';
import { HTTP_PARTS, type HttpParts } from '../../src/http/parts.js';
import { identityFor, startApi, type Api } from './harness/api.js';
import { get } from './harness/requests.js';

const ID = 'c273e4d5-a071-5f82-a394-718293a4b5c6';
const AT = '2019-12-31T22:59:59.999999Z';
const supervisor = { token: 'supervisor' };

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
beforeEach(() => {
  api.buses.asked.length = 0;
});

describe('a figure', () => {
  it('of the funnel is asked on two clocks and within days, and comes with the titles of its steps (P9)', async () => {
    const about = { programmeId: ID, from: '2019-01-01', until: '2019-12-31', knownAt: AT, validOn: null };
    api.buses.answer = () => ({ ...about, steps: [{ step: 'talked', persons: 15, reached: 14 }], stale: false });
    const asked = `programmeId=${ID}&from=2019-01-01&until=2019-12-31&knownAt=2019-12-31`;
    const { status, body } = await get(api, `/v1/dashboards/funnel?${asked}`, supervisor);

    const question = { programmeId: ID, from: '2019-01-01', until: '2019-12-31', knownAt: AT, minPosition: null };
    expect(api.buses.asked).toEqual([new FunnelOf(identityFor('supervisor'), question as never)]);
    expect([status, FunnelDto.parse(body).steps]).toEqual([
      200,
      [{ step: 'talked', title: { nl: 'Gesprek gevoerd', en: 'Talked' }, persons: 15, reached: 14 }],
    ]);
  });

  it('of a target is asked for a year, at least as fresh as a command that was answered', async () => {
    const { tokens } = api.app.get<HttpParts>(HTTP_PARTS, { strict: false });
    const { tenant } = identityFor('supervisor');
    const minPosition = tokens.ofPosition(tenant, 'position-7' as Position);
    const counted = { measure: 'from-benefit-into-job', benefit: 'bijstand', target: 500, reached: 397 };
    api.buses.answer = () => ({ programmeId: ID, year: 2019, ...counted, knownAt: AT, validOn: null, stale: false });
    const { body } = await get(api, `/v1/dashboards/targets?programmeId=${ID}&year=2019&minPosition=${minPosition}`, supervisor);

    const question = { programmeId: ID, year: 2019, minPosition: 'position-7' };
    expect(api.buses.asked).toEqual([new TargetOf(identityFor('supervisor'), question as never)]);
    expect(TargetDto.parse(body)).toMatchObject({ target: 500, reached: 397 });
  });

  it('of the workload is asked at least as fresh as a command that was answered, and tells what is in whose charge', async () => {
    const { tokens } = api.app.get<HttpParts>(HTTP_PARTS, { strict: false });
    const minPosition = tokens.ofPosition(identityFor('supervisor').tenant, 'position-7' as Position);
    const phases = [{ programmeId: ID, phase: 'support', trajectories: 2 }];
    const load = { trajectories: 3, phases, followUps: { open: 4, overdue: 1 } };
    const caseworkers = [{ caseworkerId: null, teams: [], ...load }];
    const organisations = [{ organisationId: ID, name: 'Hengelo', ...load, teams: [{ teamId: ID, name: 'West', ...load }] }];
    const answer = { total: load, caseworkers, organisations, asOf: AT, stale: false };
    api.buses.answer = () => answer;
    const { body } = await get(api, `/v1/dashboards/workload?minPosition=${minPosition}`, supervisor);

    expect(api.buses.asked).toEqual([new WorkloadOf(identityFor('supervisor'), 'position-7' as Position)]);
    expect(WorkloadDto.parse(body)).toEqual(answer);
  });

  it.each([
    ['workload', 'knownAt=2019-12-31', ''],
    ['workload', 'validOn=2019-12-31', ''],
    ['funnel', 'year=2019', ''],
    ['funnel', 'from=2019-02-29', `programmeId=${ID}&`],
    ['targets', 'year=1999', `programmeId=${ID}&`],
    ['targets', 'year=2019&minPosition=nothing', `programmeId=${ID}&`],
  ])('of %s is refused for %s', async (figure, wrong, before) => {
    const { status } = await get(api, `/v1/dashboards/${figure}?${before}${wrong}`, supervisor);
    expect([status, api.buses.asked]).toEqual([400, []]);
  });
});
