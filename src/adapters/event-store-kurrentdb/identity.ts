import type { JSONEventData, KurrentDBClient } from '@kurrent/kurrentdb-client';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { collectedWithin, within } from './calls.js';
import { IDENTITY_STREAM } from './entries.js';
import { appendFailure, isMissingStream, isOfTheClient, isTurnedAway } from './failures.js';
import { LogRefused } from './log-refused.js';
import { logOf, nameSpaceIn, NameSpace } from './names.js';

/** Which store it is, for ever, as PostgreSQL has it. */
export type Identity = Readonly<{ storeId: string; simulated: boolean }>;

export type IdentityOptions = Readonly<{
  client: KurrentDBClient;
  names: NameSpace;
  /** How an operator is told where the server is. */
  place: string;
  writer: Pick<pg.Pool, 'query'>;
  answerWithinMs: number;
}>;

const BEGUN = 'StoreBegun';

/**
 * Makes sure that this name space on the server, and this database, are two halves of one store: an unused name becomes that of a database
 * which has no log yet, and is begun with the database's identity.
 *
 * Errors: throws `LogRefused` where one of them belongs to something else, or the server does not answer.
 * Source: R-533, docs/rules.md.
 */
export async function settledIdentity(options: IdentityOptions): Promise<Identity> {
  const { writer, names } = options;
  const ours = await identityIn(writer);
  const home = await homeOf(writer);
  if (home !== null && home !== logOf(names)) throw elsewhere(home, logOf(names));

  const theirs = await answering(options.place, () => identityOn(options));
  if (!theirs && home !== null) throw gone(options);
  refuseOther(options, { ours, theirs: theirs ?? (await answering(options.place, () => begun(options, ours))) });

  const { rows: taken } = await writer.query<{ home: string }>('select store.take_log_home($1) as home', [logOf(names)]);
  if (taken[0].home !== logOf(names)) throw elsewhere(taken[0].home, logOf(names));
  return ours;
}

/**
 * Looks whether this name space may be what is copied from, or into; what is not there yet is not made. `target`: an unused name is nobody's,
 * and may become that of this database.
 * Errors: throws `LogRefused` as a start does, and for a source that is empty.
 * Source: R-610.
 */
export async function identityToCopy(options: IdentityOptions, side: 'source' | 'target'): Promise<Identity> {
  const ours = await identityIn(options.writer);
  const home = await homeOf(options.writer);
  const isHere = home === logOf(options.names);
  if (nameSpaceIn(home) !== null && !isHere) throw elsewhere(home!, logOf(options.names));

  const theirs = await answering(options.place, () => identityOn(options));
  if (!theirs && isHere) throw gone(options);
  if (!theirs && side === 'source') throw new LogRefused(`${whereIs(options)} is empty: there is no log to move from there.`);
  if (theirs) refuseOther(options, { ours, theirs });
  return ours;
}

/** Makes an unused name space that of this store, before anything is copied into it. Errors: throws `LogRefused` for another store's. */
export async function beginToCopy(options: Omit<IdentityOptions, 'writer'>, ours: Identity): Promise<void> {
  const theirs = await answering(options.place, async () => (await identityOn(options)) ?? begun(options, ours));
  refuseOther(options, { ours, theirs });
}

/** Whether the log of this database is in the database, or in this name space. Errors: throws `LogRefused` where it is not. */
export async function refuseLogElsewhere(writer: Pick<pg.ClientBase, 'query'>, nameSpace?: string): Promise<void> {
  const home = await homeOf(writer);
  const meant = nameSpace === undefined ? HERE : logOf(new NameSpace(nameSpace));
  if (home !== null && home !== meant) throw elsewhere(home, meant);
}

/** Errors: throws `LogRefused` for a name space that is another store's; an unused one is nobody's. */
export async function refuseOtherStore(
  options: Pick<IdentityOptions, 'client' | 'names' | 'place' | 'answerWithinMs'>,
  ours: Identity,
): Promise<void> {
  const theirs = await identityOn(options);
  if (theirs) refuseOther(options, { ours, theirs });
}

