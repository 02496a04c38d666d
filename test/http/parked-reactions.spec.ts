import { ParkedReactionsOf } from '../../src/application/questions/questions.js';
import { TryReactionAgain } from '../../src/application/reacting/try-reaction-again.js';
import { ParkedReactionsDto } from '../../src/http/reactions/parked-reactions.dto.js';
import type { EventId } from '../../src/kernel/ids.js';
import { identityFor, startApi, type Api } from './harness/api.js';
import { get, post } from './harness/requests.js';

const EVENT = 'b162d3c4-9f60-5e71-9283-60718293a4b5' as EventId;
const PARKED = {
  reaction: 'match-from-meeting',
  eventId: EVENT,
  streamId: 'meeting-c273e4d5-a071-5f82-a394-718293a4b5c6',
  why: 'refused',
  because: 'workplace-withdrawn',
  command: 'ReserveWorkplace',
  askedOf: 'workplace-c273e4d5-a071-5f82-a394-718293a4b5c6',
  matchId: 'a051c2b3-8e5f-5d60-8172-5f60718293a4',
  since: '2026-11-25T09:00:00.000000Z',
};
const administrator = { token: 'administrator' };
const RETRY = `/v1/parked-reactions/match-from-meeting/${EVENT}/retry`;

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
beforeEach(() => {
  api.buses.asked.length = 0;
});

describe('what reactions have put aside', () => {
  it('is listed page by page, and leads to the place where the page before ended', async () => {
    const place = [PARKED.since, PARKED.reaction, EVENT, 0];
    api.buses.answer = () => ({ rows: [{ ...PARKED, n: 0 }], next: place, stale: false });
    const first = ParkedReactionsDto.parse((await get(api, '/v1/parked-reactions?limit=1', administrator)).body);
    expect(first.items).toEqual([PARKED]);

    api.buses.answer = () => ({ rows: [], next: null, stale: false });
    const second = await get(api, `/v1/parked-reactions?after=${String(first.next)}`, administrator);
    expect(second.body).toEqual({ items: [], next: null, stale: false });
    expect(api.buses.asked[1]).toEqual(
      new ParkedReactionsOf(identityFor('administrator'), { after: place, limit: 100, minPosition: null }),
    );
  });

  it('is tried again without a key, as often as one likes', async () => {
    const parked = { reaction: 'match-from-meeting', eventId: EVENT };
    api.buses.answer = () => parked;
    for (const body of [{}, undefined]) {
      const answer = await post(api, [RETRY, body], { ...administrator, key: null });
      expect([answer.status, answer.body]).toEqual([200, parked]);
    }
    const asked = new TryReactionAgain(identityFor('administrator'), parked);
    expect(api.buses.asked).toEqual([asked, asked]);
  });

  it.each([
    ['a reaction that there is not', RETRY.replace('match-from-meeting', 'no-reaction'), 'reaction'],
    ['what is no id', RETRY.replace(EVENT, 'x'), 'eventId'],
  ])('is refused for %s', async (_, path, wrong) => {
    const { status, body } = await post(api, [path, {}], administrator);
    expect([status, body.errors]).toEqual([400, [expect.objectContaining({ in: 'path', path: wrong })]]);
    expect(api.buses.asked).toEqual([]);
  });

  it('says so as a problem when there is nothing, or it is not permitted', async () => {
    api.buses.answer = () => ({ kind: 'refused', refused: { code: 'not-found', what: 'parked-reaction' } });
    expect(await post(api, [RETRY, {}], administrator)).toMatchObject({ status: 404, body: { code: 'not-found' } });

    const refused = { code: 'not-permitted', role: 'caseworker', wanted: 'TryReactionAgain' };
    api.buses.answer = () => ({ kind: 'refused', refused });
    expect(await post(api, [RETRY, {}])).toMatchObject({ status: 403, body: refused });
  });
});
