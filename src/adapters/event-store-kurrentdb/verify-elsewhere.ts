import { readingAll, type LogPlace } from './reading-all.js';
import { verifyKurrentDb, type Verified, type VerifyOptions } from './verify.js';

/** Verifies the log of a name space without opening it as a store. Errors: throws `LogRefused` when the server does not answer. */
export const verifyLogElsewhere = (
  place: LogPlace,
  walk: Pick<VerifyOptions, 'progress' | 'reached' | 'database'>,
): Promise<Verified> => readingAll(place, (reading) => verifyKurrentDb({ ...reading, ...walk }));
