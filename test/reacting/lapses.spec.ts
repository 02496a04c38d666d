import type { Wish } from '../../src/application/commands/wish.js';
import type { StoredEvent } from '../../src/application/ports/event-store.js';
import { idOf } from '../../src/application/names.js';
import { RecordsSteps } from '../../src/application/time/record-step.js';
import { addDays, dayOf, dueAt, startOf, type Day, type Instant } from '../../src/kernel/days.js';
import { streamIdOf, type MatchId, type StreamId, type WorkplaceId } from '../../src/kernel/ids.js';
import { startEngine, type TestEngine } from '../harness/engine.js';
import { command, TENANT } from '../harness/life.js';
import { People, type Matched } from './people.js';

let test: TestEngine;
let people: People;
let employerId: string;
let workplaceId: string;

beforeAll(async () => {
  test = await startEngine();
  people = new People(test.engine);
  await people.publish();
  await people.publishKeeping('P1D');
  employerId = await people.employer();
}, 60_000);
afterAll(() => test.stop());

beforeEach(async () => {
  workplaceId = await people.workplace(employerId);
});

const moveTo = async (instant: Instant): Promise<void> => {
  const moved = await test.engine.clockLoop!.moveTo(instant);
  expect(moved).toMatchObject({ kind: 'moved', parked: [] });
};
const recorder = () => new RecordsSteps(test.engine.tools.store, test.engine.flow, idOf);
const today = async (): Promise<Day> => dayOf(await test.engine.tools.clock.now());
const eventsOf = (streamId: StreamId): Promise<readonly StoredEvent[]> => test.engine.tools.store.readStream(TENANT, streamId);
const lifeOf = ({ id }: Matched): Promise<readonly StoredEvent[]> => eventsOf(streamIdOf('trajectory', id));
const placeEvents = (): Promise<readonly StoredEvent[]> => eventsOf(streamIdOf('workplace', workplaceId));
const atPlace = async (): Promise<string[]> => (await placeEvents()).slice(1).map(({ type }) => type);
const lastOf = (events: readonly StoredEvent[]): string => events[events.length - 1].type;

/** Both said yes to a match for the place, and it is kept until tomorrow. */
async function kept(): Promise<Matched> {
  const matched = await people.proposedFor(workplaceId, employerId);
  await people.secondYes(matched);
  await test.engine.clockLoop!.settle();
  expect(await atPlace()).toEqual(['WorkplaceReserved']);
  return matched;
}

/** Until when it is kept, put otherwise. */
async function keptUntil(lapsesOn: Day): Promise<void> {
  const [, { eventId, occurredOn, data }] = await placeEvents();
  const replacement = { occurredOn, data: { ...(data as object), lapsesOn } };
  const why = { corrects: eventId, kind: 'replace', reason: 'wrong-details', requestedBy: 'employer' };
  const wish = { kind: 'corrections', corrections: [{ ...why, replacement }], late: [] } as unknown as Wish;
  await people.accepted('workplace', workplaceId, wish);
}

