import type { Instant } from '../../src/kernel/days.js';
import type { Position, StoredEvent } from '../../src/application/ports/event-store.js';
import {
  EventsOf,
  FeedAfter,
  FollowUpsOf,
  NextStepsOf,
  StateOf,
  StreamWithWords,
  TimelineOf,
} from '../../src/application/questions/questions.js';
import { EventsDto, StateDto, StateWithWordsDto, TimelineDto } from '../../src/http/streams/stream.dto.js';
import { FeedDto } from '../../src/http/events/feed.dto.js';
import { FollowUpsDto } from '../../src/http/follow-ups/follow-ups.dto.js';
import { HTTP_PARTS, type HttpParts } from '../../src/http/parts.js';
import { identityFor, startApi, type Api } from './harness/api.js';
import { get } from './harness/requests.js';

const ID = 'c273e4d5-a071-5f82-a394-718293a4b5c6';
const EVENT = 'b162d3c4-9f60-5e71-9283-60718293a4b5';
const AT = '2019-11-18T09:00:00.000000Z' as Instant;

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
beforeEach(() => {
  api.buses.asked.length = 0;
});

const asked = (): unknown => {
  expect(api.buses.asked).toHaveLength(1);
  return api.buses.asked[0];
};

/** An event as a store gives it; its position must never come out. */
function storedEvent(version: number, more: Partial<StoredEvent> = {}): StoredEvent {
  return {
    eventId: EVENT,
    streamId: `trajectory-${ID}`,
    version,
    type: 'NoteAdded',
    schemaVersion: 1,
    occurredOn: '2019-11-18',
    recordedAt: AT,
    sealedAt: AT,
    actor: { subject: 'subject-caseworker', role: 'caseworker', organisation: 'municipality', onBehalfOf: null },
    tenant: 'oude-ijsselstreek',
    commandId: EVENT,
    correlationId: EVENT,
    causationId: null,
    data: { noteId: ID, visibility: 'internal' },
    sealed: { subject: ID, digest: 'a'.repeat(64) },
    overrides: [],
    hash: 'b'.repeat(64),
    tenantHash: 'c'.repeat(64),
    position: `position-${version}` as Position,
    ...more,
  } as StoredEvent;
}

describe('a replay asks on two clocks (P9)', () => {
  beforeEach(() => {
    api.buses.answer = () => ({ knownAt: AT, validOn: null, version: 4, state: { round: 1 } });
  });

  it.each([
    ['a bare day, until its last microsecond in winter', '2020-01-31', '2020-01-31T22:59:59.999999Z'],
    ['a bare day, until its last microsecond in summer', '2020-07-31', '2020-07-31T21:59:59.999999Z'],
    ['the day on which the clock goes forward', '2020-03-29', '2020-03-29T21:59:59.999999Z'],
    ['an instant in UTC', '2020-01-31T10:00:00Z', '2020-01-31T10:00:00.000000Z'],
    ['an instant in another zone', '2020-01-31T10:00:00.25%2B02:00', '2020-01-31T08:00:00.250000Z'],
  ])('%s', async (_, knownAt, instant) => {
    const { status, body } = await get(api, `/v1/trajectories/${ID}/state?knownAt=${knownAt}&validOn=2019-12-31`);

    expect(asked()).toEqual(
      new StateOf(identityFor('caseworker'), `trajectory-${ID}`, { knownAt: instant, validOn: '2019-12-31' } as never),
    );
    expect([status, StateDto.parse(body)]).toEqual([200, { knownAt: AT, validOn: null, version: 4, state: { round: 1 } }]);
  });

  it('and neither, when neither was asked', async () => {
    await get(api, `/v1/meetings/${ID}/state`);
    expect(asked()).toEqual(new StateOf(identityFor('caseworker'), `meeting-${ID}`, {}));
  });
});

