import { everyEvent } from '../../src/application/every-event.js';
import type { Position, ReadAll, StoredEvent } from '../../src/application/ports/event-store.js';
import type { TenantId } from '../../src/kernel/ids.js';

const wanted = { tenant: 'here' as TenantId, types: ['BenefitStarted'] };
const positionOf = (n: number) => String(n).padStart(6, '0') as Position;

/** A log of so many events that are wanted; notes what it is asked. */
function logOf(count: number) {
  const asked: ReadAll[] = [];
  const all = Array.from({ length: count }, (_, at) => ({ position: positionOf(at + 1) }) as StoredEvent);
  const readAll = (options: ReadAll): Promise<readonly StoredEvent[]> => {
    asked.push(options);
    return Promise.resolve(all.filter(({ position }) => position > (options.after ?? '')).slice(0, options.limit));
  };
  return { asked, readAll };
}

describe('every event of some types', () => {
  it.each([
    [0, 1],
    [1, 1],
    [499, 1],
    [500, 2],
    [1200, 3],
  ])('is read once and in order: %i events by %i reads', async (count, reads) => {
    const log = logOf(count);
    const found: Position[] = [];
    for await (const { position } of everyEvent(log, wanted)) found.push(position);

    expect(found).toEqual(Array.from({ length: count }, (_, at) => positionOf(at + 1)));
    expect(log.asked).toHaveLength(reads);
    expect(log.asked.every(({ tenant, types }) => tenant === wanted.tenant && types === wanted.types)).toBe(true);
  });
});