describe('a reservation on which nothing followed', () => {
  // From each day to the next: an ordinary one, 29 February, both clock changes and the year's end.
  it.each(['2019-09-05', '2019-12-30', '2020-02-28', '2020-03-28', '2020-10-24'])(
    'made on %s for a day, lapses at the end of the next one: the match falls through and the place is free (R-507)',
    async (on) => {
      await people.itIs(on);
      const matched = await kept();
      const last = addDays(on as Day, 1);
      await moveTo(startOf(last));
      expect(await atPlace()).toEqual(['WorkplaceReserved']);

      await moveTo(startOf(addDays(last, 1)));
      const fallen = (await lifeOf(matched)).at(-1)!;
      expect(fallen).toMatchObject({
        type: 'MatchFellThrough',
        occurredOn: last,
        data: { matchId: matched.matchId, by: 'municipality', reason: 'reservation-lapsed' },
        commandId: idOf(['step', matched.matchId, 2, 'lapse']),
        causationId: null,
        correlationId: idOf(['step', matched.matchId, 2, 'lapse']),
      });
      expect(fallen.recordedAt >= dueAt(last) && fallen.recordedAt < startOf(addDays(last, 1))).toBe(true);
      const released = (await placeEvents()).at(-1)!;
      expect(released).toMatchObject({
        type: 'WorkplaceReleased',
        occurredOn: last,
        data: { reason: 'reservation-lapsed' },
        causationId: fallen.eventId,
      });
    },
    60_000,
  );

  it('lapses also while nobody reacts, and its place is freed by who reacts later (R-507)', async () => {
    const matched = await kept();
    const reaction = test.engine.reactions.places;
    await reaction.stop();
    await moveTo(startOf(addDays(await today(), 10)));
    expect(lastOf(await lifeOf(matched))).toBe('MatchFellThrough');
    expect(await atPlace()).toEqual(['WorkplaceReserved']);

    await reaction.start();
    await test.engine.clockLoop!.settle();
    expect(await atPlace()).toEqual(['WorkplaceReserved', 'WorkplaceReleased']);
    expect((await placeEvents()).at(-1)!.data).toMatchObject({ reason: 'reservation-lapsed' });
  }, 60_000);

  it('lapses when its own day is over, whatever another does (R-507)', async () => {
    const earlier = await kept();
    workplaceId = await people.workplace(employerId);
    const later = await kept();
    await keptUntil(addDays(await today(), 3));
    const soon = addDays(await today(), 2);
    await moveTo(startOf(soon));
    expect(lastOf(await lifeOf(earlier))).toBe('MatchFellThrough');
    expect(lastOf(await lifeOf(later))).toBe('MatchMade');
    await moveTo(startOf(addDays(soon, 5)));
    expect(lastOf(await lifeOf(later))).toBe('MatchFellThrough');
  }, 60_000);

  it('lapses later when the day was put otherwise, and not by what was armed for the first (R-507)', async () => {
    const matched = await kept();
    const late = addDays(await today(), 5);
    const first = dueAt(addDays(await today(), 1));
    await keptUntil(late);
    const armed = { tenant: TENANT, streamId: streamIdOf('trajectory', matched.id), version: 2, at: first } as const;
    const ids = { matchId: matched.matchId as MatchId, workplaceId: workplaceId as WorkplaceId };
    await recorder().record({ ...armed, ...ids, step: 'lapse' });
    await moveTo(startOf(late));
    expect(lastOf(await lifeOf(matched))).toBe('MatchMade');
    await moveTo(startOf(addDays(late, 1)));
    expect(lastOf(await lifeOf(matched))).toBe('MatchFellThrough');
  }, 60_000);
});

describe('a reservation on which something followed', () => {
  it('does not lapse once a placement names the match, also before the place knows (R-507)', async () => {
    const matched = await kept();
    const reaction = test.engine.reactions.places;
    await reaction.stop();
    await people.worksBy(matched);
    await moveTo(startOf(addDays(await today(), 10)));
    expect(await atPlace()).toEqual(['WorkplaceReserved']);

    await reaction.start();
    await test.engine.clockLoop!.settle();
    expect(await atPlace()).toEqual(['WorkplaceReserved', 'WorkplaceFilled']);
    expect((await lifeOf(matched)).map(({ type }) => type)).not.toContain('MatchFellThrough');
  }, 60_000);

  it('does not lapse once the match fell through otherwise (R-507)', async () => {
    const matched = await kept();
    const fall = { matchId: matched.matchId, by: 'employer', reason: 'changed-mind' };
    await people.accepted('trajectory', matched.id, command('LetMatchFall', fall));
    await moveTo(startOf(addDays(await today(), 10)));

    const fallen = (await lifeOf(matched)).filter(({ type }) => type === 'MatchFellThrough');
    expect(fallen.map(({ data }) => (data as { reason: string }).reason)).toEqual(['changed-mind']);
    expect((await placeEvents()).at(-1)!.data).toMatchObject({ reason: 'match-fell-through' });
  }, 60_000);
});
