import { createHash } from 'node:crypto';
import { lastInstantOf, type Day, type Instant } from '../../src/kernel/days.js';
import type { EventId, Id } from '../../src/kernel/ids.js';
import type { Meta } from '../../src/kernel/messages.js';

/** A UUID that stands for these words, the same in every run; not the ids of the product, which have names of their own. */
export function testId<N extends string>(...words: readonly (string | number)[]): Id<N> {
  const hex = createHash('sha256').update(words.join('\n')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}` as Id<N>;
}

/** The id of the nth event of a type in a story, counted from 0: the first `CheckInRecorded` is `idOf('CheckInRecorded')`. */
export const idOf = (type: string, nth = 0): EventId => testId('event', type, nth);

/** The id that the command under test gives: `newId('match')`. */
export const newId = <N extends string>(label: N, index = 0): Id<N> => testId('new', 'command', label, index);

/** Time and ids for one command in a test; commands with different names give different ids. */
export function testMeta({ today, now, override, command = 'command' }: TestMeta): Meta {
  return {
    today,
    now: now ?? lastInstantOf(today),
    ...(override !== undefined && { override }),
    newId: (label, index = 0) => testId('new', command, label, index),
    idOf: (name) => testId('name', JSON.stringify(name)),
  };
}

type TestMeta = Readonly<{ today: Day; now?: Instant; override?: string; command?: string }>;
