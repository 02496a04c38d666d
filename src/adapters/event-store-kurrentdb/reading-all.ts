import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { AllReads } from './all-reads.js';
import { connectTo } from './connect.js';
import { answering } from './identity.js';
import { NameSpace } from './names.js';
import { placeOf, type ServerAddress } from './server-address.js';

/** A name space on a server. */
export type LogPlace = Readonly<{ server: ServerAddress; nameSpace: string }>;

type Reading = Readonly<{ reads: AllReads; client: KurrentDBClient; names: NameSpace; place: string; answerWithinMs: number }>;

const ANSWER_WITHIN_MS = 20_000;

/**
 * Reads the whole log of a name space without opening it as a store.
 * Errors: throws `LogRefused` when the server does not answer.
 */
export async function readingAll<T>({ server, nameSpace }: LogPlace, read: (reading: Reading) => Promise<T>): Promise<T> {
  const client = connectTo(server);
  const names = new NameSpace(nameSpace);
  try {
    const common = { client, names, place: placeOf(server), answerWithinMs: ANSWER_WITHIN_MS };
    return await answering(common.place, () => read({ ...common, reads: new AllReads(common) }));
  } finally {
    await client.dispose();
  }
}
