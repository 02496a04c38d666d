import type { StreamId } from '../../kernel/ids.js';
import { collectedWithin } from './calls.js';
import { isMissingStream } from './failures.js';
import type { NameSpace } from './names.js';
import { entryIn, type Resolved } from './entries.js';
import { decisionIn } from './stored-form.js';
import type { Reader } from './reader.js';

type LogOptions = Readonly<{ reader: Reader; names: NameSpace; answerWithinMs: number }>;

/** Which decision the event at a version of a stream came by; undefined when there is none, or when it claimed nothing. */
export async function decisionAt(
  { reader, names, answerWithinMs }: LogOptions,
  { streamId, version }: Readonly<{ streamId: StreamId; version: number }>,
): Promise<string | undefined> {
  const range = { fromRevision: BigInt(version - 1), maxCount: 1 };
  try {
    const [found] = await reader.read((client) => collectedWithin(answerWithinMs, client.readStream(names.of(streamId), range)));
    const entry = found && entryIn(names, found as Resolved, () => undefined);
    return entry?.kind === 'event' ? decisionIn(entry.where) : undefined;
  } catch (error) {
    if (isMissingStream(error)) return undefined;
    throw error;
  }
}
