import { PROJECTIONS, type Shelved } from '../adapters/read-models-typeorm/projections.js';
import { Lease, type Taken } from '../adapters/read-models-typeorm/lease.js';
import type { Compared } from '../adapters/read-models-typeorm/compared.js';
import { Rebuild, whileRenewed, type OnProgress } from '../adapters/read-models-typeorm/rebuild.js';
import type { Around } from '../adapters/read-models-typeorm/row-writer.js';
import { Fenced } from '../application/ports/fenced.js';
import { WrongSetting } from '../settings/settings.js';

/** What came of one rebuild. `compared` is null where there was nothing of the same version to compare with. */
export type Rebuilt = Readonly<{ kind: 'live' | 'given-up'; compared: Compared | null }> | Readonly<{ kind: 'held' }>;

/** `patienceMs` of real time: how long a build is waited for that another process made and may have died over; 0 when absent. */
type Rebuilding = Around & Readonly<{ onProgress: OnProgress; isStopped: () => boolean; patienceMs?: number; log?: string }>;

/** How often it is tried meanwhile; milliseconds of real time. */
const TRY_EVERY = 500;

/** The names of what can be rebuilt. */
export const REBUILDABLE = Object.keys(PROJECTIONS) as readonly (keyof typeof PROJECTIONS)[];

/** The projections that are meant; all when none is named. Errors: throws `WrongSetting` for a name that there is not. */
export function projectionsNamed(names: readonly string[]): readonly Shelved[] {
  const unknown = names.find((name) => !Object.hasOwn(PROJECTIONS, name));
  if (unknown !== undefined)
    throw new WrongSetting(`There is no projection ${unknown}: name any of ${REBUILDABLE.join(', ')}, or none for all.`);
  return (names.length > 0 ? names : REBUILDABLE).map((name) => PROJECTIONS[name as keyof typeof PROJECTIONS]);
}

/**
 * Makes a projection anew from the whole log beside the one that readers see, compares both where they are of the same version, and
 * puts the new one in its place; with `checkOnly` it is given up after the comparison. Works beside a running Trajectlijn.
 *
 * Shape: `held` when another process is making it or took it over, or a newer release made the live one.
 * Errors: throws `SwapRefused` when more streams would be parked than are now, and `BuildStopped`; what was made is gone on with later.
 */
export async function rebuilt(
  rebuilding: Rebuilding,
  { projection, table }: Shelved,
  { checkOnly }: Readonly<{ checkOnly: boolean }>,
): Promise<Rebuilt> {
  const lease = new Lease(rebuilding.pool, projection, { anew: true, log: rebuilding.log });
  const taken = await takenWithin(rebuilding, lease);
  if (!taken) return { kind: 'held' };

  const rebuild = new Rebuild({ ...rebuilding, lease }, { projection, table });
  try {
    return await whileRenewed(lease, async () => {
      const at = await rebuild.walk(await rebuild.resumesAt(taken));
      const compared = await rebuild.compared();
      if (checkOnly) await rebuild.discard();
      else await rebuild.goLive(at);
      return { kind: checkOnly ? 'given-up' : 'live', compared };
    });
  } catch (error) {
    if (error instanceof Fenced) return { kind: 'held' };
    throw error;
  } finally {
    await lease.release();
    await rebuild.removeRetired();
  }
}

async function takenWithin({ patienceMs = 0, isStopped }: Rebuilding, lease: Lease): Promise<Taken | null> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const taken = await lease.take();
    if (taken || isStopped() || performance.now() >= until) return taken;
    await new Promise((resolve) => setTimeout(resolve, TRY_EVERY));
  }
}
