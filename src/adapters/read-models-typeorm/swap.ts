import type pg from 'pg';
import { areOfOneKind, type EventStore, type Position } from '../../application/ports/event-store.js';
import type { Lease } from './lease.js';
import { parkedInBuild } from './parked-streams.js';
import type { RowWriter } from './row-writer.js';
import { inTransaction } from './transaction.js';

/** At most so many events are caught up with while the live build stands still; behind by more, it is left alone for another while. */
const LAST_FEW = 500;

/** A build that would show more streams stale than the one it is to take the place of; nothing was changed. */
export class SwapRefused extends Error {
  override readonly name = 'SwapRefused';

  constructor(
    readonly projection: string,
    /** Those that are parked in the new build only. */
    readonly streams: readonly string[],
  ) {
    super(`the new build of ${projection} has more parked streams than the one that is live: ${streams.join(', ')}`);
  }
}

type Writes = Pick<RowWriter<never, never>, 'touchedBy' | 'writeWithin'>;
type Swapping = Readonly<{ store: EventStore; pool: pg.Pool; lease: Lease; writer: Writes }>;

/** A build that readers see now, and how far it has come. */
export type WentLive = Readonly<{ position: Position | null }>;

/**
 * Puts a build in the place of the one that readers see, in one transaction, in which the live one stands still and the new one comes
 * as far as that. Null when too much is between them; it is then to be brought nearer first.
 *
 * Errors: throws `SwapRefused`, and `Fenced` when somebody else writes the new build now.
 */
export async function swapIn({ store, pool, lease, writer }: Swapping): Promise<WentLive | null> {
  return inTransaction(pool, async (client) => {
    const { mine, live } = await locked(client, lease);
    const missed = await eventsBetween(store, mine.position, live?.position ?? null);
    if (missed === null) return null;

    const last = missed.at(-1);
    if (last) await writer.writeWithin(client, writer.touchedBy(missed), last.position);
    if (live) await refuseMoreParked(client, lease, live.build);
    await client.query(
      `update read.projection set live = false, epoch = epoch + 1, held_until = '-infinity' where name = $1 and live`,
      [lease.projectionName],
    );
    await lease.goLive(client);
    return { position: last?.position ?? mine.position };
  });
}

type Build = Readonly<{ build: number; live: boolean; position: Position | null }>;

/** Both builds, which nobody else moves until the transaction ends; the live one first, as whoever swaps takes them in this order. */
async function locked(client: pg.ClientBase, lease: Lease): Promise<Readonly<{ mine: Build; live: Build | undefined }>> {
  const { rows } = await client.query<Build>(
    'select build, live, position from read.projection where name = $1 and (live or build = $2) order by build for update',
    [lease.projectionName, lease.build],
  );
  const mine = rows.find(({ build }) => build === lease.build);
  if (!mine) throw new Error(`build ${lease.build} of ${lease.projectionName} is gone`);
  return { mine, live: rows.find(({ live }) => live) };
}

/** What lies after one place up to another; null when that is more than the last few. Nothing lies up to a place in another log. */
async function eventsBetween(store: EventStore, after: Position | null, upTo: Position | null) {
  if (upTo === null || (after !== null && (!areOfOneKind(after, upTo) || after >= upTo))) return [];
  const events = await store.readAll({ ...(after === null ? {} : { after }), limit: LAST_FEW });
  const ends = events.some(({ position }) => position >= upTo);
  return ends ? events.filter(({ position }) => position <= upTo) : null;
}

async function refuseMoreParked(client: pg.ClientBase, lease: Lease, live: number): Promise<void> {
  const before = await parkedInBuild(client, { projectionName: lease.projectionName, build: live });
  const after = await parkedInBuild(client, lease);
  if (after.length <= before.length) return;

  const known = new Set(before.map(({ streamId }) => streamId));
  const streams = after.map(({ streamId }) => streamId).filter((streamId) => !known.has(streamId));
  throw new SwapRefused(lease.projectionName, streams);
}
