import { NoAnswer } from '../../src/adapters/event-store-kurrentdb/calls.js';
import { CopyStopped } from '../../src/application/copying/copy-log.js';
import { StoreUnavailable } from '../../src/application/ports/event-store.js';
import { CopyRefused } from '../../src/composition/copy-refused.js';
import { interruptionOf } from '../../src/composition/copy-interrupted.js';

const error = (more: object): Error => Object.assign(new Error('Sanne'), more);

it.each([
  ['Stopped', new CopyStopped('stopped')],
  ['KurrentDB stopped answering', new NoAnswer('no answer in 20000 ms')],
  ['KurrentDB stopped answering', error({ type: 'unavailable' })],
  ['PostgreSQL stopped answering', error({ code: 'ECONNREFUSED' })],
  ['PostgreSQL stopped answering', error({ code: '57P01' })],
])('a copy that is interrupted says that it goes on when it is run again: %s (R-552)', (line, thrown) => {
  expect(interruptionOf(thrown)).toBe(line);
});

it.each([new CopyRefused('no'), error({ code: '42P01' }), new TypeError('a fault of the program')])(
  'what it cannot go on from is told as what it is: %s',
  (thrown) => {
    expect(interruptionOf(thrown)).toBeNull();
  },
);

it('a server that a question does not reach is the one that is asked', () => {
  const cause = error({ type: 'unavailable' });
  expect(interruptionOf(new StoreUnavailable('KurrentDB cannot be asked', { cause }))).toBe('KurrentDB stopped answering');
});