describe('a stream', () => {
  it('answers its version as its ETag', async () => {
    api.buses.answer = () => ({ knownAt: AT, validOn: null, version: 4, state: {} });
    const { headers } = await get(api, `/v1/trajectories/${ID}`);
    expect(headers.get('etag')).toBe('"4"');
  });

  it('about a person answers with the words that the application opened', async () => {
    const answer = {
      knownAt: AT,
      validOn: null,
      version: 2,
      state: { walkIn: true },
      words: { [EVENT]: { familyName: 'Voorbeeld' } },
    };
    api.buses.answer = () => answer;
    const { headers, body } = await get(api, `/v1/candidates/${ID}`);

    expect(asked()).toEqual(new StreamWithWords(identityFor('caseworker'), `candidate-${ID}`));
    expect([headers.get('etag'), StateWithWordsDto.parse(body)]).toEqual(['"2"', answer]);
  });

  it('has an address for the words of each event, and nothing there once they are gone', async () => {
    api.buses.answer = () => ({ knownAt: AT, validOn: null, version: 2, state: {}, words: { [EVENT]: { note: 'Belt terug.' } } });
    const there = await get(api, `/v1/trajectories/${ID}/words/${EVENT}`);
    expect(there.body).toEqual({ eventId: EVENT, words: { note: 'Belt terug.' } });

    const gone = await get(api, `/v1/trajectories/${ID}/words/${ID}`);
    expect([gone.status, gone.body.code]).toEqual([404, 'not-found']);
  });

  it('gives its events as they were stored, without positions, and an address instead of what is sealed (P10)', async () => {
    api.buses.answer = () => [storedEvent(3), storedEvent(4, { sealed: null })];
    const { body } = await get(api, `/v1/trajectories/${ID}/events?after=2&limit=2`);

    expect(asked()).toEqual(new EventsOf(identityFor('caseworker'), `trajectory-${ID}`, { after: 2, limit: 2 }));
    const { events, next } = EventsDto.parse(body);
    expect([events.length, next]).toEqual([2, 4]);
    expect(events[0].sealed).toEqual({ subject: ID, digest: 'a'.repeat(64), address: `/v1/trajectories/${ID}/words/${EVENT}` });
    expect(events[1].sealed).toBeNull();
    expect(JSON.stringify(body)).not.toContain('position');
  });

  it('says on the last page of its events that there are no more', async () => {
    api.buses.answer = () => [storedEvent(3)];
    expect((await get(api, `/v1/trajectories/${ID}/events`)).body.next).toBeNull();
  });
});

describe('a list goes on by tokens', () => {
  const row = {
    streamId: 'trajectory-c273e4d5-a071-5f82-a394-718293a4b5c6',
    eventId: EVENT,
    version: 1,
    type: 'NoteAdded',
    occurredOn: '2019-11-18',
    recordedAt: AT,
    line: { nl: 'Notitie', en: 'Note' },
    data: {},
    actor: { role: 'caseworker', organisation: 'municipality' },
    sealed: true,
    correctedBy: null,
  };
  const path = `/v1/trajectories/${ID}/timeline`;

  it('that say nothing and lead to the place where the page before ended', async () => {
    api.buses.answer = () => ({ rows: [row], next: ['2019-11-18', 7], stale: false });
    const first = TimelineDto.parse((await get(api, `${path}?limit=1`)).body);
    expect(first).toMatchObject({ items: [row], stale: false });
    expect(Buffer.from(first.next ?? '', 'base64url').toString('latin1')).not.toContain('2019');

    api.buses.asked.length = 0;
    api.buses.answer = () => ({ rows: [], next: null, stale: true });
    const second = await get(api, `${path}?after=${first.next}`);
    expect(asked()).toEqual(
      new TimelineOf(identityFor('caseworker'), `trajectory-${ID}`, { after: ['2019-11-18', 7], limit: 100, minPosition: null }),
    );
    expect(second.body).toEqual({ items: [], next: null, stale: true });
  });

  it('that are no tokens in another list, with another filter, or for another tenant (P11)', async () => {
    api.buses.answer = () => ({ rows: [], next: ['2019-11-18', 7], stale: false });
    const { next } = (await get(api, path)).body;

    const elsewhere = [
      await get(api, `/v1/trajectories/${EVENT}/timeline?after=${String(next)}`),
      await get(api, `/v1/follow-ups?after=${String(next)}`),
      await get(api, `${path}?after=${String(next)}`, { token: 'other-caseworker' }),
      await get(api, `${path}?after=neverwasone`),
    ];
    for (const { status, body } of elsewhere)
      expect([status, body.errors]).toEqual([
        400,
        [expect.objectContaining({ path: 'after', detail: 'is no token of this list' })],
      ]);
    // Who tries a foreign token learns no more than who makes one up.
    expect(elsewhere[2].body).toEqual(elsewhere[3].body);
  });

  it('and waits for the position that a command answered', async () => {
    api.buses.answer = () => ({ rows: [], next: null, stale: false });
    const position = api.app
      .get<HttpParts>(HTTP_PARTS, { strict: false })
      .tokens.ofPosition(identityFor('caseworker').tenant, 'position-9' as Position);
    await get(api, `/v1/follow-ups?status=due&minPosition=${position}`);

    expect(asked()).toEqual(
      new FollowUpsOf(
        identityFor('caseworker'),
        { status: 'due', streamId: undefined },
        { after: null, limit: 100, minPosition: 'position-9' as Position },
      ),
    );
  });

  it('gives follow-ups without the tenant', async () => {
    const followUp = {
      followUpId: ID,
      streamId: `trajectory-${ID}`,
      ruleId: 'check-in-after-start',
      cause: EVENT,
      with: 'candidate',
      dueOn: '2019-12-02',
      dueAt: AT,
      version: 1,
      status: 'planned',
      step: 0,
      stepAt: AT,
      trajectoryId: ID,
      candidateId: null,
      programmeId: null,
      caseworkerId: null,
    };
    api.buses.answer = () => ({ rows: [{ tenant: 'oude-ijsselstreek', ...followUp }], next: null, stale: false, asOf: AT });
    const { body } = await get(api, `/v1/trajectories/${ID}/follow-ups`);

    expect(FollowUpsDto.parse(body)).toMatchObject({ items: [followUp], asOf: AT });
    expect(JSON.stringify(body)).not.toContain('oude-ijsselstreek');
    expect(asked()).toMatchObject({ filter: { streamId: `trajectory-${ID}` } });
  });

  it('of follow-ups asks for those of a caseworker, within days, and shows now only (P9)', async () => {
    api.buses.answer = () => ({ rows: [], next: null, stale: false, asOf: AT });
    await get(api, '/v1/follow-ups?status=overdue&caseworkerId=pool.west&dueUntil=2020-02-29');
    expect(asked()).toMatchObject({ filter: { status: 'overdue', caseworkerId: 'pool.west', dueUntil: '2020-02-29' } });

    for (const wrong of ['knownAt=2020-01-01', 'validOn=2020-01-01', 'dueUntil=2019-02-29', 'status=late'])
      expect([wrong, (await get(api, `/v1/follow-ups?${wrong}`)).status]).toEqual([wrong, 400]);
    expect((await get(api, `/v1/trajectories/${ID}/follow-ups?caseworkerId=pool.west`)).status).toBe(400);
  });
});

