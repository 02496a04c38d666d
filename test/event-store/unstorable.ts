import type { Append } from '../../src/application/ports/event-store.js';
import { anAppend, anEvent, events } from './appends.js';

const withData = (data: unknown) => anAppend({ events: [anEvent({ data })] });
const [twice] = events(1);

/** What no store takes, by the words of its refusal. */
export const UNSTORABLE: readonly (readonly [name: string, append: Append, message: string])[] = [
  ['U+0000 in a text', withData({ note: 'a\0' }), 'events[0].data: holds U+0000'],
  ['U+0000 in a name', withData({ 'a\0': 1 }), 'U+0000'],
  ['a lone surrogate', withData({ a: ['\ud800'] }), 'events[0].data.a[0]: holds a lone surrogate'],
  ['undefined', withData({ a: undefined }), 'events[0].data.a: is of type undefined'],
  ['a Date', withData({ a: new Date(0) }), 'more than data'],
  ['an endless depth', withData(JSON.parse('['.repeat(9000) + ']'.repeat(9000))), 'nests deeper'],
  ['no events', anAppend({ events: [] }), 'must not be empty'],
  ['101 events', anAppend({ events: events(101) }), 'more than 100'],
  ['an event above 256 KB', withData('x'.repeat(262_144)), 'more than 262144 bytes'],
  ['more than 1 MB', anAppend({ events: events(5).map((e) => ({ ...e, data: 'x'.repeat(200_001) })) }), '1000000'],
  ['1 MB with what is not data', anAppend({ events: events(100).map((e) => ({ ...e, data: 'x'.repeat(9_800) })) }), '1000000'],
  ['a negative version', anAppend({ expectedVersion: -1 }), 'expectedVersion'],
  ['a broken version', anAppend({ expectedVersion: 1.5 }), 'expectedVersion'],
  ['a $ type', anAppend({ events: [anEvent({ type: '$x' })] }), 'events[0].type'],
  ['a day that is none', anAppend({ events: [{ ...anEvent(), occurredOn: '2019-13-01' as never }] }), 'occurredOn'],
  ['29 February 2027', anAppend({ events: [{ ...anEvent(), occurredOn: '2027-02-29' as never }] }), 'occurredOn'],
  [
    'an instant of milliseconds',
    anAppend({ events: [anEvent({ occurredAt: '2019-10-03T07:30:00.000Z' as never })] }),
    'occurredAt',
  ],
  ['an id in upper case', anAppend({ commandId: anAppend().commandId.toUpperCase() as never }), 'commandId'],
  ['a digest that is none', anAppend({ events: [anEvent({ sealed: { subject: 'c', digest: 'x' } })] }), 'sealed'],
  ['one event id twice', anAppend({ events: [twice, twice] }), 'eventId of their own'],
];