async function identityIn(writer: Pick<pg.Pool, 'query'>): Promise<Identity> {
  return (await writer.query<Identity>('select store_id as "storeId", simulated from store.identity')).rows[0];
}

function refuseOther(
  options: Pick<IdentityOptions, 'names' | 'place'>,
  { ours, theirs }: Readonly<{ ours: Identity; theirs: Identity }>,
): void {
  if (theirs.storeId === ours.storeId && theirs.simulated === ours.simulated) return;
  throw new LogRefused(
    `${whereIs(options)} is the log of another store: set KURRENTDB_NAME_SPACE to an unused one, or DATA_DIR to that store's.`,
  );
}

const HERE = 'postgresql';

/** Where the log of a database is; null while it has none. */
export async function homeOf(writer: Pick<pg.ClientBase, 'query'>): Promise<string | null> {
  const { rows } = await writer.query<{ home: string | null }>('select store.current_log_home() as home');
  return rows[0].home;
}

/** `meant`: the log that the settings name. */
function elsewhere(home: string, meant: string): LogRefused {
  const [is, named] = [nameSpaceIn(home), nameSpaceIn(meant)];
  if (is === null)
    return new LogRefused(
      'The log of this database is in PostgreSQL: leave KURRENTDB_URL out, or move it with npm run store:copy.',
    );
  return new LogRefused(
    named === null
      ? `The log of this database is on KurrentDB: set KURRENTDB_URL, and KURRENTDB_NAME_SPACE to ${is}.`
      : `The log of this database is in name space ${is} on KurrentDB, not in ${named}: set KURRENTDB_NAME_SPACE to ${is}.`,
  );
}

const gone = (options: Pick<IdentityOptions, 'names' | 'place'>): LogRefused =>
  new LogRefused(`The log of this database is gone: ${whereIs(options)} is empty; name the right server, or restore it.`);

const whereIs = ({ names, place }: Pick<IdentityOptions, 'names' | 'place'>): string =>
  `Name space ${names.name} on KurrentDB (${place})`;

async function identityOn({
  client,
  names,
  answerWithinMs,
}: Pick<IdentityOptions, 'client' | 'names' | 'answerWithinMs'>): Promise<Identity | undefined> {
  try {
    const read = client.readStream(names.of(IDENTITY_STREAM), { fromRevision: 'start', maxCount: 1 });
    const [first] = await collectedWithin(answerWithinMs, read);
    return first?.event?.data as Identity | undefined;
  } catch (error) {
    if (isMissingStream(error)) return undefined;
    throw error;
  }
}

/** Whoever comes first begins it; the others find what stands there. */
async function begun(options: Omit<IdentityOptions, 'writer'>, { storeId, simulated }: Identity): Promise<Identity> {
  const { client, names, answerWithinMs } = options;
  const event: JSONEventData = {
    id: randomUUID(),
    contentType: 'application/json',
    type: BEGUN,
    data: { storeId, simulated },
    metadata: undefined,
  };
  try {
    await within(answerWithinMs, client.appendToStream(names.of(IDENTITY_STREAM), [event], { streamState: 'no_stream' }));
  } catch (error) {
    if (appendFailure(error) !== 'wrong-version') throw error;
  }
  const stands = await identityOn(options);
  if (!stands) throw new Error('the identity was written and is not there');
  return stands;
}

/** Errors: throws `LogRefused` for whatever the client says of a server that cannot be asked. */
export async function answering<T>(place: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!isOfTheClient(error)) throw error;
    const why = isTurnedAway(error)
      ? 'does not let this user in, or not do this: mend KURRENTDB_USER and KURRENTDB_PASSWORD, or what that user may do there.'
      : 'does not answer: start it there, and see that tls in KURRENTDB_URL is as the server has it, or mend the address.';
    throw new LogRefused(`KurrentDB (${place}) ${why}`, { cause: error });
  }
}
