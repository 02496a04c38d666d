import type { Position } from '../../src/application/ports/event-store.js';
import type { QueueStanding } from '../../src/application/ports/follow-ups.js';
import type { Loop } from '../../src/application/ports/loops.js';
import { startApi, type Api } from './harness/api.js';
import { get, post } from './harness/requests.js';

const END = '0000000000000007' as Position;

const loop = (name: string, more: Partial<Loop> = {}): Loop => ({
  name,
  stopped: false,
  passed: () => Promise.resolve(END),
  parked: () => Promise.resolve([]),
  wake: () => undefined,
  ...more,
});

const parked = [{ loop: 'timeline', what: 'trajectory-1', because: 'TypeError' }];
const loops = [
  loop('timeline', { parked: () => Promise.resolve(parked) }),
  loop('follow-ups', { passed: () => Promise.resolve('0000000000000003' as Position), stopped: true }),
];

let silent = false;
let standing: QueueStanding = 'answers';
let api: Api;
beforeAll(async () => {
  const lastPosition = () => (silent ? Promise.reject(new Error('away')) : Promise.resolve(END));
  api = await startApi({ loops, store: { simulated: true, lastPosition }, queue: { standing: () => Promise.resolve(standing) } });
});
afterAll(() => api.close());
afterEach(() => {
  silent = false;
  standing = 'answers';
});

describe('health', () => {
  it('lives as long as it answers', async () => {
    silent = true;
    expect((await get(api, '/health/live', { token: null })).body).toEqual({ status: 'live' });
  });

  it('is ready while the store answers; what is parked or behind is told, and no ids with it (P6)', async () => {
    const { status, body } = await get(api, '/health/ready', { token: null });

    expect(status).toBe(200);
    expect(body).toEqual({
      status: 'ready',
      simulated: true,
      store: 'answers',
      queue: 'answers',
      loops: [
        { loop: 'timeline', behind: false, stopped: false, failing: false, parked: 1 },
        { loop: 'follow-ups', behind: true, stopped: true, failing: false, parked: 0 },
      ],
    });
  });

  it('is not called ready while a reader of the log fails again and again, which takes nothing out of service', async () => {
    Object.assign(loops[0], { failing: true });
    const { status, body } = await get(api, '/health/ready', { token: null });
    expect([status, body.status]).toEqual([200, 'failing']);
    expect(body.loops).toContainEqual({ loop: 'timeline', behind: false, stopped: false, failing: true, parked: 1 });
    expect(String((await get(api, '/metrics', { token: null })).body.text)).toContain(
      'trajectlijn_loop_failing{loop="timeline"} 1',
    );
    Object.assign(loops[0], { failing: false });
  });

  it('is not ready while the store is silent', async () => {
    silent = true;
    const { status, body } = await get(api, '/health/ready', { token: null });
    expect([status, body]).toEqual([503, { status: 'not-ready', simulated: true, store: 'silent', queue: 'answers', loops: [] }]);
  });
});

describe('health of the queue', () => {
  it.each(['silent', 'unfit'] as const)('is told when the queue is %s, and takes nothing out of service (P7)', async (how) => {
    standing = how;
    const { status, body } = await get(api, '/health/ready', { token: null });
    expect([status, body.status, body.queue]).toEqual([200, 'ready', how]);
    expect(String((await get(api, '/metrics', { token: null })).body.text)).toContain('trajectlijn_queue_answers 0');
  });
});

describe('metrics', () => {
  const metrics = async () => String((await get(api, '/metrics', { token: null })).body.text);

  it('count requests by template and status, and commands by what came of them, never by id', async () => {
    const id = 'c273e4d5-a071-5f82-a394-718293a4b5c6';
    await post(api, [`/v1/trajectories/${id}/goals`, { goal: 'paid-work' }]);
    await post(api, [`/v1/trajectories/${id}/goals`, { goal: 'nothing' }]);
    await get(api, `/v1/nowhere/${id}`);

    const text = await metrics();
    expect(text).toContain('trajectlijn_commands_total{route="/v1/trajectories/:trajectoryId/goals",outcome="accepted"} 1');
    expect(text).toContain('trajectlijn_commands_total{route="/v1/trajectories/:trajectoryId/goals",outcome="400"} 1');
    expect(text).toContain('trajectlijn_http_request_seconds_count{method="GET",route="unknown",status="404"} 1');
    expect(text).not.toContain(id);
  });

  it('tell how each reader of the log stands', async () => {
    const text = await metrics();
    expect(text).toContain('trajectlijn_loop_behind{loop="timeline"} 0');
    expect(text).toContain('trajectlijn_loop_behind{loop="follow-ups"} 1');
    expect(text).toContain('trajectlijn_loop_parked{loop="timeline"} 1');
    expect(text).toContain('trajectlijn_loop_stopped{loop="follow-ups"} 1');
  });

  it.each(['x-forwarded-for', 'forwarded'])('are not for who comes through a proxy: %s', async (header) => {
    const { status, body } = await get(api, '/metrics', { headers: { [header]: 'for=192.0.2.1' } });
    expect([status, body.code]).toEqual([404, 'unknown-path']);
  });
});