describe('the feed (P4)', () => {
  it('gives each event with its own token, and goes on after any of them', async () => {
    api.buses.answer = () => [storedEvent(1), storedEvent(2)];
    const { body } = await get(api, '/v1/events?limit=2', { token: 'auditor' });

    expect(asked()).toEqual(new FeedAfter(identityFor('auditor'), null, 2));
    const { events, next } = FeedDto.parse(body);
    expect([events.length, next]).toEqual([2, events[1].id]);
    expect(JSON.stringify(body)).not.toContain('position-');

    api.buses.asked.length = 0;
    await get(api, `/v1/events?after=${events[0].id}`, { token: 'auditor' });
    expect(asked()).toEqual(new FeedAfter(identityFor('auditor'), { streamId: `trajectory-${ID}`, version: 1 }, 100));
  });

  it('answers the same place again while nothing follows, so that a reader keeps it', async () => {
    api.buses.answer = () => [storedEvent(1)];
    const { next } = (await get(api, '/v1/events')).body;
    api.buses.answer = () => [];

    expect((await get(api, `/v1/events?after=${String(next)}`)).body).toEqual({ events: [], next });
    expect((await get(api, '/v1/events')).body).toEqual({ events: [], next: null });
  });

  it('takes a token of another tenant for none (P11)', async () => {
    api.buses.answer = () => [storedEvent(1)];
    const { next } = (await get(api, '/v1/events')).body;
    const foreign = await get(api, `/v1/events?after=${String(next)}`, { token: 'other-auditor' });
    const madeUp = await get(api, '/v1/events?after=neverwasone', { token: 'other-auditor' });

    expect([foreign.status, foreign.body]).toEqual([madeUp.status, madeUp.body]);
    expect(foreign.status).toBe(400);
  });
});

it('asks for next steps with the days that were given', async () => {
  api.buses.answer = () => ({ steps: { now: [], late: [], not: [], correctable: true } });
  const { body } = await get(api, `/v1/trajectories/${ID}/next-steps?from=2019-11-01&until=2019-11-30`);

  expect(asked()).toEqual(
    new NextStepsOf(identityFor('caseworker'), `trajectory-${ID}`, { from: '2019-11-01', until: '2019-11-30' } as never),
  );
  expect(body).toEqual({ steps: { now: [], late: [], not: [], correctable: true } });
});
