import { randomBytes } from 'node:crypto';
import { NameSpace } from '../../../src/adapters/event-store-kurrentdb/names.js';
import type { Asked } from './double/log.js';
import { KurrentDouble } from './double/kurrentdb-double.js';

/** A server: the one that `KURRENTDB_URL` names, with whatever else stands in it, or a double of one's own. */
export type ServerUnderTest = Readonly<{ url: string; end(): Promise<void> }>;

/** The real server that is to be used instead of a double. */
export const REAL_SERVER = process.env.KURRENTDB_URL;

/** `hearAppends` is told of each append that reaches a double; nobody hears what reaches a real server. */
export async function someServer(hearAppends?: (asked: Asked) => void): Promise<ServerUnderTest> {
  if (REAL_SERVER) return { url: REAL_SERVER, end: () => Promise.resolve() };
  const double = await KurrentDouble.start();
  double.faults.fateOf = (asked) => {
    hearAppends?.(asked);
    return 'pass';
  };
  return { url: double.url(), end: () => double.end() };
}

/** A name space that nobody uses; it stays on a real server, as nothing there is ever deleted. */
export const unusedNames = (): NameSpace => new NameSpace(`test${randomBytes(8).toString('hex')}`);
