import type pg from 'pg';
import type { Clock, SimulatedClock } from '../../application/ports/clock.js';
import type { Instant } from '../../kernel/days.js';

type Database = Pick<pg.Pool, 'query'>;

/** The database's own clock; with a store and its clock in one database, no event is recorded before a command's now. */
export class PostgresClock implements Clock {
  readonly simulated = false;

  constructor(private readonly database: Database) {}

  now(): Promise<Instant> {
    return instant(this.database, 'select store.instant_text(clock_timestamp()) as at');
  }
}

/** The clock of a simulated store, a row in it; it stands at the beginning of 1970 until it is first moved. */
export class PostgresSimulatedClock implements SimulatedClock {
  readonly simulated = true;

  /** `writer` moves it, as any process of the store may; the row that is latest counts, so it goes forward only. */
  constructor(private readonly writer: Database) {}

  now(): Promise<Instant> {
    return instant(this.writer, 'select store.instant_text(store.simulated_now()) as at');
  }

  moveTo(to: Instant): Promise<Instant> {
    return instant(this.writer, 'select store.instant_text(store.move_simulated_clock($1)) as at', [to]);
  }
}

async function instant(database: Database, text: string, values: unknown[] = []): Promise<Instant> {
  const { rows } = await database.query<{ at: Instant }>(text, values);
  return rows[0].at;
}
