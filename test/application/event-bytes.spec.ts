import fc from 'fast-check';
import {
  APPEND_BYTES_LIMIT,
  bytesOf,
  eventIn,
  pendingEvents,
  UNDATED,
  withRecordedAt,
} from '../../src/application/event-bytes.js';
import { BadAppend, type Append } from '../../src/application/ports/event-store.js';
import type { Instant } from '../../src/kernel/days.js';
import { UNSTORABLE } from '../event-store/unstorable.js';
import { anAppend, anEvent, events } from '../event-store/appends.js';

const RECORDED_AT = '2019-10-03T12:00:00.000001Z' as Instant;
const written = (append: Append) => pendingEvents(append).map((event) => withRecordedAt(event, RECORDED_AT));
const withData = (data: unknown) => anAppend({ events: [anEvent({ data })] });

describe('the bytes of an event', () => {
  it('are canonical and come back as the same event, whatever its data', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (data) => {
        const [bytes] = written(withData(data));
        expect(bytesOf(eventIn(bytes)).equals(bytes)).toBe(true);
        expect(eventIn(bytes).data).toEqual(JSON.parse(JSON.stringify(data)));
      }),
    );
  });

  it('are undated where recordedAt will stand, also when data and actor hold the same text', () => {
    const actor = { subject: UNDATED, role: 'caseworker', organisation: '€🙂', onBehalfOf: UNDATED } as const;
    const [pending] = pendingEvents({ ...withData({ [UNDATED]: UNDATED }), actor });
    const event = eventIn(withRecordedAt(pending, RECORDED_AT));

    expect(event).toMatchObject({ recordedAt: RECORDED_AT, actor, data: { [UNDATED]: UNDATED } });
  });

  it('are not dated one byte beside that place', () => {
    const [{ bytes, offset }] = pendingEvents(anAppend());
    expect(() => withRecordedAt({ bytes, offset: offset + 1 }, RECORDED_AT)).toThrow('no undated event');
    expect(() => withRecordedAt({ bytes, offset }, '2019-10-03T12:00:00Z' as Instant)).toThrow('no undated event');
  });

  it('tell a day from an instant', () => {
    const occurredAt = '2019-10-03T07:30:00.000000Z' as Instant;
    const [day, instant] = written(anAppend({ events: [anEvent(), anEvent({ occurredAt })] })).map(eventIn);

    expect(day).toMatchObject({ occurredOn: '2019-10-03', version: 1 });
    expect(instant).toMatchObject({ occurredAt, version: 2 });
    expect('occurredOn' in instant).toBe(false);
  });

  it('hold no more of actor, seal and overrides than their members (P10)', () => {
    const words = { words: 'SECRET' };
    const [event] = events(1);
    const sealed = { subject: 'candidate-1', digest: 'a'.repeat(64), ...words };
    const overrides = [{ eventId: event.eventId, code: 'too-early', reason: 'known-exception', ...words }];
    const actor = { ...anAppend().actor, ...words };
    const [bytes] = written(anAppend({ actor, overrides, events: [{ ...event, sealed, ...{ seal: words } }] }));

    expect(bytes.includes('SECRET')).toBe(false);
  });
});

describe('an append that cannot be stored', () => {
  it.each(UNSTORABLE)('is refused for %s', (_, append, message) => {
    expect(() => pendingEvents(append)).toThrow(BadAppend);
    expect(() => pendingEvents(append)).toThrow(message);
  });

  it('is refused without showing the value, which may be about a person (P10)', () => {
    const refused = () => pendingEvents(withData({ note: 'SECRET\0' }));
    expect(refused).toThrow('events[0].data');
    expect(refused).not.toThrow('SECRET');
  });

  it('is not refused for text that only reads like U+0000', () => {
    const data = { note: '\\u0000', more: '\\\\u0000' };
    expect(eventIn(written(withData(data))[0]).data).toEqual(data);
  });

  it('is not refused at the limits themselves, and is just beyond them (R-661)', () => {
    expect(pendingEvents(anAppend({ events: events(100) }))).toHaveLength(100);

    const bare = anAppend({ events: events(5).map((event) => ({ ...event, data: '' })) });
    const rest = APPEND_BYTES_LIMIT - pendingEvents(bare).reduce((total, { bytes }) => total + bytes.length, 0);
    const filled = (bytes: number) => ({
      ...bare,
      events: bare.events.map((event, n) => ({ ...event, data: 'x'.repeat(Math.floor(bytes / 5) + (n < bytes % 5 ? 1 : 0)) })),
    });
    expect(pendingEvents(filled(rest))).toHaveLength(5);
    expect(() => pendingEvents(filled(rest + 1))).toThrow(`events: more than ${APPEND_BYTES_LIMIT} bytes`);
  });
});
