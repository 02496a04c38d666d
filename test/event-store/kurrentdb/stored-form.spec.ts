import fc from 'fast-check';
import { NameSpace } from '../../../src/adapters/event-store-kurrentdb/names.js';
import { placeIn, positionOf } from '../../../src/adapters/event-store-kurrentdb/positions.js';
import { serverIdOf } from '../../../src/adapters/event-store-kurrentdb/server-id.js';
import { canonicalBytes, serverEvent, storedEvent } from '../../../src/adapters/event-store-kurrentdb/stored-form.js';
import { APPEND_BYTES_LIMIT, pendingEvents, withRecordedAt } from '../../../src/application/event-bytes.js';
import type { Append, Position } from '../../../src/application/ports/event-store.js';
import type { EventId } from '../../../src/kernel/ids.js';
import { anAppend, anEvent, events, newId } from '../appends.js';
import { APPEND_LIMIT, sizeOf } from './double/log.js';
import { BEGINNING } from '../store-under-test.js';

const bytesIn = ({ data, metadata }: Readonly<Record<'data' | 'metadata', unknown>>) => ({
  data: Buffer.from(JSON.stringify(data)),
  metadata: Buffer.from(JSON.stringify(metadata)),
});
const place = { commit: 400n, prepare: 400n };
const asWritten = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T; // what the client does on both ways

describe('the form in which the server keeps an event', () => {
  it('gives back the canonical bytes of any payload', () => {
    // U+0000 is what no store takes; it is refused before.
    const payload = fc.jsonValue({ maxDepth: 4 }).filter((value) => !JSON.stringify(value).includes('\\u0000'));
    fc.assert(
      fc.property(payload, (data) => {
        const bytes = withRecordedAt(pendingEvents(anAppend({ events: [anEvent({ data })] }))[0], BEGINNING);
        const hash = Buffer.alloc(32, 7);
        const read = storedEvent({ ...asWritten(serverEvent(bytes, hash, { appendedTo: 3 })), position: place });
        expect(canonicalBytes(read)).toEqual(bytes);
        expect(read.hash).toBe(hash.toString('hex'));
        expect(read).not.toHaveProperty('appendedTo');
      }),
      { numRuns: 500 },
    );
  });

  it('has an id that other bytes before it change, and the same bytes do not', () => {
    const eventId = '6f2c5f4e-9d7e-4bd8-9c44-0d5f6a0a7a11' as EventId;
    const ids = [1, 1, 2].map((fill) => serverIdOf(eventId, Buffer.alloc(32, fill)));
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).not.toBe(ids[2]);
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('is never so large that a server refuses an append that other stores take (R-661)', () => {
    const type = `T${'y'.repeat(63)}`;
    const actor = { subject: 'é'.repeat(40), role: 'caseworker' as const, organisation: 'org-1', onBehalfOf: null };
    const of = (letters: number) => {
      const expectedVersion = 2_000_000_000;
      return anAppend({
        expectedVersion,
        actor,
        events: events(100).map((one) => ({ ...one, type, data: 'x'.repeat(letters) })),
      });
    };
    const written = (append: Append) => pendingEvents(append).map((pending) => withRecordedAt(pending, BEGINNING));
    const total = (bytes: readonly Buffer[]) => bytes.reduce((sum, { length }) => sum + length, 0);
    const most = Math.floor((APPEND_BYTES_LIMIT - total(written(of(0)))) / 100);
    expect(() => pendingEvents(of(most + 1))).toThrow('more than 1000000 bytes');

    const sizes = written(of(most)).map((bytes) => {
      const {
        data,
        metadata,
        type: of,
      } = serverEvent(bytes, Buffer.alloc(32, 7), { appendedTo: 2_000_000_100, decision: newId() });
      return sizeOf({ type: of, ...bytesIn({ data, metadata }) });
    });
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(APPEND_LIMIT);
  });

  it('is refused when no store wrote it', () => {
    const foreign = { id: 'x', type: 'Foreign', data: {}, metadata: undefined, position: place };
    expect(() => storedEvent(foreign)).toThrow('not one of this store');
  });
});

describe('a position on KurrentDB', () => {
  const id = '0123abcd-4567-5890-8abc-0123456789ab';

  it('is ordered as text as the log is', () => {
    const numbers = [0n, 9n, 10n, 99n, 2n ** 53n + 1n, 2n ** 63n];
    const positions = numbers.map((number) => positionOf({ commit: number, prepare: number }, id));
    expect([...positions].sort()).toEqual(positions);
    expect(placeIn(positions[4])).toEqual({ commit: 2n ** 53n + 1n, prepare: 2n ** 53n + 1n, mark: '0123abcd-4567' });
  });

  it.each(['m000000000001', '', 'k1-1-0123abcd-4567'])('is of another store when it reads %j', (position) => {
    expect(() => placeIn(position as Position)).toThrow('of another store');
  });
});

describe('a name space', () => {
  it('is compared whole, up to the first mark', () => {
    const names = new NameSpace('case');
    expect(names.of('trajectory-1')).toBe('case~trajectory-1');
    expect(names.streamIn('case~trajectory-1')).toBe('trajectory-1');
    expect(names.streamIn('case~a~b')).toBe('a~b');
    for (const other of ['case2~trajectory-1', 'cas~trajectory-1', '$settings', 'case', '~case', '']) {
      expect(names.streamIn(other)).toBeUndefined();
    }
  });

  it.each(['', 'Case', '1case', 'ca~se', 'a'.repeat(33), 'ca-se'])('may not be called %j', (name) => {
    expect(() => new NameSpace(name)).toThrow('[a-z][a-z0-9]{0,31}');
  });
});
