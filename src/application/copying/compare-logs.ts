import type { Instant } from '../../kernel/days.js';
import { eventIn } from '../event-bytes.js';
import type { CopyableLog, LoggedEvent } from '../ports/copying.js';
import { ChainCheck } from './chain-check.js';
import { BATCH, CopyStopped, everyBatch, type Copying } from './copy-log.js';

/** The first event at which the copy is not what its source is. */
export type Difference = Readonly<{ event: number; streamId: string | null; version: number | null; fault: string }>;

/** `lastSeal` is the latest instant of any seal, null in an empty log. */
export type LogsCompared = Readonly<{ events: number; lastSeal: Instant | null; difference: Difference | null }>;

type Comparing = Copying & Readonly<{ seen(source: LoggedEvent, target: LoggedEvent): void }>;

/**
 * Walks through both logs side by side: every event with its bytes, links and seal is the same, in the same order, as often, and the
 * chains of the target hold. `seen` hears of each pair that is.
 *
 * Errors: throws `CopyStopped`.
 * Source: R-552.
 */
export async function compareLogs({
  source,
  target,
  onProgress,
  seen,
  isStopped = () => false,
}: Comparing): Promise<LogsCompared> {
  const total = await source.count();
  const chains = new ChainCheck();
  let [events, lastSeal]: [number, Instant | null] = [0, null];

  for await (const { original, copy } of sideBySide(source, target)) {
    if (isStopped()) throw new CopyStopped('stopped');
    const fault = missing(original, copy) ?? otherThan(original!, copy!) ?? chains.next(copy!);
    if (fault !== null) return { events, lastSeal, difference: differenceAt(events + 1, (original ?? copy)!, fault) };

    seen(original!, copy!);
    events += 1;
    lastSeal = later(lastSeal, copy!.seal.at);
    if (events % BATCH === 0) onProgress(events, total);
  }
  onProgress(events, total);
  return { events, lastSeal, difference: null };
}

const later = (one: Instant | null, other: Instant): Instant => (one !== null && one > other ? one : other);

type Pair = Readonly<{ original: LoggedEvent | undefined; copy: LoggedEvent | undefined }>;

/** Each event of one log with the one at the same place in the other, until both end. */
async function* sideBySide(source: CopyableLog, target: CopyableLog): AsyncGenerator<Pair> {
  const [originals, copies] = [oneByOne(everyBatch(source)), oneByOne(everyBatch(target))];
  for (;;) {
    const [original, copy] = [await originals.next(), await copies.next()];
    if (original.done && copy.done) return;
    yield { original: original.value, copy: copy.value };
  }
}

async function* oneByOne(batches: AsyncIterable<readonly LoggedEvent[]>): AsyncGenerator<LoggedEvent, undefined> {
  for await (const batch of batches) yield* batch;
  return undefined;
}

function missing(original: LoggedEvent | undefined, copy: LoggedEvent | undefined): string | null {
  if (copy === undefined) return 'it is missing';
  return original === undefined ? 'the source has no such event' : null;
}

function otherThan(original: LoggedEvent, copy: LoggedEvent): string | null {
  const parts: readonly (readonly [what: string, same: boolean])[] = [
    ['bytes', original.bytes.equals(copy.bytes)],
    ['link 1', original.hash.equals(copy.hash)],
    ['number', original.seal.n === copy.seal.n],
    ['link 2', original.seal.hash.equals(copy.seal.hash)],
    ['seal', original.seal.at === copy.seal.at],
    ['decision', original.decision === copy.decision],
  ];
  const other = parts.find(([, same]) => !same);
  return other ? `its ${other[0]} is not that of the source` : null;
}

function differenceAt(event: number, { bytes }: LoggedEvent, fault: string): Difference {
  try {
    const { streamId, version } = eventIn(bytes);
    return { event, streamId, version, fault };
  } catch {
    return { event, streamId: null, version: null, fault };
  }
}
