import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until a condition holds, and fails with its name when it does not within the time; the time is real, in milliseconds. */
export async function eventually(name: string, holds: () => boolean | Promise<boolean>, withinMs = 15_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`not within ${withinMs} ms: ${name}`);
    await sleep(5);
  }
}
