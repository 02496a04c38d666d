import type { Logger } from 'pino';
import { isOfTheServer } from '../adapters/event-store-kurrentdb/failures.js';
import { LogTrouble } from '../application/ports/event-store.js';
import { QueueTrouble } from '../application/ports/follow-ups.js';
import { outOfReach } from '../http/answers/out-of-reach.js';
import { loggedError } from '../http/observing/log.js';

/** How often the same trouble is told while it lasts; milliseconds of real time. */
const AGAIN = 60_000;

/** More kinds than this at once are not kept apart. */
const KINDS = 100;

export type Troubles = Readonly<{ onError(error: unknown): void; end(): Promise<void> }>;

type Told = Readonly<{ level: 'warn' | 'error'; fields: object; text: string }>;

/**
 * Tells of what the engine tries again by itself: connections that were lost, and what will not end before somebody mends it, with its
 * reason. The same is told once a minute. What ends with the engine is nobody's concern: nothing is told after `end`.
 */
export function troublesIn(log: Logger): Troubles {
  const told = new Map<string, number>();
  let isEnding = false;
  return {
    onError: (error) => {
      const { level, fields, text } = troubleOf(error);
      const kind = JSON.stringify(fields);
      if (isEnding || performance.now() < (told.get(kind) ?? -Infinity) + AGAIN) return;
      if (told.size >= KINDS) told.clear();
      told.set(kind, performance.now());
      log[level](fields, text);
    },
    end: () => {
      isEnding = true;
      return Promise.resolve();
    },
  };
}

/** Opens something with them told; where it does not open, what ends because of that is no trouble of its own. */
export async function tellingTroubles<T>(log: Logger, open: (troubles: Troubles) => Promise<T>): Promise<T> {
  const troubles = troublesIn(log);
  try {
    return await open(troubles);
  } catch (error) {
    await troubles.end();
    throw error;
  }
}

/** What may be told of it: no message but that of a `LogTrouble`, as others may quote a person. */
function troubleOf(error: unknown): Told {
  if (error instanceof LogTrouble)
    return { level: 'error', fields: { error: error.name, reason: error.message }, text: 'the log needs an operator' };
  if (error instanceof QueueTrouble) return troubleOfQueue(error);

  const gone = outOfReach(error) ?? fromKurrentDb(error);
  if (gone) return { level: 'warn', fields: { error: gone }, text: 'a connection was lost and is made again' };
  return { level: 'error', fields: { error: loggedError(error) }, text: 'something failed and is tried again' };
}

/** `code` is a word of the server's own, such as OOM. */
function troubleOfQueue({ name, urgent, message, ...more }: QueueTrouble & { code?: string }): Told {
  const fields = { error: name, ...(more.code !== undefined && { code: more.code }) };
  return { level: urgent ? 'error' : 'warn', fields, text: message };
}

/** Its client's errors have a type, or the number of a gRPC status. */
function fromKurrentDb(error: unknown): object | null {
  if (!(error instanceof Error) || !isOfTheServer(error)) return null;
  const { name, type, code } = error as Error & { type?: string; code?: number };
  return { name: `KurrentDB: ${type ?? (code === undefined ? name : `gRPC status ${code}`)}` };
}
