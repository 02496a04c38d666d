import type { Credentials, KurrentDBClient } from '@kurrent/kurrentdb-client';
import pg from 'pg';
import type { Connections } from '../connections.js';
import { KurrentDbCopyableLog } from './copyable-log.js';
import { beginToCopy, identityToCopy } from './identity.js';
import { KurrentDbEventStore, type KurrentDbStoreOptions } from './kurrentdb-event-store.js';
import type { NameSpace } from './names.js';

/** Where the log is or is to be; `place` tells an operator where the server is. The client is ended by who made it, after this. */
export type CopyingPlace = Readonly<{
  side: 'source' | 'target';
  client: KurrentDBClient;
  credentials?: Credentials;
  names: NameSpace;
  place: string;
  connections: Pick<Connections, 'reader' | 'writer' | 'copier'>;
}>;

export type OpenCopyableLog = Readonly<{ log: KurrentDbCopyableLog; close(): Promise<void> }>;

const ANSWER_WITHIN_MS = 20_000;
const PATIENCE_MS = 60_000;

/**
 * Opens a log on KurrentDB to be copied from or into, and seals in it meanwhile; nothing is appended to it by a command from here, and an
 * unused name space is nobody's until `begin`.
 * Errors: throws `LogRefused`.
 */
export async function openToCopy(place: CopyingPlace, options: Partial<KurrentDbStoreOptions> = {}): Promise<OpenCopyableLog> {
  const { answerWithinMs = ANSWER_WITHIN_MS, patienceMs = PATIENCE_MS } = options;
  const copier = new pg.Pool({ ...place.connections.copier, max: 1 }).on('error', () => undefined);
  try {
    const ours = await identityToCopy({ ...place, writer: copier, answerWithinMs }, place.side);
    const { storeId, simulated } = ours;
    const clock = { simulated, now: () => Promise.reject(new Error('a copy dates nothing')) };
    const guard = { holding: () => Promise.resolve({ kind: 'closed' } as const) };
    const store = new KurrentDbEventStore({ ...place, storeId, clock, guard }, { ...options, answerWithinMs, seals: true });
    const begin = (): Promise<void> => beginToCopy({ ...place, answerWithinMs }, ours);
    const log = new KurrentDbCopyableLog({ ...place, store, answerWithinMs, patienceMs, begin });
    return { log, close: () => store.close() };
  } finally {
    await copier.end();
  }
}
