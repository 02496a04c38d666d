import type pg from 'pg';
import type { Connections } from '../adapters/connections.js';
import { homeOf, refuseLogElsewhere } from '../adapters/event-store-kurrentdb/identity.js';
import { LogRefused } from '../adapters/event-store-kurrentdb/log-refused.js';
import { logOf, NameSpace, nameSpaceIn } from '../adapters/event-store-kurrentdb/names.js';
import { placeIn } from '../adapters/event-store-kurrentdb/positions.js';
import type { HearsStrangers } from '../adapters/event-store-kurrentdb/strangers.js';
import { placeOf, type ServerAddress } from '../adapters/event-store-kurrentdb/server-address.js';
import { POSTGRESQL_LOG } from '../adapters/event-store-postgres/copyable-log.js';
import { PostgresClock, PostgresSimulatedClock } from '../adapters/event-store-postgres/clock.js';
import { rowOf } from '../adapters/event-store-postgres/positions.js';
import { openPostgresStore } from '../adapters/event-store-postgres/postgres-event-store.js';
import type { StoreAlarm } from '../adapters/event-store-postgres/settler.js';
import type { KeyClaimsLetGo } from '../application/ports/claims.js';
import type { Clock } from '../application/ports/clock.js';
import type { EventStore, Position } from '../application/ports/event-store.js';
import { serverFrom, type Settings } from '../settings/settings.js';

/** Where a log is that is not in the database. */
export type LogElsewhere = Readonly<{ server: ServerAddress; nameSpace: string }>;

export type LogFoundation = Readonly<{
  connections: Connections;
  pools: Readonly<Record<'writer' | 'reader' | 'flusher', pg.Pool>>;
  /** Null: the log is in the database. */
  elsewhere: LogElsewhere | null;
  onError(error: unknown): void;
  alarm(alarm: StoreAlarm): void;
  stranger?: HearsStrangers;
  /** Only to read: nothing is appended or sealed. */
  readsOnly?: true;
}>;

/** The log with what goes by it: what PostgreSQL calls it, its clock, and how claims end. `end` comes after the store is closed. */
export type OpenLog = Readonly<{ name: string; store: EventStore; clock: Clock; letGo?: KeyClaimsLetGo; end(): Promise<void> }>;

/** Opens the log, wherever it is. Errors: throws LogRefused where it does not belong to this database. Source: R-533. */
export async function openLog(foundation: LogFoundation): Promise<OpenLog> {
  const { connections, pools, elsewhere, onError, alarm, stranger = () => undefined, readsOnly = false } = foundation;
  const clockOf = (simulated: boolean): Clock =>
    simulated ? new PostgresSimulatedClock(pools.writer) : new PostgresClock(pools.reader);
  if (elsewhere !== null) {
    // Its client takes 36 MB of memory, which nobody pays whose log is in the database.
    const { openKurrentDbStore } = await import('../adapters/event-store-kurrentdb/open.js');
    const { store, letGo, end } = await openKurrentDbStore(
      { ...elsewhere, connections, clockOf },
      { onError, onStranger: stranger, seals: !readsOnly },
    );
    return { name: logNameOf(elsewhere), store, clock: clockOf(store.simulated), letGo: letGo(pools.flusher), end };
  }
  await refuseLogElsewhere(pools.writer);
  const store = await openPostgresStore(connections, { onError, alarm, listen: !readsOnly });
  return { name: logNameOf(null), store, clock: clockOf(store.simulated), end: () => Promise.resolve() };
}

/** What PostgreSQL calls the log that is there. */
export const logNameOf = (elsewhere: LogElsewhere | null): string =>
  elsewhere === null ? POSTGRESQL_LOG : logOf(new NameSpace(elsewhere.nameSpace));

/** Where the settings say that the log is. */
export function logFrom(settings: Settings): LogElsewhere | null {
  const server = serverFrom(settings);
  return server && { server, nameSpace: settings.nameSpace };
}

/** Where the log of a database is, for tools that stand beside it. Errors: throws LogRefused when the settings do not say how to get there. */
export async function logBeside(settings: Settings, writer: Pick<pg.Pool, 'query'>): Promise<LogElsewhere | null> {
  const nameSpace = nameSpaceIn(await homeOf(writer));
  if (nameSpace === null) return null;
  const server = serverFrom(settings);
  if (server === null) throw new LogRefused('The log of this database is on KurrentDB: set KURRENTDB_URL to where that is.');
  return { server, nameSpace };
}

/** How a person is told of a log that is not in the database. */
export const whereIs = ({ server, nameSpace }: LogElsewhere): string => `KurrentDB (${placeOf(server)}, name space ${nameSpace})`;

/** A number that grows with a position, to show how far something is; positions on KurrentDB have gaps. */
export const placeAlong = (position: Position): number =>
  position.startsWith('k') ? Number(placeIn(position).commit) : rowOf(position);
