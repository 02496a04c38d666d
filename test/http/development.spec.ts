import type { Instant } from '../../src/kernel/days.js';
import { LIMITS } from '../../src/http/limits.js';
import { startApi, type Api } from './harness/api.js';
import { get, post } from './harness/requests.js';

const NOW = '2020-01-31T22:59:59.999999Z' as Instant;
const moved = { kind: 'moved', now: NOW, steps: 2, parked: [], stopped: [] } as const;
const moves: string[] = [];
let lagging = false;

const clockLoop = {
  moveTo: (instant: Instant) => {
    moves.push(instant);
    return Promise.resolve(lagging ? ({ kind: 'lagging', now: NOW, loops: ['timeline'] } as const) : moved);
  },
  settle: async () => {
    // Longer than an answer may take elsewhere: a move waits for all that happens on the way.
    await new Promise((resolve) => setTimeout(resolve, 400));
    return moved;
  },
};

let api: Api;
beforeAll(async () => {
  api = await startApi({ clockLoop, limits: { ...LIMITS, answerWithin: 200 } });
});
afterAll(() => api.close());
beforeEach(() => {
  lagging = false;
});

it('moves the clock to a day’s last instant, and tells what happened on the way', async () => {
  const { status, body } = await post(api, ['/v1/development/clock', { to: '2020-01-31' }], {
    token: 'administrator',
    key: null,
  });
  expect([status, body]).toEqual([200, { now: NOW, steps: 2, parked: [], stopped: [] }]);
  expect(moves).toEqual([NOW]);
});

it('settles, however long that takes', async () => {
  const { status, body } = await post(api, ['/v1/development/settle', {}], { token: 'administrator', key: null });
  expect([status, body.now]).toEqual([200, NOW]);
});

it('names the loops that lag, and where the clock stands', async () => {
  lagging = true;
  const { status, body } = await post(api, ['/v1/development/clock', { to: '2020-01-31' }], { token: 'administrator' });
  expect([status, body]).toEqual([503, expect.objectContaining({ code: 'loops-lagging', loops: ['timeline'], now: NOW })]);
});

it('is for administrators alone', async () => {
  const { status, body } = await post(api, ['/v1/development/clock', { to: '2020-01-31' }], { token: 'supervisor' });
  expect([status, body]).toEqual([403, expect.objectContaining({ code: 'not-permitted', wanted: 'MoveClock' })]);
});

it('stands in no description of the API', async () => {
  const { body } = await get(api, '/v1/openapi.json');
  expect(Object.keys(body.paths as object).filter((path) => path.includes('development'))).toEqual([]);
});
