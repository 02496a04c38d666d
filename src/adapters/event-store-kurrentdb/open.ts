import pg from 'pg';
import type { Clock } from '../../application/ports/clock.js';
import type { Connections } from '../connections.js';
import { AllReads, type AllReadsOptions } from './all-reads.js';
import { connectTo } from './connect.js';
import { decisionAt } from './decisions.js';
import { ClaimsBesideTheLog } from './claims-let-go.js';
import { isTurnedAway } from './failures.js';
import { answering, settledIdentity } from './identity.js';
import { KurrentDbEventStore, type KurrentDbStoreOptions } from './kurrentdb-event-store.js';
import { LogRefused } from './log-refused.js';
import { logOf, NameSpace } from './names.js';
import { PostgresGuard } from './postgres-guard.js';
import { Reader } from './reader.js';
import { placeOf, type ServerAddress } from './server-address.js';

/** Where the log is, and the database in which everything else lies; `clockOf` makes the clock of a real or a simulated store. */
export type KurrentDbFoundation = Readonly<{
  server: ServerAddress;
  nameSpace: string;
  connections: Pick<Connections, 'reader' | 'writer' | 'flusher'>;
  clockOf(simulated: boolean): Clock;
}>;

/** A store on KurrentDB, how claims beside it end, and what ends its connections once it is closed. */
export type OpenKurrentDb = Readonly<{
  store: KurrentDbEventStore;
  letGo(flusher: pg.Pool): ClaimsBesideTheLog;
  end(): Promise<void>;
}>;

/** How long the server may take to say which store it holds. */
const ANSWER_WITHIN_MS = 20_000;

/**
 * Opens the store of a name space, which is begun when it is unused.
 *
 * Errors: throws `LogRefused`.
 */
export async function openKurrentDbStore(
  { server, nameSpace, connections, clockOf }: KurrentDbFoundation,
  options: Partial<KurrentDbStoreOptions> = {},
): Promise<OpenKurrentDb> {
  const [client, names] = [connectTo(server), new NameSpace(nameSpace)];
  const { answerWithinMs = ANSWER_WITHIN_MS, onError = () => undefined } = options;
  const writer = new pg.Pool({ ...connections.writer, max: 1 });
  writer.on('error', onError);
  try {
    const identity = await settledIdentity({ client, names, place: placeOf(server), writer, answerWithinMs });
    await answering(placeOf(server), () => refuseHiddenLog({ client, names, answerWithinMs }, placeOf(server)));
    const guard = new PostgresGuard({ writer: connections.writer, log: logOf(names), onError });
    const another = () => connectTo(server);
    const parts = { client, another, names, guard, connections, storeId: identity.storeId, clock: clockOf(identity.simulated) };
    const log = { reader: new Reader(client, another), names, answerWithinMs };
    return {
      store: new KurrentDbEventStore(parts, options),
      letGo: (flusher) => new ClaimsBesideTheLog({ flusher, decisionAt: (event) => decisionAt(log, event) }),
      end: async () => {
        await guard.close();
        await log.reader.end();
        await client.dispose();
      },
    };
  } catch (error) {
    await client.dispose();
    throw error;
  } finally {
    await writer.end();
  }
}

/** Nothing is sealed or handed out but through `$all`, so who may not read that is not let start and take commands. Source: R-653, docs/rules.md. */
async function refuseHiddenLog(options: AllReadsOptions, place: string): Promise<void> {
  try {
    await new AllReads(options).pages({ backwards: true, expecting: 1 }).next();
  } catch (error) {
    if (!isTurnedAway(error)) throw error;
    throw new LogRefused(`KurrentDB (${place}) does not let this user read $all: add it to $r in the $acl of $$$all.`, {
      cause: error,
    });
  }
}
