import type { EventStore, Position } from '../../src/application/ports/event-store.js';
import type { Loop } from '../../src/application/ports/loops.js';
import { quiet } from '../../src/application/time/quiet.js';

const END = '0000000000000007' as Position;
const store = { lastPosition: () => Promise.resolve(END) } as unknown as EventStore;

/** A loop that looks anew so long whenever it is woken, once more for what woke it meanwhile, and tells no position until it is done. */
function busyFor(milliseconds: number): Loop & Readonly<{ looks: () => number }> {
  let [isOwing, isLooking, looks] = [false, false, 0];
  const look = async (): Promise<void> => {
    isLooking = true;
    while (isOwing) {
      [isOwing, looks] = [false, looks + 1];
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
    }
    isLooking = false;
  };
  return {
    name: 'busy',
    stopped: false,
    looks: () => looks,
    parked: () => Promise.resolve([]),
    passed: () => Promise.resolve(isOwing || isLooking ? null : END),
    wake: () => {
      isOwing = true;
      if (!isLooking) void look();
    },
  };
}

describe('quiet', () => {
  it('comes to who is longer busy when woken than it is looked at', async () => {
    const loop = busyFor(20);
    expect(await quiet(store, [loop], { upTo: 2_000, every: 1 })).toEqual([]);
    expect(loop.looks()).toBeGreaterThan(1);
  });

  it('names who does not come to the log’s end in time', async () => {
    const loop: Loop = { ...busyFor(1), name: 'behind', passed: () => Promise.resolve(null) };
    expect(await quiet(store, [loop], { upTo: 20, every: 1 })).toEqual(['behind']);
  });
});
