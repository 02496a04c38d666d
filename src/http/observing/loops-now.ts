import type { Loop, Parked } from '../../application/ports/loops.js';
import { areOfOneKind, type Position } from '../../application/ports/event-store.js';
import type { HttpParts } from '../parts.js';

/** How one reader of the log stands. */
export type LoopNow = Readonly<{ loop: string; behind: boolean; stopped: boolean; failing: boolean; parked: readonly Parked[] }>;

/** How every reader of the log stands against its end, read first so that none looks further than it is. */
export async function loopsNow({ store, loops }: Pick<HttpParts, 'store' | 'loops'>): Promise<readonly LoopNow[]> {
  const end = await store.lastPosition();
  return Promise.all(loops.map((loop) => standOf(loop, end)));
}

async function standOf(loop: Loop, end: Position | null): Promise<LoopNow> {
  const [passed, parked] = await Promise.all([loop.passed(), loop.parked()]);
  return { loop: loop.name, behind: isBehind(passed, end), stopped: loop.stopped, failing: loop.failing ?? false, parked };
}

/** A place in a log of another kind is none in this one. */
function isBehind(passed: Position | null, end: Position | null): boolean {
  if (end === null) return false;
  return passed === null || !areOfOneKind(passed, end) || passed < end;
}
