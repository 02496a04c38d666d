import type pg from 'pg';
import { homeOf } from '../adapters/event-store-kurrentdb/identity.js';
import { LogRefused } from '../adapters/event-store-kurrentdb/log-refused.js';
import { nameSpaceIn } from '../adapters/event-store-kurrentdb/names.js';
import { logNameOf, openLog, type LogFoundation, type OpenLog } from './open-log.js';

type Asks = Pick<pg.ClientBase | pg.Pool, 'query'>;

/** The letter with which positions in a log begin. */
export const letterOf = (log: string): string => (nameSpaceIn(log) === null ? 'p' : 'k');

const FOREIGN = `select name, false as reacts from read.projection where left(position, 1) <> $1
  union select name, true from read.reaction where left(position, 1) <> $1 order by reacts desc, name`;

/**
 * Who remembers a place in another kind of log than that of this database, in one line that says what mends it; null when nobody does.
 * Shape: reactions before projections, as these must be made anew after a move in any case.
 */
export async function placesElsewhere(database: Asks, log: string): Promise<string | null> {
  const { rows } = await database.query<{ name: string; reacts: boolean }>(FOREIGN, [letterOf(log)]);
  if (rows.length === 0) return null;
  const reactions = rows.filter(({ reacts }) => reacts);
  const names = (reactions.length > 0 ? reactions : rows).map(({ name }) => name).join(', ');
  const whither = letterOf(log) === 'k' ? 'postgresql' : 'kurrentdb';
  return reactions.length > 0
    ? `The reactions that remember a place in another log than this: ${names}. Move the log to where they were, with npm run store:copy -- --to ${whither}, and back.`
    : `The read models that remember a place in another log than this: ${names}. Run npm run read-model:rebuild, which makes them anew.`;
}

/**
 * Opens the log of a database, wherever it is, unless somebody there remembers a place in another kind of log.
 * Errors: throws `LogRefused`; where the log is another one that is told instead. Source: R-613.
 */
export async function openOwnLog(foundation: LogFoundation): Promise<OpenLog> {
  const [{ writer }, log] = [foundation.pools, logNameOf(foundation.elsewhere)];
  const home = await homeOf(writer);
  const line = home === null || home === log ? await placesElsewhere(writer, log) : null;
  if (line !== null) throw new LogRefused(line);
  return openLog(foundation);
}
