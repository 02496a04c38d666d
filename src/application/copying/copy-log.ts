import type { CopyableLog, LoggedEvent, LogPlace } from '../ports/copying.js';

/** What is copied into holds something that its source does not. Nothing was changed. */
export class OtherHistory extends Error {
  override readonly name = 'OtherHistory';
}

/** `done` of `total` events are there. */
export type CopyProgress = (done: number, total: number) => void;

export type Copying = Readonly<{
  source: CopyableLog;
  target: CopyableLog;
  onProgress: CopyProgress;
  /** Asked between two steps; ends the work with `CopyStopped`. */
  isStopped?: () => boolean;
}>;

/** Somebody asked to stop; what was copied is gone on with next time. */
export class CopyStopped extends Error {
  override readonly name = 'CopyStopped';
}

/** How many events are read and written at once. */
export const BATCH = 250;

/**
 * Copies what the target does not have yet, in the source's order; the source must be closed. A target that has a beginning of the
 * source is gone on with from its last event, so it does not matter when an earlier copy ended, nor how.
 *
 * Errors: throws `OtherHistory`, `CopyStopped`.
 * Source: R-551.
 */
export async function copyLog({ source, target, onProgress, isStopped = () => false }: Copying): Promise<void> {
  const total = await source.count();
  let { position, events: done } = await placeToGoOn(source, target);
  onProgress(done, total);

  for (let batch = await source.after(position, BATCH); batch.length > 0;) {
    if (isStopped()) throw new CopyStopped('stopped');
    position = batch[batch.length - 1].position;
    const [next] = await Promise.all([source.after(position, BATCH), target.take(batch)] as const);
    done += batch.length;
    onProgress(done, total);
    batch = next;
  }
}

/** Where the source stands at the last event of the target. Errors: throws `OtherHistory`. */
export async function placeToGoOn(source: CopyableLog, target: CopyableLog): Promise<Beginning | LogPlace> {
  const last = await target.last();
  if (last === null) return { position: null, events: 0 };

  const place = await source.placeOf(last);
  if (place) return place;
  throw new OtherHistory(
    `The target has a history of its own: its last event, version ${last.version} of ${last.streamId}, is not in the source. Copy into an empty one.`,
  );
}

type Beginning = Readonly<{ position: null; events: 0 }>;

/** Reads a log from its beginning, the next batch while this one is looked at. */
export async function* everyBatch(log: CopyableLog): AsyncGenerator<readonly LoggedEvent[]> {
  for (let next = log.after(null, BATCH); ;) {
    const batch = await next;
    if (batch.length === 0) return;
    next = log.after(batch[batch.length - 1].position, BATCH);
    next.catch(() => undefined); // whoever stops reading does not hear of it
    yield batch;
  }
}
