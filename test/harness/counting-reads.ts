import type { EventStore } from '../../src/application/ports/event-store.js';

/** A store whose reads are told: `reads` answers the streams that were read since it was asked last, and `the log` for a read of all. */
export function countingReads(store: EventStore): Readonly<{ store: EventStore; reads(): readonly string[] }> {
  const read: string[] = [];
  const counting = new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]): unknown => {
        if (name === 'readStream') read.push(String(args[1]));
        if (name === 'readAll' || name === 'lastPosition') read.push('the log');
        return Reflect.apply(member, target, args);
      };
    },
  });
  return { store: counting, reads: () => read.splice(0) };
}
