import type pg from 'pg';
import type { Instant } from '../../kernel/days.js';

type Client = Pick<pg.ClientBase, 'query'>;

/** From when it resolves nothing is appended to the log, on whichever server it lies; it waits for the appends under way. */
export async function closeLog(copier: Client, log: string): Promise<void> {
  await copier.query('select store.close_log($1)', [log]);
}

/** A log of a store, and how operators are told of it. */
export type CopyTarget = Readonly<{ storeId: string; log: string; place: string }>;

/** The same for a copy, unless the log is closed for another place already: that is answered then, and else null. */
export async function closeLogFor(copier: Client, log: string, target: CopyTarget): Promise<string | null> {
  const { rows } = await copier.query<Place>('select store.close_log_for($1, $2, $3, $4) as place', valuesOf(log, target));
  return rows[0].place;
}

/** Another place for which the log is closed; null when there is none. */
export async function copiedElsewhere(copier: Client, log: string, target: CopyTarget): Promise<string | null> {
  const { rows } = await copier.query<Place>('select store.copied_elsewhere($1, $2, $3, $4) as place', valuesOf(log, target));
  return rows[0].place;
}

type Place = Readonly<{ place: string | null }>;

const valuesOf = (log: string, { storeId, log: targetLog, place }: CopyTarget): string[] => [log, storeId, targetLog, place];

export type Opening = Readonly<{
  /** What is appended from now on is recorded later; null: after what is there. */
  notBefore: Instant | null;
  /** How many events were copied in, null when none were. */
  copied: number | null;
}>;

export async function openLog(copier: Client, log: string, { notBefore, copied }: Opening): Promise<void> {
  await copier.query('select store.open_log($1, $2, $3)', [log, notBefore, copied]);
}

export async function logIsClosed(copier: Client, log: string): Promise<boolean> {
  const { rows } = await copier.query<{ closed: boolean }>('select store.log_is_closed($1) as closed', [log]);
  return rows[0].closed;
}
