import pg from 'pg';
import { CARRIED as CLAIMS } from '../adapters/claims-postgres/carried.js';
import { carryTables } from '../adapters/copying-postgres/carry-tables.js';
import { movePositions, positionsHeld, type Moved } from '../adapters/copying-postgres/move-positions.js';
import { homeOf } from '../adapters/event-store-kurrentdb/identity.js';
import { POSTGRESQL_LOG } from '../adapters/event-store-postgres/copyable-log.js';
import {
  closeLog,
  closeLogFor,
  copiedElsewhere,
  logIsClosed,
  openLog,
  type CopyTarget,
  type Opening,
} from '../adapters/event-store-postgres/marks.js';
import { CARRIED as VAULT } from '../adapters/person-vault/carried.js';
import { CARRIED as REACTIONS } from '../adapters/reactions-postgres/carried.js';
import { compareLogs, type Difference } from '../application/copying/compare-logs.js';
import { copyLog, placeToGoOn, type CopyProgress } from '../application/copying/copy-log.js';
import type { CarriedTable, CopyableLog } from '../application/ports/copying.js';
import type { Position } from '../application/ports/event-store.js';
import { CopyRefused, refuseElsewhere, refuseWhileWorking } from './copy-refused.js';

/**
 * A log, and the copier's way into the PostgreSQL that has its marks and what stands beside it. Both sides may share one. `place` is how
 * operators are told of it.
 */
export type Side = Readonly<{ log: CopyableLog; beside: pg.ClientConfig; place: string }>;

export type StoreCopying = Readonly<{
  from: Side;
  to: Side;
  onProgress(step: 'copied' | 'compared', ...how: Parameters<CopyProgress>): void;
  isStopped?: () => boolean;
}>;

/** What came of it. `differs`: the target is not the source; it stays closed, and so does the source. */
export type StoreCopied =
  Readonly<{ kind: 'moved' | 'moved-before'; events: number }> | Readonly<{ kind: 'differs'; difference: Difference }>;

/** Goes along to another database; positions are moved in both cases. */
const CARRIED: readonly CarriedTable[] = [...VAULT, ...CLAIMS, ...REACTIONS];

/** One copy into a database at a time; the lock goes with its connection, however that ends. */
const COPY_LOCK = '7310310260712';

type Open = StoreCopying & Readonly<{ source: pg.Client; target: pg.Client }>;

/**
 * Moves a store: closes the source, copies what the target lacks, holds both against each other, and in one transaction brings along
 * what stands beside the log and opens the target. Killed at any moment and run again, it goes on; the target is either closed or whole.
 *
 * Errors: throws `CopyRefused`, `OtherHistory`, `CopyStopped`; before the source is closed where that can be known by then.
 * Source.
 */
export async function copyStore(copying: StoreCopying): Promise<StoreCopied> {
  return between(copying, async (open) => {
    const { from, to } = copying;
    const before = await movedBefore(open);
    if (before !== null) return { kind: 'moved-before', events: before };

    await refuseElsewhere(open.source, from.log.name);
    await refuseOtherTarget(open);
    await refuseUnfit(open);
    await to.log.begin();
    await closeLog(open.target, to.log.name);
    const elsewhere = await closeLogFor(open.source, from.log.name, await targetOf(open));
    if (elsewhere !== null) throw goesTo(elsewhere); // another copy was faster
    return copied(open);
  });
}

/**
 * Lets the source take appends again, when a copy of it is not to be; false when it took them all the while. What was copied stays,
 * closed, and can be gone on with.
 * Errors: throws `CopyRefused` when the target is the store by now.
 * Source: R-555.
 */
export async function giveUpCopying(copying: Pick<StoreCopying, 'from' | 'to'>): Promise<boolean> {
  return between({ ...copying, onProgress: () => undefined }, async ({ from, to, source, target }) => {
    if (await isStore(to, target))
      throw new CopyRefused('The target takes appends: it is the store now, and two stores would have two histories.');
    if (!(await logIsClosed(source, from.log.name))) return false;
    await refuseOtherTarget({ from, to, source, target });
    await openLog(source, from.log.name, { notBefore: null, copied: null });
    return true;
  });
}

type Between = Pick<Open, 'from' | 'to' | 'source' | 'target'>;

const targetOf = async ({ to, target }: Between): Promise<CopyTarget> => {
  const { store_id: storeId } = await identityOf(target);
  return { storeId, log: to.log.name, place: to.place };
};

/** One store never becomes two. Errors: throws `CopyRefused` when the source is closed for another place. Source: R-555. */
async function refuseOtherTarget(between: Between): Promise<void> {
  const elsewhere = await copiedElsewhere(between.source, between.from.log.name, await targetOf(between));
  if (elsewhere !== null) throw goesTo(elsewhere);
}

const goesTo = (place: string): CopyRefused =>
  new CopyRefused(
    `The source is closed: it is copied into ${place}, or was. Go on there, or give that copy up first, with --give-up and that place.`,
  );

/** Whether what is copied into has become the store. */
async function isStore({ log }: Side, target: pg.Client): Promise<boolean> {
  if ((await homeOf(target)) === log.name && log.name !== POSTGRESQL_LOG) return true;
  return !(await logIsClosed(target, log.name)) && (await log.last()) !== null;
}

