import { correctedVocabulary } from '../../src/kernel/corrected.events.js';
import type { Day, Instant } from '../../src/kernel/days.js';
import type { StreamId, TenantId } from '../../src/kernel/ids.js';
import { UnknownEvent, historyOf, upcast, type EventType, type StoredShape } from '../../src/kernel/vocabulary.js';
import { idOf, testId } from '../harness/ids.js';

type Talked = { minutes: number; with: readonly string[] };

const talked: EventType<Talked> = {
  schemaVersion: 3,
  data: { parse: (value) => value as Talked },
  upcasts: {
    1: (data) => ({ minutes: (data as { hours: number }).hours * 60 }),
    2: (data) => ({ ...(data as { minutes: number }), with: [] }),
  },
};
const vocabulary = { Talked: talked };

const stored = (event: Partial<StoredShape> & { type: string; data: unknown }): StoredShape =>
  ({
    eventId: idOf(event.type),
    streamId: 'trajectory-1' as StreamId,
    version: 1,
    schemaVersion: 1,
    occurredOn: '2019-10-03' as Day,
    recordedAt: '2019-10-03T12:00:00.000000Z' as Instant,
    actor: { subject: 's', role: 'caseworker', organisation: 'o', onBehalfOf: null },
    commandId: testId('command'),
    correlationId: testId('correlation'),
    causationId: null,
    tenant: 'nl' as TenantId,
    sealed: null,
    overrides: [],
    ...event,
  }) as StoredShape;

const replacing = (replacement: object): StoredShape =>
  stored({
    type: 'EventCorrected',
    version: 2,
    data: {
      kind: 'replace',
      corrects: idOf('Talked'),
      reason: 'wrong-day',
      requestedBy: 'candidate',
      replacement: {
        type: 'Talked',
        schemaVersion: 1,
        occurredOn: '2019-10-04',
        data: { hours: 2 },
        sealed: 'kept',
        ...replacement,
      },
    },
  });

describe('upcasting (P8)', () => {
  it('leads an old shape through every step to the shape of today, and leaves what was stored as it is', () => {
    const old = stored({ type: 'Talked', data: { hours: 1 } });
    const bytes = JSON.stringify(old);

    expect(upcast(vocabulary, old)).toEqual({ ...old, schemaVersion: 3, data: { minutes: 60, with: [] } });
    expect(JSON.stringify(old)).toBe(bytes);
  });

  it('begins at the version that was stored', () => {
    expect(upcast(vocabulary, stored({ type: 'Talked', schemaVersion: 2, data: { minutes: 5 } })).data).toEqual({
      minutes: 5,
      with: [],
    });
    const current = stored({ type: 'Talked', schemaVersion: 3, data: { minutes: 5, with: ['employer'] } });
    expect(upcast(vocabulary, current)).toEqual(current);
  });

  it('leads the replacement in a correction to the shape of today', () => {
    const [, correction] = historyOf(vocabulary, [stored({ type: 'Talked', data: { hours: 1 } }), replacing({})]);

    expect(correction.data).toMatchObject({
      kind: 'replace',
      replacement: { schemaVersion: 3, data: { minutes: 120, with: [] }, occurredOn: '2019-10-04' },
    });
  });

  it('leaves a correction without a replacement as it is', () => {
    const correction = stored({
      type: 'EventCorrected',
      version: 2,
      data: { kind: 'void', corrects: idOf('Talked'), reason: 'wrong-day', requestedBy: 'candidate' },
    });
    expect(upcast(vocabulary, correction)).toEqual(correction);
  });

  it.each([
    ['a type that nobody knows', stored({ type: 'Whispered', data: {} }), 'Whispered'],
    ['a type named like a member of every object', stored({ type: 'constructor', data: {} }), 'constructor'],
    ['a version from the future', stored({ type: 'Talked', schemaVersion: 4, data: {} }), 'Talked'],
    ['a version without a step', stored({ type: 'Talked', schemaVersion: 0, data: {} }), 'Talked'],
    ['a replacement of a type that nobody knows', replacing({ type: 'Whispered' }), 'Whispered'],
    ['a replacement of a version from the future', replacing({ schemaVersion: 4 }), 'Talked'],
  ])('stops at %s, and names it', (_, event, type) => {
    expect(() => upcast(vocabulary, event)).toThrow(UnknownEvent);
    expect(() => upcast(vocabulary, event)).toThrow(type);
  });
});

describe('EventCorrected', () => {
  const { data } = correctedVocabulary.EventCorrected;
  const why = { corrects: idOf('Talked'), reason: 'wrong-day', requestedBy: 'candidate' };
  const replacement = { type: 'Talked', schemaVersion: 1, occurredOn: '2019-10-04', data: { hours: 2 }, sealed: 'kept' };

  it.each([
    ['a replacement on another day', { ...why, kind: 'replace', replacement }],
    [
      'a replacement at another instant',
      {
        ...why,
        kind: 'replace',
        replacement: { ...replacement, occurredOn: undefined, occurredAt: '2019-10-03T12:00:00.000001Z' },
      },
    ],
    ['a void', { ...why, kind: 'void' }],
    ['a restoration', { ...why, kind: 'restore' }],
  ])('holds %s', (_, value) => expect(data.parse(value)).toEqual(value));

  it.each([
    ['a replacement without a day', { ...why, kind: 'replace', replacement: { ...replacement, occurredOn: undefined } }],
    [
      'a replacement with a day and an instant',
      { ...why, kind: 'replace', replacement: { ...replacement, occurredAt: '2019-10-03T12:00:00.000001Z' } },
    ],
    ['a day that does not exist', { ...why, kind: 'replace', replacement: { ...replacement, occurredOn: '2027-02-29' } }],
    ['no replacement', { ...why, kind: 'replace' }],
    ['a void with a replacement', { ...why, kind: 'void', replacement }],
    ['no reason', { ...why, kind: 'void', reason: undefined }],
    ['words for a reason (P10)', { ...why, kind: 'void', reason: 'Jansen called' }],
    ['nobody who asked', { ...why, kind: 'void', requestedBy: undefined }],
    ['an event by another name', { ...why, kind: 'void', corrects: 'the first one' }],
    ['more than it has members for', { ...why, kind: 'void', note: 'x' }],
  ])('does not hold %s', (_, value) => expect(() => data.parse(value)).toThrow());
});
