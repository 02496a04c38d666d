import type { Position } from '../ports/event-store.js';
import type { Loop } from '../ports/loops.js';

/** How long a question waits until its projection has come to the position that was asked for; milliseconds of real time. */
const PATIENCE = 5_000;
const LOOK_EVERY = 5;

/**
 * Resolves once a projection has handled the log up to a position, so that whoever wrote may read what he wrote.
 * False when it has not come there in five seconds: the answer would be older than what was asked for.
 */
export async function fresh(projection: Loop, position: Position | null): Promise<boolean> {
  const until = performance.now() + PATIENCE;
  while (position !== null && ((await projection.passed()) ?? '') < position) {
    if (performance.now() > until) return false;
    projection.wake();
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
  return true;
}
