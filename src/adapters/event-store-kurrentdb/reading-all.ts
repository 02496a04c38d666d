import { AllReads } from './all-reads.js';
import { connectTo } from './connect.js';
import { answering } from './identity.js';
import { NameSpace } from './names.js';
import { placeOf, type ServerAddress } from './server-address.js';

/** A name space on a server. */
export type LogPlace = Readonly<{ server: ServerAddress; nameSpace: string }>;

type Reading = Readonly<{ reads: AllReads; names: NameSpace }>;

const ANSWER_WITHIN_MS = 20_000;

/**
 * Reads the whole log of a name space without opening it as a store.
 * Errors: throws `LogRefused` when the server does not answer.
 */
export async function readingAll<T>({ server, nameSpace }: LogPlace, read: (reading: Reading) => Promise<T>): Promise<T> {
  const client = connectTo(server);
  const names = new NameSpace(nameSpace);
  try {
    const reads = new AllReads({ client, names, answerWithinMs: ANSWER_WITHIN_MS });
    return await answering(placeOf(server), () => read({ reads, names }));
  } finally {
    await client.dispose();
  }
}
