import type { EventStore, Position } from '../ports/event-store.js';
import type { Loop } from '../ports/loops.js';

/** How long a move waits for quiet, and how often it looks; milliseconds of real time. */
export type Patience = Readonly<{ upTo: number; every: number }>;

export const PATIENCE: Patience = { upTo: 30_000, every: 5 };

/** The loops that had not passed the log's end when the patience was over; empty when all is quiet. */
export type Lagging = readonly string[];

/**
 * Waits until every running loop has passed the log's end and nothing more followed.
 * A loop that was stopped by name is left out.
 */
export async function quiet(store: EventStore, loops: readonly Loop[], patience: Patience = PATIENCE): Promise<Lagging> {
  const until = performance.now() + patience.upTo;
  wake(loops);

  // Who is woken while busy looks once more after that: while nothing new comes, each is given more time than before.
  let [seen, rest, wakeAgain] = [null as Position | null, patience.every, performance.now()];
  for (;;) {
    const { end, lagging } = await behind(store, loops);
    if (lagging.length === 0 || performance.now() > until) return lagging;
    if (end !== seen) [seen, rest, wakeAgain] = [end, patience.every, performance.now()];
    if (performance.now() >= wakeAgain) {
      wake(loops.filter(({ name }) => lagging.includes(name)));
      [rest, wakeAgain] = [2 * rest, performance.now() + rest];
    }
    await pause(patience.every);
  }
}

function wake(loops: readonly Loop[]): void {
  for (const loop of loops) loop.wake();
}

/** Reads the end before and after asking the loops: what one of them appended meanwhile shows as a new end. */
async function behind(store: EventStore, loops: readonly Loop[]): Promise<Readonly<{ end: Position | null; lagging: Lagging }>> {
  const end = await store.lastPosition();
  const running = loops.filter((loop) => !loop.stopped);
  const passed = await Promise.all(running.map((loop) => loop.passed()));

  const lagging = running.filter((_, at) => end !== null && (passed[at] ?? '') < end).map((loop) => loop.name);
  if (lagging.length > 0 || (await store.lastPosition()) === end) return { end, lagging };
  return { end, lagging: running.map((loop) => loop.name) };
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