async function between<T>(copying: StoreCopying, work: (open: Open) => Promise<T>): Promise<T> {
  const [source, target] = [new pg.Client(copying.from.beside), new pg.Client(copying.to.beside)];
  for (const client of [source, target]) client.on('error', () => undefined); // the query under way tells
  try {
    await source.connect();
    await target.connect();
    const { rows } = await target.query<{ had: boolean }>('select pg_try_advisory_lock($1) as had', [COPY_LOCK]);
    if (!rows[0].had) throw new CopyRefused('Another copy into this store is under way: wait for it, or stop it.');
    return await work({ ...copying, source, target });
  } finally {
    await Promise.all([source.end(), target.end()].map((ending) => ending.catch(() => undefined)));
  }
}

/** How many events were moved, when all this was done before and the target has gone on since, or may; else null. */
async function movedBefore({ from, to, source, target }: Open): Promise<number | null> {
  if ((await logIsClosed(target, to.log.name)) || !(await logIsClosed(source, from.log.name))) return null;
  const last = await from.log.last();
  const there = last && (await to.log.placeOf(last));
  return there ? there.events : null;
}

async function refuseUnfit({ from, to, source, target, isStopped }: Open): Promise<void> {
  const [one, other] = [await identityOf(source), await identityOf(target)];
  if (one.simulated !== other.simulated)
    throw new CopyRefused(
      'One of both stores is simulated and the other is real: each stays what it is, so neither is copied into the other.',
    );
  if (!(await logIsClosed(target, to.log.name))) await refuseUsed(to, target, one.store_id !== other.store_id);
  await placeToGoOn(from.log, to.log);
  if (one.store_id === other.store_id) await refuseWhileWorking(source, isStopped);
}

/** What is copied into for the first time has nothing of its own. */
async function refuseUsed({ log }: Side, target: pg.Client, apart: boolean): Promise<void> {
  if ((await log.last()) !== null)
    throw new CopyRefused('The target takes appends and has events of its own: copy into an empty one.');
  if (!apart) return;
  const { rows } = await target.query('select from vault.hash_key limit 1');
  if (rows.length > 0) throw new CopyRefused('The target was started before, and has keys of its own: copy into a new one.');
}

async function copied(open: Open): Promise<StoreCopied> {
  const { from, to, onProgress, isStopped, source } = open;
  const logs = { source: from.log, target: to.log, isStopped };
  await from.log.settled();
  await copyLog({ ...logs, onProgress: (...how) => onProgress('copied', ...how) });
  await to.log.settled();

  const held = await positionsHeld(source, CARRIED);
  const moved = new Map<Position, Position>();
  const { events, lastSeal, difference } = await compareLogs({
    ...logs,
    onProgress: (...how) => onProgress('compared', ...how),
    seen: ({ position }, copy) => {
      if (held.has(position)) moved.set(position, copy.position);
      if (held.has(copy.position)) moved.set(copy.position, copy.position); // was moved before, by a copy or by who worked there
    },
  });
  if (difference) return { kind: 'differs', difference };
  await goOver(open, moved, { notBefore: lastSeal, copied: events });
  return { kind: 'moved', events };
}

/** The one moment at which the target becomes the store. */
async function goOver(open: Open, moved: Moved, opening: Opening): Promise<void> {
  const { target, to } = open;
  await target.query('begin');
  try {
    // Who asks for a lease meanwhile waits, and then sees whose log it is.
    await target.query('lock table read.reaction, vault.destroyed_up_to in exclusive mode');
    await bringAlong(open, moved);
    await openLog(target, to.log.name, opening);
    await target.query('select store.move_log_home($1)', [to.log.name]);
    await target.query('commit');
  } catch (error) {
    await target.query('rollback').catch(() => undefined); // a lost connection has rolled back
    throw error;
  }
}

/** What was said and done goes along by event, so that none of it is said or done twice; what is only read is made anew. */
async function bringAlong({ source, target }: Open, moved: Moved): Promise<void> {
  const [from, to] = [await identityOf(source), await identityOf(target)];
  if (from.store_id !== to.store_id) {
    await target.query('delete from read.reaction'); // one that only this release knows begins at the end, at the next start
    await carryTables(source, target, CARRIED);
  }
  if (to.simulated) await target.query('select store.move_simulated_clock($1)', [await clockOf(source)]);

  const held = await positionsHeld(target, CARRIED);
  if ([...held].some((position) => !moved.has(position)))
    throw new CopyRefused(
      'A reaction went on while the logs were compared: stop Trajectlijn on both stores, and run this again. Both are closed until then.',
    );
  await movePositions(target, CARRIED, moved);
  await target.query(`update read.reaction set epoch = epoch + 1, holder = null, held_until = '-infinity'`);
  await target.query('delete from vault.destroyed_up_to');
  await target.query('select read.forget_projections()');
}

type Identity = Readonly<{ store_id: string; simulated: boolean }>;

async function identityOf(beside: pg.Client): Promise<Identity> {
  return (await beside.query<Identity>('select store_id, simulated from store.identity')).rows[0];
}

async function clockOf(beside: pg.Client): Promise<string> {
  return (await beside.query<{ at: string }>('select store.instant_text(store.simulated_now()) as at')).rows[0].at;
}
